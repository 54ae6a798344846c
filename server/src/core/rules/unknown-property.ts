import { isWritten, type Member, type ObjectNode } from '../document/node';
import { removeMember } from '../edits/remove-member';
import { memberSchema, type Schema } from '../schema/schema';
import { nearest } from './nearest';
import { defineRule, type Fix } from './rule';
import { quoted } from './wording';

interface Unknown {
  readonly member: Member;
  /** A known key that may be meant; undefined where none is near enough. */
  readonly meant: string | undefined;
}

/** The keys that the object could still have: one walk over its members, however many are unknown. */
function freeKeys(schema: Schema, object: ObjectNode): string[] {
  const taken = new Set(object.members.map(({ key }) => key.value));
  const properties = schema.properties ?? {};
  return Object.keys(properties).filter((name) => !taken.has(name) && properties[name]?.readOnly !== true);
}

/** Of more in one object nobody reads what each may have been meant for, and to compare them all takes seconds. */
const mostHints = 100;

export const unknownProperty = defineRule<'object', Unknown>({
  code: 'unknown-property',
  levels: ['warning'],
  scope: 'object',
  title: 'The API is not known to read this key',
  why: 'A key that no source names is most likely misspelt; the API leaves out what it does not know, without a word, and the milestone is created without it.',
  source: 'The fields of all documented and recorded bodies (FACTS a); upper and lower case differ',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", «unknown-property:"discription"»: "" }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "description": "" }',
  },
  *check({ object, schema }) {
    const properties = schema?.properties;
    if (!properties || schema.readOnly) return;
    // Without a value a member is half typed, or none at all: what follows a quote that lacks its backslash.
    // Null counts as absent.
    const isRead = (member: Member) => isWritten(member) && member.value?.kind !== 'null';
    const unknown = object.members.filter(
      (member) => memberSchema(schema, member.key.value) === undefined && isRead(member),
    );
    const free = unknown.length > 0 ? freeKeys(schema, object) : [];
    for (const [at, member] of unknown.entries()) {
      const { key } = member;
      const meant = at < mostHints ? nearest(key.value, free)[0] : undefined;
      const hint = meant === undefined ? '' : ` Is ${quoted(meant)} meant?`;
      yield {
        at: key,
        message: `${quoted(key.value)} is no field that the API is known to read here.${hint}`,
        data: { member, meant },
      };
    }
  },
  fix: {
    title: 'rename it to the field that is meant, or remove it.',
    *propose({ data: { member, meant } }, { text }): Iterable<Fix> {
      const { offset, length } = member.key;
      if (meant !== undefined) {
        const edits = [{ offset, length, newText: JSON.stringify(meant) }];
        yield { title: `Change to "${meant}"`, edits, preferred: true };
      }
      yield { title: 'Remove this member', edits: [removeMember(text, member)] };
    },
  },
});
