import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startCodeServer } from '../../support/hosts/start-code-server.js';
import { root } from '../../support/repository.js';
import { readZip } from '../../support/read-zip.js';
import { createTemporaryFolder } from '../../support/temporary-folder.js';
import { findVsix } from './installed-editor.js';

const run = promisify(execFile);

/** Every file below a folder, relative, with `/`. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

describe('the package of the extension', () => {
  it('weighs at most 1.2 MB', async () => {
    const { size } = statSync(await findVsix());
    assert.ok(size <= 1_200_000, `${size} bytes`);
  });

  it('installs exactly the files that it ships', async () => {
    const vsix = await findVsix();
    const server = await startCodeServer({ vsix: [vsix] });
    try {
      const [folder] = readdirSync(server.extensionsFolder).filter((name) =>
        name.startsWith('targetgroup.targetgroup-'),
      );
      assert.ok(folder !== undefined, 'it is not installed');
      const shipped = [...readZip(vsix).keys()].filter((name) => name.startsWith('extension/'));
      assert.deepEqual(
        filesIn(path.join(server.extensionsFolder, folder)),
        [...shipped.map((name) => name.replace('extension/', '')), '.vsixmanifest'].sort(),
      );
    } finally {
      await server.stop();
    }
  });
});

describe('the package of the language server', () => {
  it('has both programs, which run where nothing else is installed', async () => {
    const folder = await createTemporaryFolder();
    try {
      const [tarball, ...others] = readdirSync(root).filter((name) =>
        /^targetgroup-language-server-.*\.tgz$/.test(name),
      );
      assert.ok(tarball !== undefined && others.length === 0, 'npm run package makes exactly one');
      await run('tar', ['-xzf', path.join(root, tarball), '-C', folder.path]);
      const files = filesIn(path.join(folder.path, 'package'));
      const wanted = [
        'LICENSE',
        'NOTICE',
        'RULES.md',
        'dist/cli.js',
        'dist/engine.js',
        'dist/preview/main.js',
        'dist/preview/style.css',
        'dist/server.js',
      ];
      assert.deepEqual(
        files.filter((file) => !/^(package\.json|README\.md|schemas\/[\w.-]+\.json)$/.test(file)),
        wanted,
      );
      const cli = path.join(folder.path, 'package/dist/cli.js');
      const { stdout } = await run(process.execPath, [cli, '--version'], { cwd: folder.path });
      assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
    } finally {
      await folder.remove();
    }
  });
});
