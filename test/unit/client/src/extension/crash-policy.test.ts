import assert from 'node:assert/strict';
import { createCrashPolicy } from '../../../../../client/src/extension/crash-policy';

describe('the crash policy', () => {
  it('restarts four times within three minutes and gives up at the fifth crash', () => {
    let time = 0;
    const policy = createCrashPolicy(() => (time += 1_000));
    const answers = Array.from({ length: 6 }, () => policy.crashed());
    assert.deepEqual(answers, ['restart', 'restart', 'restart', 'restart', 'give-up', 'give-up']);
  });

  it('never gives up on crashes that are far apart', () => {
    let time = 0;
    const policy = createCrashPolicy(() => (time += 46_000));
    for (let crash = 0; crash < 20; crash += 1) assert.equal(policy.crashed(), 'restart');
  });

  it('forgets crashes older than the window', () => {
    let time = 0;
    const policy = createCrashPolicy(() => time, 1, 100);
    assert.equal(policy.crashed(), 'restart');
    time = 99;
    assert.equal(policy.crashed(), 'give-up');
    time = 200;
    assert.equal(policy.crashed(), 'restart');
  });
});
