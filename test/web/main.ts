// Runs the tests beside this file in the web extension host of a real VS Code for the Web, which is served exactly the
// files that the package ships.
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { createSandbox } from '../../server/src/sandbox/index.js';
import { runWebTests } from '../support/hosts/run-web-tests.js';
import { root } from '../support/repository.js';
import { bundleSuite } from '../support/suite/bundle-suite.js';

async function main(): Promise<void> {
  const tests = path.join(root, 'out/web/suite.js');
  // A page cannot listen: the sandbox runs here.
  const sandbox = createSandbox({ port: 0 });
  const define = { SANDBOX_HOST: JSON.stringify(await sandbox.listen()) };
  await bundleSuite({ folder: path.join(root, 'test/web'), host: 'worker', outfile: tests, define });
  const extensionFiles = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const { code, why } = await runWebTests({ extension: root, extensionFiles, tests }, 120_000);
  await sandbox.close();
  if (why !== undefined) console.error(why);
  process.exitCode = code;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
