import type { StringNode } from '../document/node';
import { countCodePoints, cutAfter, firstCodePoints } from './code-points';
import { defineRule, type Fix } from './rule';

/** Code points that a description may have, wherever it stands. */
const limit = 255;

export const descriptionLength = defineRule<'part', StringNode>({
  code: 'description-length',
  levels: ['warning'],
  scope: 'part',
  title: 'A description is longer than 255 characters',
  why: 'Two pages of the documentation give this limit; what the API does with a longer text is not known.',
  source: 'FACTS a.1, a.3 and a.4 (description)',
  examples: {
    bad: `{ "name": "Spring", "trackingType": "CAPPING", "description": «description-length:"${'Spend more. '.repeat(22)}"» }`,
    good: '{ "name": "Spring", "trackingType": "CAPPING", "description": "Spend more." }',
  },
  *check(part) {
    const description = part.text('description');
    if (description?.node.kind !== 'string') return;
    const length = countCodePoints(description.value);
    if (length <= limit) return;
    yield {
      at: description.node,
      message: `description is ${length} characters long; at most ${limit} are documented.`,
      data: description.node,
    };
  },
  fix: {
    title: 'shorten it to 255 characters.',
    *propose({ data: literal }, { text }): Iterable<Fix> {
      const edits = [cutAfter(text, literal, firstCodePoints(literal.value, limit))];
      yield { title: `Shorten to ${limit} characters`, edits, preferred: true };
    },
  },
});
