import { expressionJsonOf } from './expression-json';
import { defineRule } from './rule';

export const expressionJsonSyntax = defineRule<'part', undefined>({
  code: 'expression-json-syntax',
  levels: ['error'],
  scope: 'part',
  parts: ['target'],
  title: 'The text of expressionJson is not JSON',
  why: 'The API reads a tree from this text to learn which bills or events count; it cannot read one from text that is not JSON.',
  source: 'expressionJson is a string that contains one JSON tree (FACTS h)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT", "expressionJson": "{\\"arity\\":\\"literal\\" «expression-json-syntax:\\"value\\"»:\\"true\\"}" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT", "expressionJson": "{\\"arity\\":\\"literal\\",\\"value\\":\\"true\\"}" }] }',
  },
  *check(target) {
    const json = expressionJsonOf(target);
    const problem = json?.tree.problems[0];
    if (!json || !problem) return;
    const { text } = json.tree;
    const isBlank = text.trim() === '';
    const { related } = problem;
    yield {
      at: json.at(problem),
      message: isBlank
        ? `expressionJson is ${text === '' ? 'empty' : 'blank'}; the JSON text of an expression tree is expected.`
        : `The text of expressionJson is not JSON: ${problem.message}`,
      ...(related ? { related: [{ at: json.at(related.place), message: related.message }] } : undefined),
    };
  },
});
