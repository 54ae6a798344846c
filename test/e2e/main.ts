// Runs the tests beside this file in the Node extension host of a real VS Code: the one that VSCODE_EXECUTABLE names, else
// the served one, else (not on Linux x64) the desktop one that test-electron finds or downloads.
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { copyWorkspace } from '../support/copy-workspace.js';
import { isCodeServerPlatform } from '../support/hosts/install-code-server.js';
import { release } from '../support/hosts/release.js';
import { root } from '../support/repository.js';
import { bundleSuite } from '../support/suite/bundle-suite.js';

const standIn = path.join(root, 'test/support/hosts/code-stand-in.ts');

async function main(): Promise<void> {
  const outfile = path.join(root, 'out/e2e/suite.js');
  await bundleSuite({ folder: path.join(root, 'test/e2e'), host: 'node', outfile });
  const executable = process.env['VSCODE_EXECUTABLE'] ?? (isCodeServerPlatform ? standIn : undefined);
  const workspace = await copyWorkspace();
  try {
    await runTests({
      ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
      ...(release === 'lowest' ? { version: '1.100.0' } : {}),
      extensionDevelopmentPath: root,
      extensionTestsPath: outfile,
      launchArgs: [workspace.path, '--disable-extensions'],
    });
  } finally {
    await workspace.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
