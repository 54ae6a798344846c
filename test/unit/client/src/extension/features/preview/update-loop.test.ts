import assert from 'node:assert/strict';
import { createUpdateLoop } from '../../../../../../../client/src/extension/features/preview/update-loop';

/** A loop whose questions are answered by hand, in any order. */
function loopByHand() {
  const questions: { answer: (text: string) => Promise<void>; fail: (text: string) => Promise<void> }[] = [];
  const seen: string[] = [];
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  const loop = createUpdateLoop<string>({
    ask: () =>
      new Promise((resolve, reject) => {
        questions.push({
          answer: (text) => (resolve(text), settled()),
          fail: (text) => (reject(new Error(text)), settled()),
        });
      }),
    answered: (text) => seen.push(text),
    failed: (thrown) => seen.push(String(thrown)),
  });
  const question = (index: number) => {
    const one = questions[index];
    assert.ok(one, `question ${index} was not asked`);
    return one;
  };
  return { loop, questions, seen, question };
}

describe('the update loop', () => {
  it('asks nothing until something changed', () => {
    const { loop, questions } = loopByHand();
    loop.setVisible(true);
    assert.equal(questions.length, 0);
  });

  it('has one question at a time; many changes meanwhile are one more', async () => {
    const { loop, questions, seen, question } = loopByHand();
    for (let time = 0; time < 10; time += 1) loop.changed();
    assert.equal(questions.length, 1);
    await question(0).answer('first');
    assert.equal(questions.length, 2);
    await question(1).answer('second');
    assert.equal(questions.length, 2);
    assert.deepEqual(seen, ['first', 'second']);
  });

  it('asks nothing while hidden, and once when it is shown again', async () => {
    const { loop, questions, question } = loopByHand();
    loop.setVisible(false);
    loop.changed();
    loop.changed();
    assert.equal(questions.length, 0);
    loop.setVisible(true);
    loop.setVisible(true);
    assert.equal(questions.length, 1);
    await question(0).answer('seen');
    loop.setVisible(false);
    loop.setVisible(true);
    assert.equal(questions.length, 1);
  });

  it('does not ask on when it was hidden meanwhile', async () => {
    const { loop, questions, question } = loopByHand();
    loop.changed();
    loop.changed();
    loop.setVisible(false);
    await question(0).answer('first');
    assert.equal(questions.length, 1);
  });

  it('goes on after a failure', async () => {
    const { loop, seen, question } = loopByHand();
    loop.changed();
    await question(0).fail('no server');
    loop.changed();
    await question(1).answer('back');
    assert.deepEqual(seen, ['Error: no server', 'back']);
  });

  it('drops what it forgot, whether it is answered or fails', async () => {
    const { loop, questions, seen, question } = loopByHand();
    loop.changed();
    loop.forget();
    await question(0).answer('about the old document');
    assert.deepEqual([seen.length, questions.length], [0, 1]);
    loop.changed();
    loop.forget();
    loop.changed();
    await question(1).fail('about the old document');
    await question(2).answer('about the new one');
    assert.deepEqual(seen, ['about the new one']);
  });
});
