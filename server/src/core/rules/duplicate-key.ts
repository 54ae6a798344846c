import { endOf, hasRepeatedKey, isWritten, type Member, type ObjectNode } from '../document/node';
import { removeMember } from '../edits/remove-member';
import { defineRule, type Fix, type Problem } from './rule';
import { quoted } from './wording';

interface Repeat {
  readonly first: Member;
  readonly later: Member;
}

function* problemsOf(object: ObjectNode): Iterable<Problem<Repeat>> {
  const seen = new Map<string, Member>();
  for (const later of object.members) {
    // A key that could not be read completely is the syntax error's business; without a colon it is half typed.
    if (!isWritten(later)) continue;
    const { key } = later;
    const first = seen.get(key.value);
    if (!first) seen.set(key.value, later);
    else
      yield {
        at: key,
        message: `${quoted(key.value)} stands in this object already; of values with the same key only the last one counts.`,
        related: [{ at: first.key, message: 'The same key stands here first.' }],
        data: { first, later },
      };
  }
}

export const duplicateKey = defineRule<'object', Repeat>({
  code: 'duplicate-key',
  levels: ['error'],
  scope: 'object',
  title: 'A key stands twice in one object',
  why: 'JSON readers disagree which of the two counts; here the last one is taken. Whatever was meant, one of the two values is silently lost.',
  source: 'RFC 8259 section 4',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", «duplicate-key:"name"»: "Summer" }',
    good: '{ "name": "Spring", "trackingType": "CAPPING" }',
  },
  check: ({ object }) => (hasRepeatedKey(object) ? problemsOf(object) : []),
  fix: {
    title: 'remove the later one, or, where the values differ, either of the two; null before anything else.',
    *propose({ data: { first, later } }, { text }): Iterable<Fix> {
      const valueOf = ({ value }: Member) => value && text.slice(value.offset, endOf(value));
      const isNull = ({ value }: Member) => value?.kind === 'null';
      if (valueOf(first) === valueOf(later)) {
        yield { title: 'Remove the repetition', edits: [removeMember(text, later)], preferred: true };
        return;
      }
      if (!isNull(first) || isNull(later))
        yield {
          title: 'Keep the first, remove this one',
          edits: [removeMember(text, later)],
          preferred: isNull(later),
        };
      if (!isNull(later))
        yield {
          title: 'Keep this one, remove the first',
          edits: [removeMember(text, first)],
          preferred: isNull(first),
        };
    },
  },
});
