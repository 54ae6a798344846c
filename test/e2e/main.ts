// Runs the tests beside this file, with the extension as it was built, in the Node extension host of a real VS Code.
import path from 'node:path';
import { root } from '../support/repository.js';
import { runSuite } from '../support/suite/run-suite.js';

runSuite({ folder: path.join(root, 'test/e2e'), extension: root }).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
