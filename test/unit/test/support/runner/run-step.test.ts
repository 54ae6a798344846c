import assert from 'node:assert/strict';
import { runStep, type Step } from '../../../../support/runner/run-step.js';

/** A step that runs a script of Node's. */
const script = (source: string, more: Partial<Step> = {}): Step => ({
  name: 'step',
  command: [process.execPath, '-e', source],
  limit: 15,
  counts: true,
  ...more,
});

describe('runStep', () => {
  const run = (step: Step) => runStep(step, () => undefined);

  it('counts what the last line of totals says', async () => {
    const end = await run(script("console.log('1 passed, 0 failed\\nmore\\n3 passed, 0 failed')"));
    assert.deepEqual({ ...end, seconds: 0 }, { passed: 3, failed: 0, seconds: 0 });
  });

  it('passes on what is printed', async () => {
    const printed: string[] = [];
    await runStep(script("console.error('heard'); console.log('1 passed, 0 failed')"), (text) => printed.push(text));
    assert.match(printed.join(''), /heard/);
  });

  const faults: readonly (readonly [string, Step, { passed: number; failed: number; fault: string }])[] = [
    [
      'tests that failed',
      script("console.log('2 passed, 3 failed'); process.exitCode = 1"),
      { passed: 2, failed: 3, fault: 'status 1' },
    ],
    [
      'tests that failed under status 0',
      script("console.log('2 passed, 3 failed')"),
      { passed: 2, failed: 3, fault: 'tests failed, but its status is 0' },
    ],
    [
      'a host that died before its last word',
      script("console.log('1 passing'); process.exit(0)"),
      { passed: 0, failed: 1, fault: 'status 0, without a word on its tests' },
    ],
    ['no test', script("console.log('0 passed, 0 failed')"), { passed: 0, failed: 1, fault: 'no test ran' }],
    [
      'a status after the last word',
      script("console.log('4 passed, 0 failed'); process.exitCode = 7"),
      { passed: 4, failed: 1, fault: 'status 7' },
    ],
    [
      'the time limit',
      script('setInterval(() => undefined, 1000)', { limit: 0.3 }),
      { passed: 0, failed: 1, fault: 'ended after 0.3 s, without a word on its tests' },
    ],
    ['a build that failed', script('process.exit(2)', { counts: false }), { passed: 0, failed: 1, fault: 'status 2' }],
    [
      'a program that is not there',
      { name: 'step', command: ['./no-such-program'], limit: 15, counts: false },
      { passed: 0, failed: 1, fault: 'spawn ./no-such-program ENOENT' },
    ],
  ];
  for (const [name, step, expected] of faults) {
    it(`fails on ${name}`, async () => {
      const end = await run(step);
      assert.deepEqual({ ...end, seconds: 0 }, { ...expected, seconds: 0 });
    });
  }
});
