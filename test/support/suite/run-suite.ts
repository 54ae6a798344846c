import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { copyWorkspace } from '../copy-workspace.js';
import { isCodeServerPlatform } from '../hosts/install-code-server.js';
import { release } from '../hosts/release.js';
import { root } from '../repository.js';
import { bundleSuite } from './bundle-suite.js';

const standIn = path.join(root, 'test/support/hosts/code-stand-in.ts');

interface SuiteRun {
  /** Every `*.test.ts` right in it is part of the suite. */
  readonly folder: string;
  /** The folder of the extension under test. */
  readonly extension: string;
}

/**
 * Runs a suite in the Node extension host of a real VS Code: the one that VSCODE_EXECUTABLE names, else the served one,
 * else (not on Linux x64) the desktop one that test-electron finds or downloads. Rejects when a test fails.
 */
export async function runSuite({ folder, extension }: SuiteRun): Promise<void> {
  // In the extension's folder: then both are given the same `vscode`, and a test can answer in the author's place.
  const outfile = path.join(extension, 'out', path.relative(path.join(root, 'test'), folder), 'suite.js');
  await bundleSuite({ folder, host: 'node', outfile });
  const executable = process.env['VSCODE_EXECUTABLE'] ?? (isCodeServerPlatform ? standIn : undefined);
  const workspace = await copyWorkspace();
  try {
    await runTests({
      ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
      ...(release === 'lowest' ? { version: '1.100.0' } : {}),
      extensionDevelopmentPath: extension,
      extensionTestsPath: outfile,
      launchArgs: [workspace.path, '--disable-extensions'],
    });
  } finally {
    await workspace.remove();
  }
}
