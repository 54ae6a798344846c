import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../../../../server/src/cli/run';
import { faultCatalogue } from '../../../../../server/src/sandbox/index';
import { createRecordedIo } from '../../../../support/cli-io';
import { root } from '../../../../support/repository';
import { createTemporaryFolder } from '../../../../support/temporary-folder';
import { writeFiles } from '../../../../support/write-files';

async function runWith(...args: string[]) {
  const { io, stdout, stderr } = createRecordedIo({ readStdin: () => Promise.resolve(Buffer.from('{"name":""}')) });
  const status = await run(args, io);
  return { status, stdout: stdout(), stderr: stderr() };
}

describe('cli: commands', () => {
  it('--version prints that of the package', async () => {
    for (const manifest of ['package.json', 'server/package.json']) {
      const { version } = JSON.parse(readFileSync(path.join(root, manifest), 'utf8')) as { version: string };
      assert.deepEqual(await runWith('--version'), { status: 0, stdout: `${version}\n`, stderr: '' });
    }
  });

  it('--help prints every command on standard output', async () => {
    const { status, stdout, stderr } = await runWith('--help');
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(
      stdout,
      /^ {2}targetgroup check \[PATH\.\.\.\] .*\n {2}targetgroup fix PATH.*\n {2}targetgroup preview FILE .*\n {2}targetgroup submit FILE .*\n {2}targetgroup sandbox /m,
    );
  });

  for (const command of ['check', 'fix', 'submit', 'sandbox']) {
    it(`${command} --help prints how it is used, in lines that fit`, async () => {
      const { status, stdout, stderr } = await runWith(command, 'x', '--help');
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, new RegExp(`^Usage: targetgroup ${command} [^]+Exit status: 0 `));
      assert.ok(Math.max(...stdout.split('\n').map((line) => line.length)) <= 120);
    });
  }

  it('list every fault of the sandbox with its sentence', async () => {
    const help = (await runWith('sandbox', '--help')).stdout.replace(/\s+/g, ' ');
    for (const { name, sentence } of faultCatalogue)
      assert.ok(help.includes(` ${name} `) && help.includes(sentence), name);
  });

  it('take -h for --help', async () => {
    assert.deepEqual(await runWith('-h'), await runWith('--help'));
    assert.deepEqual(await runWith('check', '-h'), await runWith('check', '--help'));
  });

  it('take --help behind -- for a path', async () => {
    const { status, stderr } = await runWith('check', '--', '--help');
    assert.equal(status, 2);
    assert.match(stderr, /^check: --help does not exist\./);
  });

  const wrong: [args: string[], problem: RegExp][] = [
    [[], /^targetgroup: a command is expected\.\n/],
    [['chek'], /^targetgroup: there is no command "chek"\.\n/],
    [['mend', 'a.json'], /there is no command "mend"/],
    [['constructor'], /there is no command "constructor"/],
    [['a\u001b[2J\n'], /there is no command "a\\u\{1b\}\[2J\\u\{a\}"/],
    [['--port'], /there is no command "--port"/],
  ];
  for (const [args, problem] of wrong) {
    it(`are answered with what there is for ${JSON.stringify(args)}`, async () => {
      const { status, stdout, stderr } = await runWith(...args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, problem);
      assert.match(stderr, /targetgroup check \[PATH\.\.\.\]/);
    });
  }

  it('show what is unknown on one line that no terminal obeys', async () => {
    const args = [
      ['check', '--a\u001b[2J\n'],
      ['submit', '--a\u001b[2J\n'],
      ['submit', 'a\u001b[2J\n', '--host', 'http://127.0.0.1:2', '--yes'],
      ['sandbox', '--a\u001b[2J\n'],
    ];
    for (const each of args) {
      const { status, stderr } = await runWith(...each);
      assert.equal(status, 2);
      assert.match(stderr, /^[^\n\u001b]*a\\u\{1b\}\[2J[^\n\u001b]*\nUsage: [^\n]+\n$/);
    }
  });

  it('reach check', async () => {
    const { status, stdout } = await runWith('check', '-');
    assert.equal(status, 1);
    assert.match(stdout, /^-:1:9: error name-empty /m);
  });

  it('reach fix', async () => {
    const { status, stdout } = await runWith('fix', '-');
    assert.deepEqual([status, stdout], [1, '{"name":""}']);
  });

  it('reach submit, with the findings of the engine in the way', async () => {
    const args = ['submit', '-', '--host', 'http://127.0.0.1:2', '--yes', '--format', 'json'];
    const { status, stdout } = await runWith(...args);
    assert.equal(status, 1);
    const { outcome, errors } = JSON.parse(stdout) as { outcome: string; errors: unknown };
    assert.equal(outcome, 'blocked');
    assert.match(JSON.stringify(errors), /"code":"name-empty"/);
  });

  it('let submit through what was lowered and is allowed by name', async () => {
    const folder = await createTemporaryFolder();
    const text = '{"name":""}';
    writeFiles(folder.path, { '.targetgrouprc.json': '{"rules":{"name-empty":"hint","x":1}}', 'a.json': text });
    const { io, stdout, stderr } = createRecordedIo({
      cwd: folder.path,
      readFile: () => Promise.resolve(Buffer.from(text)),
    });
    const args = ['submit', 'a.json', '--host', 'http://127.0.0.1:2', '--yes', '--format', 'json'];
    assert.equal(await run(args, io), 1);
    assert.match(stdout(), /"outcome":"blocked"/);
    assert.equal(stderr(), 'submit: .targetgrouprc.json is wrong: "x" is no rule.\n');
    assert.equal(await run([...args, '--allow', 'name-empty'], io), 1);
    // Without credentials it gets no further, but past the finding.
    assert.match(stdout(), /"outcome":"unauthorized"/);
    await folder.remove();
  });

  it('reach the sandbox', async () => {
    const { status, stderr } = await runWith('sandbox', '--port', 'x');
    assert.equal(status, 2);
    assert.match(stderr, /^sandbox: --port is "x"[^\n]*\nUsage: targetgroup sandbox \[--port N\] [^\n]*\n$/);
  });
});
