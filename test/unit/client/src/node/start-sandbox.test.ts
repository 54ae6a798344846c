import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startSandbox } from '../../../../../client/src/node/start-sandbox';
import { createTemporaryFolder, type TemporaryFolder } from '../../../../support/temporary-folder';

type Context = Parameters<typeof startSandbox>[0];

/* Real processes; only what they run is written here. */
describe('the sandbox as a process', () => {
  let folder: TemporaryFolder;
  let file: string;

  beforeEach(async () => {
    folder = await createTemporaryFolder();
    file = path.join(folder.path, 'cli.js');
  });
  afterEach(() => folder.remove());

  const context = { asAbsolutePath: () => file } as unknown as Context;
  const ignore = (): void => undefined;

  it('is there once it has printed its address, and gone once it was stopped', async () => {
    await writeFile(file, 'console.log(`http://127.0.0.1:1\\n${process.argv.slice(2)}`); setInterval(() => {}, 1000);');
    const ended = new Promise<void>((resolve) => {
      void startSandbox(context, resolve).then((sandbox) => {
        assert.equal(sandbox.address, 'http://127.0.0.1:1');
        sandbox.stop();
      });
    });
    await ended;
  });

  it('is asked for with the one argument that the command line knows', async () => {
    await writeFile(file, 'console.log(JSON.stringify([process.argv.slice(2), process.execArgv]));');
    const { address } = await startSandbox(context, ignore);
    assert.deepEqual(JSON.parse(address), [['sandbox'], []]);
  });

  it('fails with what it complained about when it ends before', async () => {
    await writeFile(file, "console.error('sandbox: The port is taken.\\nmore'); process.exitCode = 2;");
    await assert.rejects(startSandbox(context, ignore), /^Error: sandbox: The port is taken\.$/);
  });

  it('fails when it ends without a word', async () => {
    await writeFile(file, '');
    await assert.rejects(startSandbox(context, ignore), /sandbox/i);
  });

  it('does not hang on what it prints afterwards', async () => {
    await writeFile(
      file,
      "console.log('http://127.0.0.1:1'); process.stdout.write('x'.repeat(5_000_000), () => process.exit());",
    );
    await new Promise<void>((resolve, reject) => {
      startSandbox(context, resolve).catch(reject);
    });
  });
});
