import { containerOf, keyOf, memberOf, type ObjectNode } from '../document/node';
import { setMember } from '../edits/set-member';
import { canonicalValue } from '../schema/enum-label';
import { memberSchema, rootSchema, type Schema } from '../schema/schema';
import { placeholderFor } from './placeholders';
import { defineRule, type Fix, type Level } from './rule';
import { quoted } from './wording';

interface Missing {
  readonly object: ObjectNode;
  readonly name: string;
}

/** Most accepted bodies leave out some of these, so their absence is only worth a hint. */
const oftenLeftOut: ReadonlySet<string> = new Set([
  'targetEvaluationType',
  'frequencyType',
  'frequency',
  'recurringCycles',
]);

const namesBySchema = new WeakMap<Schema, readonly string[]>();

/** The members that the documentation requires of an object with this schema, in the schema's order. */
function documentedNames(schema: Schema): readonly string[] {
  const known = namesBySchema.get(schema);
  if (known) return known;
  const properties = Object.entries(schema.properties ?? {});
  const names = properties.flatMap(([name, property]) => (property['x-documented-required'] === true ? name : []));
  namesBySchema.set(schema, names);
  return names;
}

const isAbsent = (object: ObjectNode, name: string): boolean => {
  const member = memberOf(object, name);
  return !member || member.value?.kind === 'null';
};

/** The `trackingType` that is meant, its spelling resolved. */
function trackingTypeOf(group: ObjectNode): string | undefined {
  const value = memberOf(group, 'trackingType')?.value;
  const schema = memberSchema(rootSchema, 'trackingType');
  return value?.kind === 'string' && schema ? canonicalValue(schema, value.value) : undefined;
}

/** A body of kind CAPPING leaves out everything that tells cycles, and is accepted so (FACTS b.12). */
function isExempt(object: ObjectNode): boolean {
  const container = containerOf(object);
  if (!container) return trackingTypeOf(object) === 'CAPPING';
  return keyOf(object)?.value === 'activePeriod';
}

export const documentedRequired = defineRule<'object', Missing>({
  code: 'documented-required',
  levels: ['warning', 'hint'],
  scope: 'object',
  needsWholeText: true,
  title: 'A member that the documentation requires is missing',
  why: 'Documentation stars these members. The API has accepted bodies without some of them, and then chose a value of its own.',
  source: 'Starred rows of the documentation (FACTS a.1, a.3, a.4)',
  examples: {
    bad: '«documented-required:{» "name": "Spring", "totalPeriods": 0, "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "CUSTOM", "frequency": 0, "recurringCycles": 0 }',
    good: '{ "name": "Spring", "trackingType": "CAPPING" }',
  },
  *check({ object, schema }) {
    if (!schema?.properties || schema.readOnly || isExempt(object)) return;
    for (const name of documentedNames(schema)) {
      if (!isAbsent(object, name)) continue;
      const level: Level = oftenLeftOut.has(name) ? 'hint' : 'warning';
      const message = `${quoted(name)} is missing; the documentation requires it here.`;
      yield { at: { offset: object.offset, length: 1 }, message, level, data: { object, name } };
    }
  },
  fix: {
    title: 'insert it, with a value that is safe to begin with.',
    *propose({ data: { object, name } }, model): Iterable<Fix> {
      const value = placeholderFor(name, object, model);
      if (value === undefined) return;
      yield { title: `Insert ${name}: ${value}`, edits: [setMember(model.text, object, name, value)], preferred: true };
    },
  },
});
