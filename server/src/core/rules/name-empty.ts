import { defineRule } from './rule';

export const nameEmpty = defineRule<'part', undefined>({
  code: 'name-empty',
  levels: ['error'],
  scope: 'part',
  parts: ['group', 'target'],
  title: 'A name is empty',
  why: 'The API is known to have stored a group without a name. Nobody can find such a group again, and the next one collides with it.',
  source: 'FACTS a.1 (names are documented as required and unique)',
  examples: {
    bad: '{ "name": «name-empty:""», "trackingType": "CAPPING" }',
    good: '{ "name": "Spring", "trackingType": "CAPPING" }',
  },
  *check(part) {
    const name = part.text('name');
    if (name?.value.trim() !== '') return;
    const what = name.value === '' ? 'empty' : 'made of blanks only';
    yield {
      at: name.node,
      message: `name is ${what}; the ${part.kind} would be stored with no name to find it by.`,
    };
  },
});
