import { containerOf, type Node } from '../document/node';
import { enumLabel } from '../schema/enum-label';
import { defineRule, type Fix } from './rule';
import { decidedByEntity } from './target-pairs';
import { listed, quoted } from './wording';

interface Label {
  readonly node: Node;
  readonly offered: readonly string[];
  readonly certain: boolean;
}

export const enumLabelRule = defineRule<'value', Label>({
  code: 'enum-label',
  levels: ['warning', 'information'],
  scope: 'value',
  nodes: 'string',
  keyword: 'enum',
  title: 'This is a label, not the value that bodies use',
  why: 'Tables and screens of the documentation spell some values otherwise than every accepted body does. Whether the API takes the label is not known.',
  source: 'Documented tables against recorded bodies (FACTS a.2, b.1)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": «enum-label:"Capping"» }',
    good: '{ "name": "Spring", "trackingType": "CAPPING" }',
  },
  check({ node, schema }) {
    if (node.kind !== 'string' || !schema.enum) return [];
    const meant = enumLabel(schema, node.value);
    if (!meant) return [];
    const object = containerOf(node);
    const chosen = object?.kind === 'object' ? decidedByEntity(object, meant) : meant;
    const offered = chosen.length > 0 ? chosen : schema.enum;
    const documented = node.value === 'STREAK' || node.value === 'REWARDS';
    return [
      {
        at: node,
        message: `${quoted(node.value)} is how a table or a screen names it; bodies hold ${listed(offered)}.`,
        ...(documented ? { level: 'information' as const } : undefined),
        data: { node, offered, certain: chosen.length === 1 },
      },
    ];
  },
  fix: {
    title: 'replace it with the value that bodies use.',
    all: true,
    *propose({ data: { node, offered, certain } }): Iterable<Fix> {
      for (const value of offered) {
        const edits = [{ offset: node.offset, length: node.length, newText: JSON.stringify(value) }];
        yield { title: `Replace with "${value}"`, edits, preferred: certain };
      }
    },
  },
});
