import assert from 'node:assert/strict';
import { outcomeMessage } from '../../../../../../../client/src/extension/features/submit/outcome-message';
import { type Answer, inEnglish, type SubmitOutcome } from '../../../../../../../server/src/api/index';

const answer: Answer = {
  status: 400,
  text: '{}',
  ending: 'complete',
  requestId: undefined,
  retryAfter: undefined,
  serverTime: undefined,
  redirect: undefined,
};

const message = (outcome: SubmitOutcome): string => outcomeMessage(outcome, 'eu.example.com', inEnglish);

describe('the message of an outcome', () => {
  it('is our sentence and the errors as they came', () => {
    const errors = [
      { code: 310069, message: 'Target group name already exists' },
      { code: undefined, message: 'more' },
    ];
    assert.equal(
      message({ kind: 'rejected', reason: 'refused', errors, answer }),
      'Rejected: eu.example.com answered 400 and created nothing. Error 310069: Target group name already exists more',
    );
  });

  it('names three errors at most', () => {
    const errors = Array.from({ length: 50 }, (_, index) => ({ code: index + 1, message: 'm' }));
    const text = message({ kind: 'rejected', reason: 'refused', errors, answer });
    assert.match(text, /Error 3: m$/);
  });

  it('makes no link and no line of what the server wrote', () => {
    const hostile = '[ok](command:workbench.action.quit)\n\u202e';
    const outcomes: SubmitOutcome[] = [
      { kind: 'created', id: hostile, answer, isReconciled: false },
      { kind: 'rejected', reason: 'refused', errors: [{ code: hostile, message: hostile }], answer },
      { kind: 'rejected', reason: 'refused', errors: [], answer: { ...answer, retryAfter: hostile } },
      { kind: 'rejected', reason: 'redirect', errors: [], answer: { ...answer, redirect: { to: hostile } } },
    ];
    for (const outcome of outcomes) assert.doesNotMatch(message(outcome), /\]\(|\n|\u202e/);
  });

  it('stays short, however much the server wrote', () => {
    const errors = Array.from({ length: 5 }, () => ({ code: 'c'.repeat(100), message: 'm'.repeat(5000) }));
    assert.ok(message({ kind: 'rejected', reason: 'refused', errors, answer }).length < 1500);
  });
});
