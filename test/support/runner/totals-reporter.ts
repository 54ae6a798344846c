import Mocha from 'mocha';

/** Mocha's spec reporter, with the line that run-step.ts reads as its last word. */
class TotalsReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.once('end', () => {
      console.log(`${this.stats.passes} passed, ${this.stats.failures} failed`);
    });
  }
}

export = TotalsReporter;
