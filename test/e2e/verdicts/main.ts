// Runs the tests beside this file in a real VS Code, with the extension as it is shipped but for one port: its author
// agrees to every submit. What the dialogs do is tested from outside.
import path from 'node:path';
import { root } from '../../support/repository.js';
import { assembleExtension } from '../../support/suite/assemble-extension.js';
import { runSuite } from '../../support/suite/run-suite.js';

assembleExtension('e2e/confirming', { file: 'extension.js', entry: 'test/e2e/verdicts/confirming-extension.ts' })
  .then((extension) => runSuite({ folder: path.join(root, 'test/e2e/verdicts'), extension }))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
