import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { diagnosticsOf, hostileBody, hostileNames, runCheck } from '../../../../../support/check-formats';
import { createTemporaryFolder, type TemporaryFolder } from '../../../../../support/temporary-folder';
import { writeFiles } from '../../../../../support/write-files';

interface Command {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line as the runner of GitHub Actions does. */
function readCommand(line: string): Command {
  const [, command = '', properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? assert.fail(line);
  const unescape = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  const entries = properties.split(',').map((each): [string, string] => {
    const [name = '', value = ''] = each.split(/=(.*)/s);
    return [name, unescape(value).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')];
  });
  return { command, properties: Object.fromEntries(entries), message: unescape(message).replaceAll('%25', '%') };
}

describe('cli: check --format github', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await createTemporaryFolder();
  });
  afterEach(async () => {
    await folder.remove();
  });

  it('is one command for each finding, that says what the findings say', async () => {
    writeFiles(folder.path, Object.fromEntries(hostileNames.map((name) => [name, hostileBody])));
    const { status, stdout, stderr } = await runCheck(['--format=github', '--', ...hostileNames], { cwd: folder.path });
    assert.deepEqual([status, stderr], [1, '']);
    const commands = stdout.trimEnd().split('\n').map(readCommand);
    const files = await diagnosticsOf(hostileNames, { cwd: folder.path });
    assert.deepEqual(
      commands.map(({ command, properties: { line, col, endLine, endColumn, title } }) => {
        return [command, line, col, endLine, endColumn, title];
      }),
      files.flatMap(({ diagnostics }) =>
        diagnostics.map(({ severity = 1, code, range: { start, end } }) => [
          ['error', 'warning', 'notice', 'notice'][severity - 1],
          `${start.line + 1}`,
          `${start.character + 1}`,
          `${end.line + 1}`,
          start.line === end.line ? `${end.character + 1}` : undefined,
          String(code),
        ]),
      ),
    );
    // What a terminal would obey is shown instead, in the name too; everything else comes back as it was.
    const shown = (name: string) => name.replace('\u001b', '\\u{1b}').replace('\u202e', '\\u{202e}');
    const paths = commands.map(({ properties }) =>
      properties['file']?.replace(/^\\u\{3a\}/, ':').replace('\\u{23}', '#'),
    );
    assert.deepEqual(
      paths,
      files.flatMap((file) => file.diagnostics.map(() => shown(file.path))),
    );
  });

  it('holds no other order: not in paths, messages or reasons', async () => {
    writeFiles(folder.path, Object.fromEntries(hostileNames.map((name) => [name, hostileBody])));
    const args = [...hostileNames, ...hostileNames.map((name) => `none/${name}`)];
    for (const format of ['github', 'text']) {
      const { stdout, stderr } = await runCheck([`--format=${format}`, '--', ...args], { cwd: folder.path });
      for (const line of [...stdout.split('\n'), ...stderr.split('\n')]) {
        assert.doesNotMatch(line, /[\p{Cc}\u202e]|##\w*\[/u);
        if (format === 'github' && line.startsWith('::'))
          assert.match(line, /^::(?:error|warning|notice) (?:file|title)=/);
        else assert.doesNotMatch(line, /^\s*::/);
      }
    }
  });

  it('has paths from the root of the checked out repository, where that is known', async () => {
    writeFiles(folder.path, { 'repository/sub/a.json': '{"name":""}', 'b.json': '{"name":""}' });
    mkdirSync(path.join(folder.path, 'repository2'));
    const fileOf = async (cwd: string, file: string, workspace: string) => {
      const env = { GITHUB_WORKSPACE: workspace && path.join(folder.path, workspace) };
      const { stdout } = await runCheck(['--format=github', file], { cwd: path.join(folder.path, cwd), env });
      return readCommand(stdout.split('\n')[0] ?? '').properties['file'];
    };
    assert.equal(await fileOf('repository/sub', 'a.json', 'repository'), 'sub/a.json');
    assert.equal(await fileOf('repository', './sub/a.json', 'repository'), 'sub/a.json');
    assert.equal(await fileOf('repository/sub', path.join(folder.path, 'repository/sub/a.json'), ''), 'a.json');
    assert.equal(await fileOf('repository/sub', 'a.json', 'repo'), 'a.json');
    assert.equal(await fileOf('repository2', '../b.json', 'repository'), '../b.json');
  });

  it('tells what cannot be read as an error', async () => {
    const { status, stdout, stderr } = await runCheck(['--format=github', 'no,ne'], { cwd: folder.path });
    assert.deepEqual(
      [status, stdout, stderr],
      [2, '::error title=targetgroup::no,ne does not exist.\n', 'check: no,ne does not exist.\n'],
    );
  });

  it('says nothing where nothing is wrong', async () => {
    const off = ['documented-required', 'total-periods-count'].flatMap((code) => ['--rule', `${code}=off`]);
    writeFiles(folder.path, { 'a.json': '{"name":"a"}' });
    assert.equal((await runCheck(['--format=github', 'a.json', ...off], { cwd: folder.path })).stdout, '');
  });
});
