import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-types';
import { runCheckCommand } from '../../../../../server/src/cli/check';
import type { CliIo } from '../../../../../server/src/cli/io';
import { createRecordedIo } from '../../../../support/cli-io';
import { createTemporaryFolder, type TemporaryFolder } from '../../../../support/temporary-folder';
import { writeFiles } from '../../../../support/write-files';

const clean =
  '{"name":"Spring","trackingType":"DEFAULT","targetEvaluationType":"FIXED_CALENDAR_WINDOW","totalPeriods":0,"frequencyType":"CUSTOM","frequency":0,"recurringCycles":0}';
const warning = clean.replace('"name":"Spring"', '"name":"Summer","nmae":1');
const error = clean.replace('"Spring"', '""');

const isPosix = process.platform !== 'win32';

describe('cli: check', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await createTemporaryFolder();
  });
  afterEach(async () => {
    await folder.remove();
  });

  async function check(args: readonly string[], given: Partial<CliIo> = {}) {
    const { io, stdout, stderr } = createRecordedIo({ cwd: folder.path, ...given });
    const status = await runCheckCommand(args, io, 'file:///RULES.md');
    return { status, stdout: stdout(), stderr: stderr() };
  }

  /** The paths that were checked, as they were shown. */
  async function checkedPaths(...args: string[]): Promise<string[]> {
    const { status, stdout, stderr } = await check([...args, '--format', 'json']);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    return (JSON.parse(stdout) as { files: { path: string }[] }).files.map((file) => file.path);
  }

  const at = (name: string) => path.join(folder.path, name);

  describe('exit status and streams', () => {
    beforeEach(() => {
      writeFiles(folder.path, { 'clean.json': clean, 'warning.json': warning, 'error.json': error });
    });

    it('is 0 and says nothing on standard output where nothing is wrong', async () => {
      assert.deepEqual(await check(['clean.json']), {
        status: 0,
        stdout: '',
        stderr: '1 file checked: nothing found.\n',
      });
    });

    it('is 0 with a warning', async () => {
      const { status, stdout, stderr } = await check(['warning.json']);
      assert.equal(status, 0);
      assert.match(stdout, /^warning\.json:1:18: warning unknown-property .+\n$/);
      assert.equal(stderr, '1 file checked: 1 warning.\n');
    });

    it('is 1 with more warnings than are allowed', async () => {
      assert.equal((await check(['warning.json', '--max-warnings', '1'])).status, 0);
      const { status, stderr } = await check(['warning.json', '--max-warnings', '0']);
      assert.equal(status, 1);
      assert.match(stderr, /more warnings than --max-warnings 0 allows/);
    });

    it('is 1 with more warnings than are allowed, listed or not', async () => {
      const unknown = Array.from({ length: 1500 }, (_, index) => `"x${index}":1`);
      writeFiles(folder.path, { 'many.json': clean.replace('"Spring"', `"Spring",${unknown.join(',')}`) });
      const { status, stdout, stderr } = await check(['many.json', '--max-warnings', '1499']);
      assert.deepEqual([status, stdout.trimEnd().split('\n').length], [1, 1000]);
      assert.match(stderr, /^1 file checked: 1500 warnings\.\n/);
      assert.equal((await check(['many.json', '--max-warnings', '1500'])).status, 0);
    });

    it('is 1 with an error, one line for each finding', async () => {
      const { status, stdout, stderr } = await check(['clean.json', 'error.json', './error.json', 'warning.json']);
      assert.equal(status, 1);
      assert.equal(stdout.split('\n').length, 3);
      assert.equal(stdout.split('\n')[0]?.replace(/ name-empty .*/, ''), 'error.json:1:9: error');
      assert.equal(stderr, '3 files checked: 1 error, 1 warning.\n');
    });

    it('is 2 when a file cannot be read, and the others are reported', async () => {
      const { status, stdout, stderr } = await check(['none.json', 'error.json']);
      assert.equal(status, 2);
      assert.match(stdout, /^error\.json:/);
      assert.match(stderr, /^check: none\.json does not exist\.\n1 file checked: 1 error\.\n$/);
    });

    const wrong: [args: string[], message: RegExp][] = [
      [['--format', 'xml'], /--format is "xml"; expected text, json, sarif, junit or github\./],
      [['--format', 'toString'], /--format is "toString"/],
      [['--format'], /--format/],
      [['--format', 'x\u001b[31m'], /--format is "x\\u\{1b\}\[31m"/],
      [['--rules', 'x'], /Unknown option '--rules'\.\nUsage: targetgroup check \[PATH\.\.\.\]/],
      [['--rule'], /--rule/],
      [['--rule', 'name-empty'], /--rule is "name-empty"; expected CODE=LEVEL\./],
      [['--rule', 'name-emtpy=off'], /--rule name-emtpy=off: "name-emtpy" is no rule; did you mean "name-empty"\?\n/],
      [['--rule', '__proto__=off'], /"__proto__" is no rule/],
      [
        ['--rule', 'name-empty=fatal'],
        /"fatal" is no level of "name-empty"; error, warning, information, hint, off are\./,
      ],
      [['--rule', 'name-empty='], /"" is no level of "name-empty"/],
      [['--rule', 'json-syntax=off'], /The level of "json-syntax" cannot be changed/],
      [['--rule', 'internal-error=hint'], /cannot be changed/],
      [['--rule', 'schema-required=hint'], /cannot be changed/],
      [['-x'], /Unknown option '-x'/],
      [['--max-warnings', 'many'], /--max-warnings is "many"; expected a whole number/],
      [['--max-warnings=-1'], /--max-warnings is "-1"/],
      [['--max-warnings=1.5'], /--max-warnings is "1\.5"/],
      [['--max-warnings='], /--max-warnings is ""/],
      [['--stdin-path', 'a.json', 'clean.json'], /standard input is not read; name it "-"/],
      [['--stdin-path=', '-'], /--stdin-path is empty/],
    ];
    for (const [args, message] of wrong) {
      it(`is 2 for ${JSON.stringify(args)}, and nothing is checked`, async () => {
        const { status, stdout, stderr } = await check(args);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, message);
      });
    }

    it('is 2 when nothing matches, and the others are reported', async () => {
      mkdirSync(at('empty'));
      const { status, stdout, stderr } = await check(['empty', 'error.json', '*.none', 'none/*.json']);
      assert.equal(status, 2);
      assert.match(stdout, /^error\.json:/);
      assert.equal(
        stderr,
        'check: empty holds no *.targetgroup.json.\n' +
          'check: *.none matches no file.\ncheck: none/*.json matches no file.\n1 file checked: 1 error.\n',
      );
    });

    it('is 2 in a folder without definitions, and nothing is said of none', async () => {
      const { status, stderr } = await check([]);
      assert.equal(status, 2);
      assert.equal(stderr, 'check: . holds no *.targetgroup.json.\n');
    });
  });

  describe('json', () => {
    it('is one object with the diagnostics of the language server', async () => {
      writeFiles(folder.path, { 'a/ü.json': error, 'b.json': clean });
      const { status, stdout, stderr } = await check(['a/ü.json', 'b.json', '--format=json']);
      assert.deepEqual([status, stderr], [1, '']);
      const report = JSON.parse(stdout) as { files: { diagnostics: Diagnostic[] }[] };
      const [{ message, codeDescription } = assert.fail()] = report.files.flatMap(({ diagnostics }) => diagnostics);
      assert.deepEqual(report, {
        version: 1,
        files: [
          {
            path: 'a/ü.json',
            diagnostics: [
              {
                range: { start: { line: 0, character: 8 }, end: { line: 0, character: 10 } },
                severity: 1,
                code: 'name-empty',
                codeDescription,
                source: 'targetgroup',
                message,
              },
            ],
          },
          { path: 'b.json', diagnostics: [] },
        ],
        summary: { files: 2, errors: 1, warnings: 0, informations: 0, hints: 0 },
      });
      assert.match(String(codeDescription?.href), /^file:\/\/\/RULES\.md#L\d+$/);
    });

    it('stays one object when nothing could be checked', async () => {
      const { status, stdout } = await check(['none', '--format', 'json']);
      assert.equal(status, 2);
      assert.deepEqual(JSON.parse(stdout), {
        version: 1,
        files: [],
        summary: { files: 0, errors: 0, warnings: 0, informations: 0, hints: 0 },
      });
    });
  });

  describe('standard input', () => {
    const given = (text: string) => ({ readStdin: () => Promise.resolve(Buffer.from(text)) });

    it('is "-", read once', async () => {
      writeFiles(folder.path, { 'clean.json': clean });
      const { status, stdout, stderr } = await check(['-', 'clean.json', '-'], given(error));
      assert.equal(status, 1);
      assert.match(stdout, /^-:1:9: error name-empty [^\n]+\n$/);
      assert.equal(stderr, '2 files checked: 1 error.\n');
    });

    it('goes by the name it is given', async () => {
      const twice = error.replace('{', '{"name":"a",');
      const args = ['--stdin-path', 'new/x.json', '--format', 'json', '-'];
      const { stdout } = await check(args, given(twice));
      const [file] = (JSON.parse(stdout) as { files: { path: string; diagnostics: Diagnostic[] }[] }).files;
      assert.equal(file?.path, 'new/x.json');
      const related = file.diagnostics.flatMap(({ relatedInformation }) => relatedInformation ?? []);
      assert.match(related[0]?.location.uri ?? '', /^file:\/\/\/.*\/new\/x\.json$/);
    });

    it('that is empty is no definition', async () => {
      const { status, stdout } = await check(['-'], given(''));
      assert.equal(status, 1);
      assert.match(stdout, /^-:1:1: error json-syntax /);
    });
  });

  describe('text of a file', () => {
    it('may begin with a byte order mark, which is a finding', async () => {
      writeFiles(folder.path, { 'bom.json': `\uFEFF${clean}` });
      const { status, stdout } = await check(['bom.json']);
      assert.equal(status, 0);
      assert.match(stdout, /^bom\.json:1:1: warning byte-order-mark [^\n]+\n$/);
    });

    const others: [name: string, bytes: Uint8Array][] = [
      ['Latin-1', Buffer.from('{"name":"Grün"}', 'latin1')],
      ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le')],
      ['a surrogate in UTF-8', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)],
      ['cut in a character', Buffer.from('"é"').subarray(0, 2)],
    ];
    for (const [name, bytes] of others) {
      it(`is refused when it is not UTF-8: ${name}`, async () => {
        writeFiles(folder.path, { 'a.json': bytes });
        const { status, stdout, stderr } = await check(['a.json']);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, /^check: a\.json is not UTF-8\.\n/);
      });
    }

    it('has lines as the language server counts them', async () => {
      writeFiles(folder.path, { 'a.json': '\r\n\r{\n"name": "😀", "name": "😀"}' });
      const { stdout } = await check(['a.json']);
      assert.match(stdout, /^a\.json:4:15: error duplicate-key /m);
    });
  });

  describe('folders', () => {
    it('give all their definitions, hidden ones too, in order; other files and .git are left out', async () => {
      writeFiles(folder.path, {
        'b.targetgroup.json': clean,
        'a/z.targetgroup.json': clean,
        'a/b/y.targetgroup.json': clean,
        '.hidden/x.targetgroup.json': clean,
        '.git/w.targetgroup.json': clean,
        'a/other.json': clean,
        'a/targetgroup.json': clean,
        'a/v.TARGETGROUP.JSON': clean,
      });
      const all = ['.hidden/x.targetgroup.json', 'a/z.targetgroup.json', 'a/b/y.targetgroup.json'];
      const expected = ['b.targetgroup.json', ...all];
      assert.deepEqual(await checkedPaths(), expected);
      assert.deepEqual(await checkedPaths('.'), expected);
      assert.deepEqual(
        await checkedPaths('./'),
        expected.map((each) => `./${each}`),
      );
      assert.deepEqual(await checkedPaths('a'), all.slice(1));
      assert.deepEqual(await checkedPaths('./a/b/'), ['./a/b/y.targetgroup.json']);
      assert.deepEqual(await checkedPaths(folder.path), expected.map(at));
      assert.deepEqual(await checkedPaths('a/other.json', 'a', 'a/z.targetgroup.json'), [
        'a/other.json',
        ...all.slice(1),
      ]);
    });

    it('are read by the rules of .gitignore, the nearest first', async () => {
      writeFiles(folder.path, {
        '.gitignore': '# comment\n/dist/\n*.old.targetgroup.json\nsub/*\n!sub/kept/\n\n',
        'dist/a.targetgroup.json': clean,
        'src/dist/b.targetgroup.json': clean,
        'src/c.old.targetgroup.json': clean,
        'sub/kept/d.targetgroup.json': clean,
        'sub/gone/e.targetgroup.json': clean,
        'src/.gitignore': '!c.old.targetgroup.json\nf.*\n',
        'src/f.targetgroup.json': clean,
        'src/F.targetgroup.json': clean,
      });
      assert.deepEqual(await checkedPaths(), [
        'src/F.targetgroup.json',
        'src/c.old.targetgroup.json',
        'src/dist/b.targetgroup.json',
        'sub/kept/d.targetgroup.json',
      ]);
      assert.deepEqual(await checkedPaths('src/f.targetgroup.json', 'dist/a.targetgroup.json'), [
        'src/f.targetgroup.json',
        'dist/a.targetgroup.json',
      ]);
    });

    it('do not follow a .gitignore of more rules than can be held to in time, and that is said', async () => {
      const rules = (count: number) => `# comment\n\n${'x\n'.repeat(count - 1)}a.*\n`;
      writeFiles(folder.path, { '.gitignore': rules(2500), 'a.targetgroup.json': clean, 'b.targetgroup.json': clean });
      assert.deepEqual(await checkedPaths(), ['b.targetgroup.json']);
      writeFiles(folder.path, { '.gitignore': rules(2501) });
      const { status, stderr } = await check([]);
      assert.equal(status, 2);
      assert.match(stderr, /^check: \.gitignore has 2501 rules, more than 2500; none of them was followed\.\n2 files/);
    });

    it('inside a repository follow the .gitignore files above them, up to its root', async () => {
      writeFiles(folder.path, {
        '.gitignore': '*.targetgroup.json',
        'repository/.git/HEAD': '',
        'repository/.gitignore': 'x/skipped.*\nbuilt/',
        'repository/x/skipped.targetgroup.json': clean,
        'repository/x/a.targetgroup.json': clean,
        'repository/built/b.targetgroup.json': clean,
      });
      assert.deepEqual(await checkedPaths('repository/x'), ['repository/x/a.targetgroup.json']);
      assert.deepEqual(await checkedPaths('repository'), ['repository/x/a.targetgroup.json']);
      // Asked for by name, an ignored folder is read.
      assert.deepEqual(await checkedPaths('repository/built'), ['repository/built/b.targetgroup.json']);
    });

    it('outside of a repository follow those up to the current folder', async () => {
      writeFiles(folder.path, { '.gitignore': 'a.*', 'x/a.targetgroup.json': clean, 'x/b.targetgroup.json': clean });
      assert.deepEqual(await checkedPaths('x'), ['x/b.targetgroup.json']);
    });

    it('stop at 2,000 files, and that is said', async () => {
      writeFiles(
        folder.path,
        Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}.targetgroup.json`, clean])),
      );
      const { status, stderr } = await check(['.']);
      assert.equal(status, 2);
      assert.match(stderr, /^check: \. holds more than 2000 files; the rest was not checked\.\n2000 files checked/);
    });

    if (isPosix) {
      it('are not left through links to files, unless these are named', async () => {
        writeFiles(folder.path, { 'secret.txt': 'password', 'ws/.git/HEAD': '', 'ws/own.txt': error });
        writeFiles(folder.path, { 'ws/sub/a.targetgroup.json': clean });
        symlinkSync('../../secret.txt', at('ws/sub/out.targetgroup.json'));
        symlinkSync('../own.txt', at('ws/sub/own.targetgroup.json'));
        for (const given of ['.', 'sub', 'sub/*.targetgroup.json']) {
          const { status, stdout, stderr } = await check([given], { cwd: at('ws') });
          assert.equal(status, 2);
          assert.match(stdout, /^sub\/own\.targetgroup\.json:1:9: error name-empty [^\n]+\n$/);
          assert.match(
            stderr,
            /^check: sub\/out\.targetgroup\.json is a link out of [^\n]+\n2 files checked: 1 error\.\n$/,
          );
        }
        const named = await check(['sub/out.targetgroup.json'], { cwd: at('ws') });
        assert.match(named.stdout, /^sub\/out\.targetgroup\.json:1:1: error json-syntax /);
      });

      it('may hold circles of links, pipes and links that lead nowhere', async () => {
        writeFiles(folder.path, { 'a/real.targetgroup.json': clean, 'elsewhere/b.txt': clean });
        symlinkSync('..', at('a/up'));
        symlinkSync('self.targetgroup.json', at('a/self.targetgroup.json'));
        symlinkSync('nowhere', at('a/nowhere.targetgroup.json'));
        symlinkSync('../elsewhere/b.txt', at('a/link.targetgroup.json'));
        symlinkSync('../elsewhere', at('a/folder.targetgroup.json'));
        execFileSync('mkfifo', [at('a/pipe.targetgroup.json'), at('a/.gitignore')]);
        const { status, stdout, stderr } = await check(['a', '--format=json']);
        assert.equal(status, 2);
        assert.deepEqual(
          (JSON.parse(stdout) as { files: { path: string }[] }).files.map((file) => file.path),
          ['a/link.targetgroup.json', 'a/real.targetgroup.json'],
        );
        assert.equal(
          stderr,
          'check: a/.gitignore is no regular file; what a pipe gives is read as standard input, "-".\n' +
            'check: a/nowhere.targetgroup.json does not exist.\n' +
            'check: a/self.targetgroup.json cannot be read: its symbolic links lead in a circle.\n',
        );
      });

      it('tell of links that lead nowhere, and leave them out', async () => {
        writeFiles(folder.path, { 'a/real.targetgroup.json': clean });
        symlinkSync('nowhere', at('a/gone.targetgroup.json'));
        const both = await check(['a']);
        assert.deepEqual(both, {
          status: 0,
          stdout: '',
          stderr: 'check: a/gone.targetgroup.json does not exist.\n1 file checked: nothing found.\n',
        });
        const [sarif, named] = [await check(['a', '--format=sarif']), await check(['a/gone.targetgroup.json'])];
        assert.deepEqual([sarif.status, named.status], [0, 2]);
        assert.match(sarif.stdout, /"executionSuccessful":true/);
        mkdirSync(at('b'));
        symlinkSync('nowhere', at('b/gone.targetgroup.json'));
        assert.equal((await check(['b'])).status, 2);
      });

      it('reached by a link are entered when they are named', async () => {
        writeFiles(folder.path, { 'real/a.targetgroup.json': clean });
        symlinkSync('real', at('link'));
        assert.deepEqual(await checkedPaths('link'), ['link/a.targetgroup.json']);
      });
    }
  });

  describe('a name that two definitions have', () => {
    it('is a warning on both, whatever they are called and in what order they are named', async () => {
      const other = clean.replace('Spring', ' SPRING');
      writeFiles(folder.path, { 'a.json': clean, 'b.json': other, 'c.json': clean.replace('Spring', 'Summer') });
      const { status, stdout } = await check(['b.json', 'c.json', '-', 'a.json'], {
        readStdin: () => Promise.resolve(Buffer.from(clean)),
      });
      assert.equal(status, 0);
      const lines = stdout.split('\n').filter((line) => line.includes('name-duplicate'));
      assert.deepEqual(
        lines.map((line) =>
          /^(.+?):1:9: warning name-duplicate name is "\s?spring", as in (\S+) and 1 more;/i.exec(line)?.slice(1),
        ),
        [
          ['b.json', '-'],
          ['-', 'a.json'],
          ['a.json', '-'],
        ],
      );
    });

    it('is none where it is one file, named twice or given as standard input', async () => {
      writeFiles(folder.path, { 'a.json': clean });
      const readStdin = () => Promise.resolve(Buffer.from(clean));
      for (const args of [
        ['a.json', './a.json'],
        ['a.json', '-', '--stdin-path', 'a.json'],
      ])
        assert.equal((await check(args, { readStdin })).stdout, '');
    });

    it('is counted, and its rule can be set', async () => {
      writeFiles(folder.path, { 'a.json': clean, 'b.json': clean });
      assert.equal((await check(['a.json', 'b.json', '--max-warnings', '1'])).status, 1);
      assert.equal((await check(['a.json', 'b.json', '--rule', 'name-duplicate=error'])).status, 1);
      assert.equal((await check(['a.json', 'b.json', '--rule', 'name-duplicate=off'])).stdout, '');
    });
  });

  describe('globs', () => {
    beforeEach(() => {
      writeFiles(folder.path, {
        '.gitignore': 'ignored.json',
        'a.json': clean,
        'b.txt': clean,
        'sub/c.json': clean,
        'sub/deep/d.json': clean,
        'sub/ignored.json': clean,
        '.hidden.json': clean,
        '[x].json': clean,
      });
    });
    const globs: [glob: string, found: string[]][] = [
      ['*.json', ['[x].json', 'a.json']],
      ['./*.json', ['./[x].json', './a.json']],
      ['**/*.json', ['[x].json', 'a.json', 'sub/c.json', 'sub/deep/d.json']],
      ['sub/**', ['sub/c.json', 'sub/deep/d.json']],
      ['*/*.json', ['sub/c.json']],
      ['s?b/{c,none}.json', ['sub/c.json']],
      ['{a,sub/c}.json', ['a.json', 'sub/c.json']],
      ['.*.json', ['.hidden.json']],
      ['[x].json', ['[x].json']],
      ['[ab].*', ['a.json', 'b.txt']],
      ['sub/../*.txt', ['sub/../b.txt']],
    ];
    for (const [glob, found] of globs) {
      it(`${glob} gives ${found.join(', ')}`, async () => {
        assert.deepEqual(await checkedPaths(glob), found);
      });
    }

    it('may be absolute', async () => {
      assert.deepEqual(await checkedPaths(`${folder.path}/s*/c.json`), [at('sub/c.json')]);
    });

    it('that are endless are no files', async () => {
      const { status, stderr } = await check(['*'.repeat(70_000)]);
      assert.equal(status, 2);
      assert.match(stderr, /does not exist: the name is too long\.\n/);
    });
  });

  describe('named files', () => {
    it('that are pipes or devices are not waited for', async () => {
      const { status, stderr } = await check([isPosix ? '/dev/zero' : '\\\\.\\NUL']);
      assert.equal(status, 2);
      assert.match(stderr, /is no regular file|does not exist/);
    });

    if (isPosix) {
      it('with names like orders to a terminal or a build are shown in full, on one line', async () => {
        const names = ['line\nbreak.json', 'esc\u001b[31m.json', '%0A::set-output.json', '\u202egpj.json', '--x.json'];
        writeFiles(folder.path, Object.fromEntries(names.map((name) => [name, error])));
        const { status, stdout } = await check(['--', ...names]);
        assert.equal(status, 1);
        assert.deepEqual(
          stdout
            .trimEnd()
            .split('\n')
            .map((line) => line.replace(/:1:9: .*/, '')),
          ['line\\u{a}break.json', 'esc\\u{1b}[31m.json', '%0A::set-output.json', '\\u{202e}gpj.json', '--x.json'],
        );
        const asJson = await check(['--format=json', '--', ...names]);
        assert.doesNotMatch(asJson.stdout.trimEnd(), /[\p{Cc}\u202e]/u);
        const report = JSON.parse(asJson.stdout) as { files: { path: string }[] };
        assert.deepEqual(
          report.files.map((file) => file.path),
          names,
        );
        assert.match((await check(['none\u0007'])).stderr, /^check: none\\u\{7\} does not exist\.\n/);
      });
    }

    it('with an empty name do not exist', async () => {
      const { status, stderr } = await check(['']);
      assert.equal(status, 2);
      assert.match(stderr, /^check: "" /);
    });
  });

  describe('rule levels', () => {
    it('are those of the nearest rc file, for standard input those of the path it stands for', async () => {
      writeFiles(folder.path, {
        '.targetgrouprc.json': '{"rules": {"name-empty": "off"}}',
        'a.json': error,
        'sub/.targetgrouprc.json':
          '{"rules": {"name-empty": "warning"}, "overrides": [{"files": "c*", "rules": {"name-empty": "hint"}}]}',
        'sub/b.json': error,
        'sub/deep/c.json': error,
      });
      const { status, stdout } = await check(['a.json', 'sub/b.json', 'sub/deep/c.json']);
      assert.equal(status, 0);
      assert.deepEqual(stdout.match(/^.* name-empty/gm), [
        'sub/b.json:1:9: warning name-empty',
        'sub/deep/c.json:1:9: hint name-empty',
      ]);
      const readStdin = () => Promise.resolve(Buffer.from(error));
      assert.match((await check(['-'], { readStdin })).stdout, /^-:1:9: error /);
      const named = await check(['-', '--stdin-path', 'sub/x.json'], { readStdin });
      assert.match(named.stdout, /^sub\/x\.json:1:9: warning /);
    });

    it('of --rule win over those of the files, their overrides too', async () => {
      writeFiles(folder.path, {
        '.targetgrouprc.json':
          '{"rules":{"name-empty":"off"},"overrides":[{"files":"b.json","rules":{"name-empty":"hint"}}]}',
        'a.json': error,
        'b.json': error,
      });
      const levelsOf = async (...args: string[]) =>
        (await check(['a.json', 'b.json', ...args])).stdout.match(/\w+ name-empty/g);
      assert.deepEqual(await levelsOf(), ['hint name-empty']);
      const both = ['warning name-empty', 'warning name-empty'];
      assert.deepEqual(await levelsOf('--rule', 'name-empty=error', '--rule=name-empty=warning'), both);
      assert.deepEqual(await levelsOf('--rule', 'name-empty=off', '--rule', 'name-length=off'), null);
      const readStdin = () => Promise.resolve(Buffer.from(error));
      assert.match((await check(['-', '--rule', 'name-empty=hint'], { readStdin })).stdout, /^-:1:9: hint name-empty/);
    });

    it('that are no JSON are told as such, on one line', async () => {
      writeFiles(folder.path, {
        '.targetgrouprc.json': '{"rules":',
        'sub/.targetgrouprc.json': '{"\\u001b[2J\\n": 1}',
      });
      writeFiles(folder.path, { 'a.json': clean, 'sub/b.json': clean });
      const { stderr } = await check(['a.json', 'sub/b.json']);
      assert.match(
        stderr,
        /^check: \.targetgrouprc\.json is wrong: The text is not JSON: [^\n]+\ncheck: sub\/\.targetgrouprc\.json is wrong: "\\u\{1b\}\[2J\\u\{a\}" has no meaning here[^\n]+\n2 files/,
      );
    });

    it('that are no files are told once, and make the status 2', async () => {
      writeFiles(folder.path, { '.git': '', 'a.json': clean, 'b.json': clean, '.targetgrouprc.json/x': '' });
      const { status, stderr } = await check(['a.json', 'b.json']);
      assert.equal(status, 2);
      assert.match(stderr, /^check: \.targetgrouprc\.json is wrong: It is no file\.\n2 files/);
    });

    it('that cannot be read are told once, and make the status 2', async () => {
      writeFiles(folder.path, {
        '.targetgrouprc.json': '{"rules": {"name-emtpy": "off"}, "level": 1}',
        'a.json': clean,
        'b.json': clean.replace('Spring', 'Summer'),
      });
      const { status, stderr } = await check(['a.json', 'b.json']);
      assert.equal(status, 2);
      assert.equal(
        stderr,
        'check: .targetgrouprc.json is wrong: "name-emtpy" is no rule; did you mean "name-empty"?\n' +
          'check: .targetgrouprc.json is wrong: "level" has no meaning here; "rules" and "overrides" have.\n' +
          '2 files checked: nothing found.\n',
      );
    });
  });

  describe('colours', () => {
    const terminal = { stdin: true, stdout: true, stderr: true };
    const tries: [name: string, env: Record<string, string>, isTerminal: boolean, expected: boolean][] = [
      ['are shown on a terminal', { TERM: 'xterm' }, true, true],
      ['are shown on a terminal with an empty NO_COLOR', { NO_COLOR: '' }, true, true],
      ['are not shown with NO_COLOR', { NO_COLOR: '0' }, true, false],
      ['are not shown on a terminal that has none', { TERM: 'dumb' }, true, false],
      ['are not shown elsewhere', { TERM: 'xterm' }, false, false],
    ];
    for (const [name, env, isTerminal, expected] of tries) {
      it(name, async () => {
        writeFiles(folder.path, { 'a.json': error });
        const { stdout } = await check(['a.json'], { env, ...(isTerminal ? { terminal } : {}) });
        assert.equal(stdout.startsWith('a.json:1:9: \u001b[31merror\u001b[0m name-empty '), expected);
        assert.equal(stdout.includes('\u001b'), expected);
      });
    }
  });
});
