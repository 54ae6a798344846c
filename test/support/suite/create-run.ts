import type Mocha from 'mocha';

/**
 * Makes the `run` that VS Code calls in its extension host. `load` imports the test files once mocha's globals are there.
 * The line "N passed, N failed" is its last word, which a host that dies never says. Rejects when a test failed or
 * none ran.
 */
export function createRun(MochaClass: typeof Mocha, load: () => Promise<void>): () => Promise<void> {
  return async () => {
    const mocha = new MochaClass({
      ui: 'bdd',
      timeout: 30_000,
      forbidOnly: true,
      forbidPending: true,
      reporter: 'spec',
    });
    mocha.suite.emit('pre-require', globalThis, '', mocha);
    await load();
    const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
      const runner = mocha.run(() => {
        resolve(runner.stats);
      });
    });
    const { passes = 0, failures = 0 } = stats ?? {};
    console.log(`${passes} passed, ${failures} failed`);
    if (failures > 0) throw new Error(`${failures} failed`);
    if (passes === 0) throw new Error('no test ran');
  };
}
