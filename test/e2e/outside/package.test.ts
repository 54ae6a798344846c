import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startCodeServer } from '../../support/hosts/start-code-server.js';
import { root } from '../../support/repository.js';
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

const bundles = [
  'cli.js',
  'extension.js',
  'extension.web.js',
  'preview/main.js',
  'preview/style.css',
  'server.js',
  'server.web.js',
];

/** What the extension ships: exactly these, or any number of those that a pattern takes. The packer renames three. */
const shipped = {
  exactly: [
    ...bundles.map((file) => `dist/${file}`),
    '.vsixmanifest',
    'LICENSE.txt',
    'changelog.md',
    'language-configuration.json',
    'package.json',
    'package.nls.json',
    'readme.md',
    'server/RULES.md',
    'syntaxes/targetgroup.tmLanguage.json',
  ],
  any: [
    /^NOTICE(\.txt)?$/,
    /^package\.nls\.[a-z-]+\.json$/,
    /^l10n\/bundle\.l10n(\.[a-z-]+)?\.json$/,
    /^schemas\/[\w.-]+\.json$/,
    /^snippets\/[\w.-]+\.code-snippets$/,
    /^icons\/[\w-]+\.(svg|png)$/,
    /^walkthrough\/[\w-]+\.(md|svg|png)$/,
    /^examples\/([\w-]+\/)*[\w.-]+\.targetgroup\.json$/,
    /^examples\/(README\.md|\.targetgrouprc\.json)$/,
  ],
};

describe('the package of the extension', () => {
  it('weighs at most 1.2 MB', async () => {
    const { size } = statSync(await findVsix());
    assert.ok(size <= 1_200_000, `${size} bytes`);
  });

  it('installs exactly the files that it has to ship', async () => {
    const server = await startCodeServer({ vsix: [await findVsix()] });
    try {
      const [folder] = readdirSync(server.extensionsFolder).filter((name) =>
        name.startsWith('targetgroup.targetgroup-'),
      );
      assert.ok(folder !== undefined, 'it is not installed');
      const files = filesIn(path.join(server.extensionsFolder, folder));
      assert.deepEqual(
        shipped.exactly.filter((file) => !files.includes(file)),
        [],
        'these are missing',
      );
      const strange = files.filter(
        (file) => !shipped.exactly.includes(file) && !shipped.any.some((one) => one.test(file)),
      );
      assert.deepEqual(strange, [], 'these are too many');
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
        'RULES.md',
        'dist/cli.js',
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
