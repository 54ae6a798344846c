import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startChild, type Child } from '../../support/hosts/start-child.js';
import { root } from '../../support/repository.js';
import { createTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js';
import { until } from '../../support/until.js';

describe('npm start', () => {
  let folder: TemporaryFolder;

  before(async () => {
    folder = await createTemporaryFolder();
  });

  after(async () => {
    await folder.remove();
  });

  /** `npm start` less its build, which has been made. */
  const start = (env: NodeJS.ProcessEnv): Child => {
    const main = path.join(root, 'test/support/start/main.ts');
    return startChild(process.execPath, ['--import', 'tsx', main], { env: { ...process.env, ...env } });
  };

  it('serves the editor and the sandbox, says where, and leaves neither behind', async () => {
    const child = start({ DISPLAY: '', WAYLAND_DISPLAY: '' });
    try {
      const editor = await child.waitForLog(/^editor (http:\/\/127\.0\.0\.1:\d+\/\?\S+)$/m, 120_000);
      const sandbox = await child.waitForLog(/^sandbox (http:\/\/127\.0\.0\.1:8765)$/m, 10_000);
      // The address carries a token, without which the editor opens for nobody.
      assert.equal((await fetch(new URL('/', editor))).status, 403);
      const opened = await fetch(editor, { redirect: 'manual' });
      assert.equal(opened.status, 302);
      assert.match(opened.headers.get('set-cookie') ?? '', /^vscode-tkn=/);
      assert.equal((await fetch(`${sandbox}/v3/targetGroups`)).status, 401);
      assert.match(decodeURIComponent(editor), /examples$/);
      await child.stop();
      for (const address of [editor, sandbox])
        await until(() => isGone(address), { what: `end of ${address}`, within: 10_000 });
    } finally {
      await child.stop();
    }
  });

  it('opens the desktop editor, in a profile of its own, where there is one and a display', async () => {
    // No desktop editor is to be had here: what stands in its place notes how it was called.
    const calls = path.join(folder.path, 'calls');
    const code = path.join(folder.path, 'code');
    await writeFile(code, `#!/bin/sh\nprintf '%s\\n' "$@" > '${calls}'\nexec sleep 60\n`);
    await chmod(code, 0o755);
    const child = start({ DISPLAY: ':0', PATH: `${folder.path}${path.delimiter}${process.env['PATH'] ?? ''}` });
    try {
      await child.waitForLog(/^editor (desktop)$/m, 60_000);
      const called = async () => (existsSync(calls) ? (await readFile(calls, 'utf8')).split('\n') : []);
      await until(async () => (await called()).at(-2)?.endsWith('examples'), { what: 'the call', within: 10_000 });
      const args = await called();
      assert.ok(args.includes(`--extensionDevelopmentPath=${root}`), args.join(' '));
      for (const option of ['--user-data-dir', '--extensions-dir']) assert.ok(args.includes(option), args.join(' '));
    } finally {
      await child.stop();
    }
  });
});

async function isGone(address: string): Promise<boolean> {
  return await fetch(address).then(
    () => false,
    () => true,
  );
}
