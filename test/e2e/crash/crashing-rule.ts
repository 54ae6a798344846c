import { memberOf } from '../../../server/src/core/document/node';
import { defineRule } from '../../../server/src/core/rules/rule';

/** Throws at an object that has the member `crash-the-rule`. */
export const crashingRule = defineRule({
  code: 'crashing-rule',
  levels: ['error'],
  title: 'A rule that crashes',
  why: 'Only the test of what becomes of a crash has it.',
  source: 'test/e2e/crash',
  scope: 'object',
  check: ({ object }) => {
    if (memberOf(object, 'crash-the-rule')) throw new Error('crashed on purpose');
    return [];
  },
});
