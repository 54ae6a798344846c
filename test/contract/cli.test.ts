import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, copyFileSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Diagnostic } from 'vscode-languageserver-types';
import { builtFile } from '../support/built-file';
import { root } from '../support/repository';
import { stateIn } from '../support/state-in';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder';
import { until } from '../support/until';
import { writeFiles } from '../support/write-files';

interface Report {
  readonly files: readonly { readonly path: string; readonly diagnostics: readonly Diagnostic[] }[];
}
interface Matcher {
  readonly pattern: { readonly regexp: string } & Readonly<
    Record<'file' | 'line' | 'column' | 'severity' | 'code' | 'message', number>
  >;
}
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly contributes: { readonly problemMatchers: readonly Matcher[] };
};

const accepted = path.join(root, 'test/fixtures/accepted');
const acceptedFiles = readdirSync(accepted);

/** The built command line, alone in a folder, run from an empty one. */
describe('the built command line', () => {
  let folder: TemporaryFolder;
  let cli: string;

  before(async function () {
    this.timeout(120_000);
    const built = builtFile('cli.js');
    folder = await createTemporaryFolder();
    mkdirSync(path.join(folder.path, 'bin'));
    mkdirSync(path.join(folder.path, 'empty'));
    cli = path.join(folder.path, 'bin/cli.js');
    copyFileSync(built, cli);
  });
  after(async () => {
    await folder.remove();
  });

  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TARGETGROUP_')));
  const at = (name: string) => path.join(folder.path, name);

  function start(args: readonly string[], more: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
    const options = { cwd: at('empty'), env: { ...env, ...stateIn(at('state')), ...more } };
    return spawn(process.execPath, [cli, ...args], { ...options, stdio: 'pipe' });
  }

  async function end(child: ChildProcessWithoutNullStreams, input: string | Uint8Array = '') {
    child.stdin.end(input);
    const [stdout, stderr, [status]] = await Promise.all([
      buffer(child.stdout),
      buffer(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ]);
    return { status, stdout: stdout.toString(), stderr: stderr.toString() };
  }

  const run = (...args: string[]) => end(start(args));

  it('answers --help and --version on standard output', async () => {
    const [help, version] = await Promise.all([run('--help'), run('--version')]);
    assert.deepEqual([help.status, help.stderr], [0, '']);
    assert.match(help.stdout, /targetgroup check/);
    assert.deepEqual([version.status, version.stderr], [0, '']);
    assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('exits 2 on wrong use, with nothing on standard output', async () => {
    const uses = [[], ['none'], ['check', '--none'], ['check'], ['submit'], ['sandbox', '--none']];
    const ends = await Promise.all(uses.map(async (args) => ({ args, ...(await run(...args)) })));
    for (const { args, status, stdout, stderr } of ends) {
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.notEqual(stderr, '');
    }
  });

  it('finds no error in any body that the API accepted, whatever the files are called', async () => {
    for (const name of acceptedFiles) {
      mkdirSync(at('plain'), { recursive: true });
      copyFileSync(path.join(accepted, name), at(`plain/${name.replace('.targetgroup', '')}`));
    }
    const plain = acceptedFiles.map((name) => at(`plain/${name.replace('.targetgroup', '')}`));
    const ways = [plain, [accepted], [`${accepted}/*.json`]];
    for (const { status, stdout, stderr } of await Promise.all(ways.map((paths) => run('check', ...paths)))) {
      assert.equal(status, 0, stdout);
      assert.match(stderr, /^10 files checked: /);
      assert.doesNotMatch(stdout, /: error /);
    }
  });

  it('exits 1 with an error, 2 when a file is missing too', async () => {
    writeFiles(folder.path, { 'error.json': '{"name":""}' });
    assert.equal((await run('check', at('error.json'))).status, 1);
    const both = await run('check', at('none.json'), at('error.json'), '--format=json');
    assert.equal(both.status, 2);
    assert.equal((JSON.parse(both.stdout) as { summary: { errors: number } }).summary.errors, 1);
  });

  it('reads standard input', async () => {
    const { status, stdout } = await end(start(['check', '-', '--stdin-path', 'x.json']), '{"name":""}');
    assert.equal(status, 1);
    assert.match(stdout, /^x\.json:1:9: error name-empty /m);
  });

  it('is read by the problem matcher of the extension, line by line', async () => {
    const names = ['a.json', 'two words.json', 'c:12.json'];
    writeFiles(folder.path, Object.fromEntries(names.map((name) => [`matched/${name}`, '{"name":"","x]: y":1}'])));
    const matched = names.map((name) => at(`matched/${name}`));
    const { stdout } = await run('check', ...matched);
    const json = JSON.parse((await run('check', '--format=json', ...matched)).stdout) as Report;
    const [matcher = assert.fail()] = manifest.contributes.problemMatchers;
    const { regexp, file, line, column, severity, code, message } = matcher.pattern;
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((each) => {
          const groups = new RegExp(regexp).exec(each) ?? assert.fail(each);
          return [file, line, column, severity, code, message].map((group) => groups[group]);
        }),
      json.files.flatMap(({ path: name, diagnostics }) =>
        diagnostics.map(({ range: { start }, severity: number = 1, code: rule, message: text }) => {
          const level = ['error', 'warning', 'information', 'hint'][number - 1];
          return [name, `${start.line + 1}`, `${start.character + 1}`, level, rule, text];
        }),
      ),
    );
    const levels = new Set(json.files.flatMap(({ diagnostics }) => diagnostics.map((each) => each.severity)));
    assert.deepEqual([...levels].sort(), [1, 2, 4]);
  });

  it('takes levels from --rule', async () => {
    writeFiles(folder.path, { 'error.json': '{"name":""}' });
    const rules = ['name-empty=off', 'json-syntax=off'];
    const ends = await Promise.all(rules.map((rule) => run('check', at('error.json'), '--rule', rule)));
    assert.deepEqual(
      ends.map(({ status }) => status),
      [0, 2],
    );
  });

  it('writes SARIF, JUnit and commands of GitHub', async () => {
    writeFiles(folder.path, { 'error.json': '{"name":""}' });
    const begins = { sarif: /^\{"\$schema":/, junit: /^<\?xml /, github: /^::error file=/m };
    const inFormat = async (format: string, begin: RegExp) => {
      const { status, stdout, stderr } = await run('check', at('error.json'), '--format', format);
      assert.deepEqual([status, stderr], [1, '']);
      assert.match(stdout, begin);
      return stdout;
    };
    const [stdout = ''] = await Promise.all(Object.entries(begins).map(([format, begin]) => inFormat(format, begin)));
    const { runs } = JSON.parse(stdout) as { runs: { tool: { driver: { rules: { help: { text: string } }[] } } }[] };
    // The texts of the rules are in the bundle.
    for (const { help } of runs[0]?.tool.driver.rules ?? []) assert.match(help.text, /^.{20,}\n\nSource: ./);
  });

  it('mends files and standard input, and shows the differences first', async () => {
    const text = '\uFEFF{"name":" a ",\r\n"totalPeriods":"1",}';
    writeFiles(folder.path, { 'mend.json': text });
    const shown = await run('fix', at('mend.json'), '--dry-run');
    assert.deepEqual([shown.status, readFileSync(at('mend.json'), 'utf8')], [0, text]);
    assert.match(shown.stdout, /^--- a\/.*mend\.json"?\n\+\+\+ b\/.*\n@@ -1,2 \+1,2 @@\n-/);
    const piped = await end(start(['fix', '-']), text);
    assert.equal((await run('fix', at('mend.json'))).status, 0);
    const mended = readFileSync(at('mend.json'), 'utf8');
    assert.deepEqual([mended, piped.stdout], ['{"name":"a",\r\n"totalPeriods":1}', mended]);
  });

  it('asks nobody for the schema that a definition names', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/schema.json`;
    writeFiles(folder.path, { 'schema.json': JSON.stringify({ $schema: address, $ref: address, name: 'a' }) });
    await Promise.all(['text', 'sarif'].map((format) => run('check', at('schema.json'), '--format', format)));
    server.close();
    assert.deepEqual(asked, []);
  });

  it('writes all of a big output to a pipe that is read late', async () => {
    const names = Array.from({ length: 8000 }, (_, index) => `"x${index}":0`);
    writeFiles(folder.path, { 'big.json': `{"name":"a",${names.join(',')}}` });
    const child = start(['check', at('big.json'), '--format=json']);
    await until(() => child.stdout.readableLength > 0, { what: 'output', within: 15_000 });
    const { status, stdout } = await end(child);
    assert.equal(status, 0);
    // Several times what a pipe holds.
    assert.ok(stdout.length > 2e5, String(stdout.length));
    assert.ok((JSON.parse(stdout) as { summary: { warnings: number } }).summary.warnings > 0);
  });

  it('ends quietly, with its status, when the pipe is closed', async () => {
    const names = Array.from({ length: 8000 }, (_, index) => `"x${index}":0`);
    writeFiles(folder.path, { 'big-error.json': `{"name":"",${names.join(',')}}` });
    const close = async (format: string) => {
      const child = start(['check', at('big-error.json'), `--format=${format}`]);
      child.stdout.destroy();
      child.stdin.end();
      const [stderr, [status]] = await Promise.all([buffer(child.stderr), once(child, 'close') as Promise<[number]>]);
      assert.equal(status, 1);
      assert.doesNotMatch(stderr.toString(), /EPIPE|bug/);
    };
    await Promise.all([close('text'), close('json')]);
  });

  if (process.platform === 'linux') {
    it('exits 2 when its output cannot be written', async () => {
      const full = openSync('/dev/full', 'w');
      const child = spawn(process.execPath, [cli, 'check', accepted], { env, stdio: ['ignore', full, 'pipe'] });
      closeSync(full);
      const [status] = (await once(child, 'close')) as [number];
      assert.equal(status, 2);
    });
  }

  it('submits to its own sandbox, with the credentials of the environment', async () => {
    const sandbox = start(['sandbox', '--port', '0']);
    const [chunk] = (await once(sandbox.stdout, 'data')) as [Buffer];
    const [url = ''] = chunk.toString().split('\n');
    const file = path.join(accepted, 'create-06-streaks-transaction-sales.targetgroup.json');
    const credentials = { TARGETGROUP_USERNAME: 'till.1', TARGETGROUP_PASSWORD: 'password' };
    const args = ['submit', file, '--host', url, '--yes', '--format', 'json'];
    const submitted = await end(start(args, credentials));
    assert.equal(submitted.status, 0, submitted.stderr);
    assert.equal((JSON.parse(submitted.stdout) as { outcome: string }).outcome, 'created');
    const again = await end(start(args, credentials));
    assert.equal(again.status, 1);
    const { outcome, message } = JSON.parse(again.stdout) as { outcome: string; message: string };
    assert.equal(outcome, 'blocked');
    assert.match(message, /has a group ".*" already\. Exactly this content was created at .*, under id \d+\./);
    sandbox.kill('SIGTERM');
    assert.equal((await end(sandbox)).status, 0);
  });
});
