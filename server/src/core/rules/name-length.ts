import type { StringNode } from '../document/node';
import { countCodePoints, cutAfter, firstCodePoints } from './code-points';
import { nameKey, neighbourNames } from './name-key';
import type { Part } from './part';
import { defineRule, type Fix } from './rule';

interface Data {
  readonly owner: Part;
  readonly literal: StringNode;
}

/** Code points that a name may have, for groups and targets alike. */
const limit = 200;

export const nameLength = defineRule<'part', Data>({
  code: 'name-length',
  levels: ['error'],
  scope: 'part',
  parts: ['group', 'target'],
  title: 'A name is longer than 200 characters',
  why: 'The API refuses a target with a longer name (310008), and documents the same limit for groups. Characters are counted as code points: an emoji is one.',
  source: 'FACTS a.1 and a.4; error 310008',
  examples: {
    bad: `{ "name": «name-length:"${'Spring '.repeat(28)}Summer"», "trackingType": "CAPPING" }`,
    good: '{ "name": "Spring", "trackingType": "CAPPING" }',
  },
  *check(part) {
    const name = part.text('name');
    if (name?.node.kind !== 'string') return;
    const length = countCodePoints(name.value);
    if (length <= limit || name.value.trim() === '') return;
    yield {
      at: name.node,
      message: `name is ${length} characters long; the API accepts at most ${limit}.`,
      data: { owner: part, literal: name.node },
    };
  },
  fix: {
    title: 'shorten it to 200 characters.',
    *propose({ data: { owner, literal } }, { text }): Iterable<Fix> {
      const { kept, ending } = shortened(literal.value, neighbourNames(owner.node));
      yield {
        title: `Shorten to ${limit} characters`,
        edits: [cutAfter(text, literal, kept, ending)],
        preferred: true,
      };
    },
  },
});

/** The beginning that is kept, and a number behind it where another target has the shortened name already. */
function shortened(name: string, taken: ReadonlySet<string>): { kept: string; ending: string } {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` ${number}`;
    const kept = firstCodePoints(name, limit - ending.length).trimEnd();
    if (!taken.has(nameKey(kept + ending))) return { kept, ending };
  }
}
