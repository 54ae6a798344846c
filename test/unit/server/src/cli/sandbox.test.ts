import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { runSandboxCommand } from '../../../../../server/src/cli/sandbox';
import { bundleScript } from '../../../../support/bundle-script';
import { createTemporaryFolder, type TemporaryFolder } from '../../../../support/temporary-folder';
import { withSandbox } from '../../../../support/with-sandbox';

async function run(
  args: readonly string[],
  signal?: AbortSignal,
): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const status = await runSandboxCommand(args, {
    stdout: (text) => (out += text),
    stderr: (text) => (err += text),
    ...(signal === undefined ? {} : { signal }),
  });
  return { status, out, err };
}

describe('cli: sandbox', () => {
  const wrong: [args: string[], message: RegExp][] = [
    [['--port'], /--port has no value; expected a number from 0 to 65535/],
    [['--port', 'http'], /--port is "http"; expected a number/],
    [['--port', '65536'], /--port is "65536"/],
    [['--port', '-1'], /--port is "-1"/],
    [['--port', '1e3'], /--port is "1e3"/],
    [['--port', '0', '--fault', 'drop'], /--fault: there is no fault "drop"\. sandbox --help lists them/],
    [['--fault', 'html@moon'], /there is no place "moon"; expected is one of create, name-check, /],
    [['--fault', 'html:all'], /"html:all" is no fault; expected is NAME, /],
    [['--fault'], /--fault: it has no value/],
    [['--host', '0.0.0.0'], /"--host" is not known/],
    [['8765'], /"8765" is not known/],
    [['-p', '1'], /"-p" is not known/],
  ];
  for (const [args, message] of wrong) {
    it(`exits 2 for ${args.join(' ')}`, async () => {
      const { status, out, err } = await run(args);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, message);
    });
  }

  it('exits 2 when the port is taken, and says so', async () => {
    await withSandbox({}, async ({ url }) => {
      const { port } = new URL(url);
      const { status, out, err } = await run([`--port=${port}`]);
      assert.deepEqual([status, out], [2, '']);
      assert.match(
        err,
        new RegExp(`^sandbox: The port is taken: another program listens on 127.0.0.1, port ${port}\\.`),
      );
    });
  });

  it('prints its bare URL first, answers there, and exits 0 when the signal aborts', async () => {
    const end = new AbortController();
    let printed: (text: string) => void = () => undefined;
    const first = new Promise<string>((resolve) => (printed = resolve));
    const listeners = process.listenerCount('SIGTERM');
    const status = runSandboxCommand(['--port', '0'], { stdout: printed, stderr: printed, signal: end.signal });
    const url = (await first).split('\n')[0] ?? '';
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal((await fetch(`${url}/v3/targetGroups`)).status, 401);
    end.abort();
    assert.equal(await status, 0);
    assert.equal(process.listenerCount('SIGTERM'), listeners);
    await assert.rejects(fetch(url));
  });

  it('lets go wrong what it is told to', async () => {
    const end = new AbortController();
    let printed: (text: string) => void = () => undefined;
    const first = new Promise<string>((resolve) => (printed = resolve));
    const args = ['--port', '0', '--fault', 'status-498@list:1', '--fault', 'html@list'];
    const status = runSandboxCommand(args, { stdout: printed, stderr: printed, signal: end.signal });
    const list = `${(await first).split('\n')[0] ?? ''}/v3/targetGroups`;
    assert.equal((await fetch(list)).status, 498);
    for (let time = 0; time < 2; time++) assert.match(await (await fetch(list)).text(), /^<html>/);
    end.abort();
    assert.equal(await status, 0);
  });

  let folder: TemporaryFolder;
  let bundle: string;
  before(async () => {
    folder = await createTemporaryFolder();
    bundle = bundleScript('server/src/cli/sandbox.ts', folder.path);
  });
  after(() => folder.remove());

  const ends: [how: string, end: (child: ChildProcess) => void][] = [
    ['on SIGINT', (child) => child.kill('SIGINT')],
    ['on SIGTERM', (child) => child.kill('SIGTERM')],
    [
      'when the editor that forked it is gone',
      (child) => {
        child.disconnect();
      },
    ],
  ];
  for (const [how, end] of ends) {
    it(`exits 0 ${how}, as a process of its own`, async () => {
      const code =
        `const { runSandboxCommand } = require(${JSON.stringify(bundle)});` +
        'const stdout = (text) => process.stdout.write(text);' +
        "runSandboxCommand(['--port', '0'], { stdout, stderr: stdout }).then((status) => { process.exitCode = status; });";
      const child = spawn(process.execPath, ['--eval', code], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
      const exit = once(child, 'exit');
      const [chunk] = (await once(child.stdout ?? child, 'data')) as [Buffer];
      const url = chunk.toString().split('\n')[0] ?? '';
      assert.equal((await fetch(url)).status, 404);
      end(child);
      assert.deepEqual(await exit, [0, null]);
    });
  }
});
