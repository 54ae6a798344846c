// A process of its own: loads the tests once and runs them for one mutant after the other, telling each end to its parent.
import fc from 'fast-check';
import Mocha from 'mocha';

declare global {
  // The instrumented file asks for it at every place where a mutant sits.
  var mutant: number;
}

export interface Job {
  readonly tests: readonly string[];
  /** The mutants that are awake one after the other; one alone is awake while the tests are loaded, too. */
  readonly mutants: readonly number[];
  readonly isStatic: boolean;
}

export type Told =
  | { readonly kind: 'loaded'; readonly titles: readonly string[] }
  | { readonly kind: 'end'; readonly mutant: number; readonly failed: string | undefined };

const tell = (told: Told) => process.send?.(told);

function titlesOf(suite: Mocha.Suite): string[] {
  return [...suite.tests.map((test) => test.fullTitle()), ...suite.suites.flatMap(titlesOf)];
}

function runOnce(mocha: Mocha): Promise<string | undefined> {
  return new Promise((resolve) => {
    let failed: string | undefined;
    const runner = mocha.run(() => {
      resolve(failed);
    });
    runner.on('fail', (test) => {
      failed ??= test.fullTitle();
    });
  });
}

async function main({ tests, mutants, isStatic }: Job): Promise<void> {
  // A survivor is one in the next run, too.
  fc.configureGlobal({ seed: 1 });
  const mocha = new Mocha({ ui: 'bdd', bail: true, timeout: 20_000, reporter: Mocha.reporters.Base });
  mocha.cleanReferencesAfterRun(false);
  globalThis.mutant = isStatic ? (mutants[0] ?? 0) : 0;
  for (const test of tests) mocha.addFile(test);
  try {
    await mocha.loadFilesAsync();
  } catch (error) {
    // What cannot even be loaded is noticed.
    for (const mutant of mutants) tell({ kind: 'end', mutant, failed: String(error) });
    return;
  }
  tell({ kind: 'loaded', titles: titlesOf(mocha.suite) });
  for (const mutant of mutants) {
    globalThis.mutant = mutant;
    tell({ kind: 'end', mutant, failed: await runOnce(mocha) });
  }
}

process.on('message', (job: Job) => {
  void main(job).finally(() => {
    process.disconnect();
  });
});
