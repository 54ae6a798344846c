import { nodesOf, provenKinds } from '../expression/expression-tree';
import { expressionTreeOf } from './expression-json';
import { defineRule } from './rule';
import { listed, quoted } from './wording';

const proven: ReadonlySet<string> = new Set(provenKinds);

export const expressionJsonNode = defineRule<'part', undefined>({
  code: 'expression-json-node',
  levels: ['information'],
  scope: 'part',
  parts: ['target'],
  title: 'expressionJson has a kind of node that no documented tree has',
  why: 'How conditions beyond one comparison are written as a tree is not documented, so it cannot be told from here whether the API reads this one. A group inside a tree is only known from rules that could not be read. Each kind is reported once.',
  source: '714 nodes of documented trees (FACTS h)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT", "expressionJson": "{\\"arity\\":«expression-json-node:\\"negation\\"»,\\"operands\\":[{\\"arity\\":\\"literal\\",\\"value\\":\\"true\\"}]}" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT", "expressionJson": "{\\"arity\\":\\"literal\\",\\"value\\":\\"true\\"}" }] }',
  },
  *check(target) {
    const json = expressionTreeOf(target);
    if (!json) return;
    const told = new Set<string>();
    for (const { arity, depth, members } of nodesOf(json.tree)) {
      // The whole tree is then what is left of a rule that could not be read, which is one finding (the shape's).
      if (depth === 0 && arity === 'group') return;
      const kind = members.arity?.value;
      if (!kind || arity === undefined || proven.has(arity) || told.has(arity)) continue;
      told.add(arity);
      const trees = arity === 'group' ? 'documented tree that could be read' : 'documented tree';
      yield {
        at: json.at(kind),
        message: `${quoted(arity)} is not a node kind of any ${trees}; known are ${listed(provenKinds).replace(' or ', ' and ')}.`,
      };
    }
  },
});
