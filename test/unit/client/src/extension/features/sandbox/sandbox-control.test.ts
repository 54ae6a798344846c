import assert from 'node:assert/strict';
import { createSandboxControl } from '../../../../../../../client/src/extension/features/sandbox/sandbox-control';
import type { StartSandbox } from '../../../../../../../client/src/extension/platform';

type Context = Parameters<typeof createSandboxControl>[0];
type Log = Parameters<typeof createSandboxControl>[1];

/** A start that waits until it is told to listen, and processes that end when they are stopped. */
function createStart() {
  const waiting: (() => void)[] = [];
  const counts = { started: 0, stopped: 0 };
  const launch: StartSandbox = (_context, ended) =>
    new Promise((resolve) => {
      counts.started += 1;
      const stop = (): void => {
        counts.stopped += 1;
        ended();
      };
      waiting.push(() => {
        resolve({ address: `http://127.0.0.1:${counts.started}`, stop });
      });
    });
  return { launch, counts, listen: () => waiting.shift()?.() };
}

function createControl() {
  const changes: boolean[] = [];
  const log = { info: () => undefined } as unknown as Log;
  const control = createSandboxControl({} as Context, log, () => changes.push(control.isRunning));
  return { control, changes };
}

describe('the control of the sandbox', () => {
  it('starts one process however often it is asked, and says when it runs and has ended', async () => {
    const { control, changes } = createControl();
    const { launch, counts, listen } = createStart();
    const addresses = Promise.all([control.start(launch), control.start(launch)]);
    assert.equal(control.isRunning, false);
    listen();
    assert.deepEqual(await addresses, ['http://127.0.0.1:1', 'http://127.0.0.1:1']);
    assert.equal(control.isRunning, true);
    control.stop();
    assert.equal(control.isRunning, false);
    assert.deepEqual([counts, changes.at(-1)], [{ started: 1, stopped: 1 }, false]);
  });

  it('can start again after it ended', async () => {
    const { control } = createControl();
    const { launch, listen } = createStart();
    for (const address of ['http://127.0.0.1:1', 'http://127.0.0.1:2']) {
      const started = control.start(launch);
      listen();
      assert.equal(await started, address);
      control.stop();
    }
  });

  it('can start again after a start that failed', async () => {
    const { control } = createControl();
    const { launch, listen } = createStart();
    await assert.rejects(
      control.start(() => Promise.reject(new Error('port taken'))),
      /port taken/,
    );
    assert.equal(control.isRunning, false);
    const started = control.start(launch);
    listen();
    assert.equal(await started, 'http://127.0.0.1:1');
  });

  it('leaves nothing running when it is put away, even in the middle of a start', async () => {
    const { control } = createControl();
    const { launch, counts, listen } = createStart();
    const started = control.start(launch);
    control.dispose();
    listen();
    await started;
    assert.deepEqual(counts, { started: 1, stopped: 1 });
  });
});
