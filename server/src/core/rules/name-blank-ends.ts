import type { StringNode } from '../document/node';
import { trimEnds } from '../edits/string-units';
import { defineRule, type Fix } from './rule';
import { quoted } from './wording';

export const nameBlankEnds = defineRule<'part', StringNode>({
  code: 'name-blank-ends',
  levels: ['warning'],
  scope: 'part',
  parts: ['group', 'target'],
  title: 'A name begins or ends with a blank',
  why: 'The user guide links such names to the error "EMF Ruleset Creation Failed". The API has stored a group with one all the same; the blank is then there for good, and nobody sees it.',
  source: 'FACTS a.1 and a.4 (name)',
  examples: {
    bad: '{ "name": «name-blank-ends:" Spring"», "trackingType": "CAPPING" }',
    good: '{ "name": "Spring", "trackingType": "CAPPING" }',
  },
  *check(part) {
    const name = part.text('name');
    if (name?.node.kind !== 'string') return;
    const { value } = name;
    const inner = value.trim();
    if (inner === '' || inner === value) return;
    const begins = value !== value.trimStart();
    const ends = value !== value.trimEnd();
    const where = begins && ends ? 'begins and ends' : begins ? 'begins' : 'ends';
    yield {
      at: name.node,
      message: `name ${where} with a blank; ${quoted(inner)} without it is expected.`,
      data: name.node,
    };
  },
  fix: {
    title: 'trim it.',
    all: true,
    *propose({ data: literal }, { text }): Iterable<Fix> {
      yield { title: 'Trim the name', edits: trimEnds(text, literal), preferred: true };
    },
  },
});
