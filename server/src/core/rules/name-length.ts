import type { StringNode } from '../document/node';
import { defineRule, type Fix } from './rule';

/** Code points that a name may have, for groups and targets alike. */
const limit = 200;

export const nameLength = defineRule<'part', StringNode>({
  code: 'name-length',
  levels: ['error'],
  scope: 'part',
  parts: ['group', 'target'],
  title: 'A name is longer than 200 characters',
  why: 'The API refuses a target with a longer name (310008), and documents the same limit for groups. Characters are counted as code points: an emoji is one.',
  source: 'FACTS a.1 and a.4; error 310008',
  examples: {
    bad: `{ "name": «name-length:"${'Spring '.repeat(29)}"», "trackingType": "CAPPING" }`,
    good: '{ "name": "Spring", "trackingType": "CAPPING" }',
  },
  *check(part) {
    const name = part.text('name');
    if (!name || name.value.length <= limit) return;
    const length = countCodePoints(name.value);
    if (length <= limit || name.value.trim() === '' || name.node.kind !== 'string') return;
    yield {
      at: name.node,
      message: `name is ${length} characters long; the API accepts at most ${limit}.`,
      data: name.node,
    };
  },
  fix: {
    title: 'shorten it to 200 characters.',
    *propose({ data: { offset, length, value } }): Iterable<Fix> {
      const shortened = Array.from(value.slice(0, 2 * limit))
        .slice(0, limit)
        .join('')
        .trimEnd();
      yield {
        title: `Shorten to ${limit} characters`,
        edits: [{ offset, length, newText: JSON.stringify(shortened) }],
      };
    },
  },
});

function countCodePoints(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}
