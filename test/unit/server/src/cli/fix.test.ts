import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { runFixCommand } from '../../../../../server/src/cli/fix';
import { replaceFile } from '../../../../../server/src/cli/fix/replace-file';
import type { CliIo } from '../../../../../server/src/cli/io';
import { createRecordedIo } from '../../../../support/cli-io';
import { createTemporaryFolder, type TemporaryFolder } from '../../../../support/temporary-folder';
import { writeFiles } from '../../../../support/write-files';

const clean = '{"name":"Spring","trackingType":"DEFAULT","totalPeriods":0}';
const broken = '{"name":" Spring ",\r\n  "trackingType":"Default","totalPeriods":"0",}\n';
const mended = '{"name":"Spring",\r\n  "trackingType":"DEFAULT","totalPeriods":0}\n';
const hopeless = '{"name":" Spring ","totalPeriods":"x"}';
const isPosix = process.platform !== 'win32';

describe('cli: fix', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await createTemporaryFolder();
  });
  afterEach(async () => {
    await folder.remove();
  });

  async function fix(args: readonly string[], given: Partial<CliIo> = {}) {
    const { io, stdout, stderr } = createRecordedIo({ cwd: folder.path, ...given });
    const status = await runFixCommand(args, io);
    return { status, stdout: stdout(), stderr: stderr() };
  }

  const at = (name: string) => path.join(folder.path, name);
  const textOf = (name: string) => readFileSync(at(name), 'utf8');
  const stdin = (text: string | Uint8Array) => ({ readStdin: () => Promise.resolve(Buffer.from(text)) });

  describe('files', () => {
    it('are mended in place, and what is left of errors decides the status', async () => {
      writeFiles(folder.path, { 'a.json': broken, 'sub/b.targetgroup.json': broken, 'c.json': clean });
      assert.deepEqual(await fix(['a.json', 'sub', 'c.json']), {
        status: 0,
        stdout: '',
        stderr: '3 files read: 2 fixed, no error is left.\n',
      });
      assert.deepEqual([textOf('a.json'), textOf('sub/b.targetgroup.json'), textOf('c.json')], [mended, mended, clean]);
      writeFiles(folder.path, { 'd.json': hopeless });
      const { status, stdout, stderr } = await fix(['d.json', 'a.json']);
      assert.deepEqual([status, stdout], [1, '']);
      assert.equal(textOf('d.json'), '{"name":"Spring","totalPeriods":"x"}');
      assert.match(stderr, /^d\.json:1:33: error schema-type [^\n]+\n2 files read: 1 fixed, 1 error left\.\n$/);
    });

    it('in which nothing changes are not written', async () => {
      writeFiles(folder.path, { 'a.json': clean, 'bad.json': '{"name":""}' });
      const old = new Date('2001-02-03');
      for (const name of ['a.json', 'bad.json']) utimesSync(at(name), old, old);
      const inodes = ['a.json', 'bad.json'].map((name) => statSync(at(name)).ino);
      assert.equal((await fix(['a.json', 'bad.json'])).status, 1);
      for (const name of ['a.json', 'bad.json']) assert.equal(statSync(at(name)).mtimeMs, old.getTime());
      assert.deepEqual(
        ['a.json', 'bad.json'].map((name) => statSync(at(name)).ino),
        inodes,
      );
    });

    it('lose a byte order mark, unless its rule is off', async () => {
      writeFiles(folder.path, { 'a.json': `\uFEFF${broken}`, 'off/b.json': `\uFEFF${broken}` });
      writeFiles(folder.path, { 'off/.targetgrouprc.json': '{"rules":{"byte-order-mark":"off"}}' });
      assert.equal((await fix(['a.json', 'off/b.json'])).status, 0);
      assert.deepEqual([textOf('a.json'), textOf('off/b.json')], [mended, `\uFEFF${mended}`]);
    });

    it('keep rules of .targetgrouprc.json: what is off is neither mended nor counted', async () => {
      writeFiles(folder.path, {
        '.targetgrouprc.json': '{"rules":{"name-blank-ends":"off","schema-type":"hint"}}',
        'a.json': hopeless,
      });
      assert.equal((await fix(['a.json'])).status, 0);
      assert.equal(textOf('a.json'), hopeless);
    });

    it('that cannot be read are told, and the others are mended', async () => {
      writeFiles(folder.path, { 'latin.json': Buffer.from('{"name":" ü "}', 'latin1'), 'a.json': broken });
      const { status, stderr } = await fix(['none.json', 'latin.json', 'a.json', '*.none']);
      assert.equal(status, 2);
      assert.equal(
        stderr,
        'fix: none.json does not exist.\nfix: latin.json is not UTF-8.\nfix: *.none matches no file.\n' +
          '1 file read: 1 fixed, no error is left.\n',
      );
      assert.equal(textOf('a.json'), mended);
      assert.deepEqual(readFileSync(at('latin.json')), Buffer.from('{"name":" ü "}', 'latin1'));
    });

    it('leave nothing beside them', async () => {
      writeFiles(folder.path, { 'a.json': broken, 'b.json': clean });
      await fix(['a.json', 'b.json', 'none.json']);
      assert.deepEqual(readdirSync(folder.path).sort(), ['a.json', 'b.json']);
    });

    if (isPosix) {
      it('keep their permissions, and those that are read-only stay as they are', async () => {
        writeFiles(folder.path, { 'a.json': broken, 'b.json': broken, 'c.json': broken });
        chmodSync(at('a.json'), 0o640);
        chmodSync(at('b.json'), 0o444);
        chmodSync(at('c.json'), 0o755);
        const { status, stderr } = await fix(['a.json', 'b.json', 'c.json']);
        assert.equal(status, 2);
        assert.equal(
          stderr,
          'fix: b.json cannot be written: permission denied.\n3 files read: 2 fixed, no error is left.\n',
        );
        assert.deepEqual(
          ['a.json', 'b.json', 'c.json'].map((name) => [textOf(name), (statSync(at(name)).mode & 0o777).toString(8)]),
          [
            [mended, '640'],
            [broken, '444'],
            [mended, '755'],
          ],
        );
        assert.equal(readdirSync(folder.path).length, 3);
      });

      it('are replaced as a whole: who has the old one open still reads it', async () => {
        writeFiles(folder.path, { 'a.json': broken });
        linkSync(at('a.json'), at('old.txt'));
        await fix(['a.json']);
        assert.deepEqual([textOf('a.json'), textOf('old.txt')], [mended, broken]);
      });

      it('that are links stay links, and what they lead to is mended', async () => {
        writeFiles(folder.path, { 'elsewhere/real.json': broken });
        mkdirSync(at('sub'));
        symlinkSync('../elsewhere/real.json', at('sub/link.json'));
        assert.equal((await fix(['sub/link.json'])).status, 0);
        assert.ok(lstatSync(at('sub/link.json')).isSymbolicLink());
        assert.equal(textOf('elsewhere/real.json'), mended);
        assert.deepEqual(readdirSync(at('sub')), ['link.json']);
      });

      it('that are links out of a folder are only mended when they are named', async () => {
        writeFiles(folder.path, { 'elsewhere/real.json': broken, 'sub/in.txt': broken });
        symlinkSync('../elsewhere/real.json', at('sub/out.targetgroup.json'));
        symlinkSync('in.txt', at('sub/within.targetgroup.json'));
        for (const [given, cwd] of [
          ['sub', '.'],
          ['sub/*.targetgroup.json', '.'],
          ['.', 'sub'],
        ] as const) {
          const { status, stderr } = await fix([given], { cwd: at(cwd) });
          assert.equal(status, 2);
          assert.match(stderr, /^fix: (?:sub\/)?out\.targetgroup\.json is a link out of [^\n]+\n/);
          assert.equal(textOf('elsewhere/real.json'), broken);
        }
        assert.equal(textOf('sub/in.txt'), mended);
      });

      it('with names like orders are told on one line', async () => {
        writeFiles(folder.path, { '::error::\u001b[2J\n.json': hopeless });
        const { stderr } = await fix(['*.json']);
        assert.match(
          stderr,
          /^\\u\{3a\}:error::\\u\{1b\}\[2J\\u\{a\}\.json:1:33: error schema-type [^\n\u001b]+\n1 file/,
        );
      });
    }
  });

  describe('a file', () => {
    it('that has changed since it was read is left alone', () => {
      writeFiles(folder.path, { 'a.json': 'new' });
      const replacement = {
        file: at('a.json'),
        before: Buffer.from('old'),
        after: Buffer.from('x'),
        within: undefined,
      };
      assert.deepEqual(replaceFile(replacement), { reason: 'was not changed: it has changed meanwhile' });
      assert.equal(textOf('a.json'), 'new');
      assert.deepEqual(replaceFile({ ...replacement, before: Buffer.from('new') }), { value: undefined });
      assert.equal(textOf('a.json'), 'x');
    });

    it('that is gone is not made again', () => {
      const replacement = { file: at('a.json'), before: Buffer.of(), after: Buffer.from('x'), within: undefined };
      assert.deepEqual(replaceFile(replacement), { reason: 'cannot be written (ENOENT)' });
      assert.deepEqual(readdirSync(folder.path), []);
    });

    if (process.platform === 'linux') {
      it('is whole when there is no room for the new one', () => {
        // A limit on the size of files makes the write fail in the middle.
        writeFiles(folder.path, { 'a.json': `{"name":" a ",${'"x":1,'.repeat(20_000)}"y":1}` });
        const before = textOf('a.json');
        const script =
          'process.on("SIGXFSZ",()=>{});' +
          `require('tsx/cjs');const {replaceFile}=require(${JSON.stringify(path.resolve('server/src/cli/fix/replace-file.ts'))});` +
          `const file=${JSON.stringify(at('a.json'))};` +
          'const before=require("fs").readFileSync(file);' +
          'console.log(JSON.stringify(replaceFile({file,before,after:Buffer.concat([before,before]),within:undefined})))';
        const out = execFileSync('sh', ['-c', 'ulimit -f 160; exec "$0" -e "$1"', process.execPath, script], {
          encoding: 'utf8',
          env: { ...process.env, TSX_DISABLE_CACHE: '1' },
        });
        assert.deepEqual(JSON.parse(out), { reason: 'cannot be written (EFBIG)' });
        assert.equal(textOf('a.json'), before);
        assert.deepEqual(readdirSync(folder.path), ['a.json']);
      });
    }
  });

  describe('standard input', () => {
    it('goes to standard output, mended, with everything else as it was', async () => {
      assert.deepEqual(await fix(['-'], stdin(`\uFEFF${broken}`)), {
        status: 0,
        stdout: mended,
        stderr: '1 file read: 1 fixed, no error is left.\n',
      });
      const { status, stdout, stderr } = await fix(['-'], stdin('{"name":""}'));
      assert.deepEqual([status, stdout], [1, '{"name":""}']);
      assert.match(stderr, /^-:1:9: error name-empty /);
      assert.equal((await fix(['-'], stdin(''))).stdout, '');
    });

    it('that is not UTF-8 gives nothing', async () => {
      const { status, stdout, stderr } = await fix(['-'], stdin(Uint8Array.of(0xff)));
      assert.deepEqual([status, stdout, stderr], [2, '', 'fix: - is not UTF-8.\n']);
    });
  });

  describe('--dry-run', () => {
    it('prints what would change and writes nothing', async () => {
      writeFiles(folder.path, { 'a.json': '{\n  "name": " a ",\n  "x": 1\n}\n', 'b.json': clean });
      assert.deepEqual(await fix(['a.json', 'b.json', '--dry-run']), {
        status: 0,
        stdout: '--- a/a.json\n+++ b/a.json\n@@ -1,4 +1,4 @@\n {\n-  "name": " a ",\n+  "name": "a",\n   "x": 1\n }\n',
        stderr: '2 files read: 1 to fix, no error is left.\n',
      });
      assert.match(textOf('a.json'), / a /);
      assert.match((await fix(['-', '--dry-run'], stdin(broken))).stdout, /^--- a\/standard-input\n/);
    });

    it('has the status of the fix itself', async () => {
      writeFiles(folder.path, { 'a.json': hopeless });
      assert.equal((await fix(['a.json', '--dry-run'])).status, 1);
      assert.equal((await fix(['none', '--dry-run'])).status, 2);
    });

    it('shows a terminal nothing that it would obey, and a program every byte', async () => {
      const text = '{"name": " a\u009b2J\u202e ",\r\n"b": 1}';
      writeFiles(folder.path, { 'a.json': text });
      const terminal = { stdin: true, stdout: true, stderr: true };
      assert.doesNotMatch((await fix(['a.json', '--dry-run'], { terminal })).stdout, /[^\n\P{Cc}]|\u202e/u);
      assert.match((await fix(['a.json', '--dry-run'])).stdout, /^-\{"name": " a\u009b2J\u202e ",\r$/m);
    });
  });

  const wrong: [args: string[], message: RegExp][] = [
    [[], /^fix: expected what to fix: [^\n]+\nUsage: targetgroup fix PATH/],
    [['--dry-run'], /expected what to fix/],
    [[''], /^fix: "" is no path\.\n$/],
    [['a.json', '--format=json'], /Unknown option '--format'/],
    [['a.json', '--dry-run=x'], /--dry-run/],
  ];
  for (const [args, message] of wrong) {
    it(`is 2 for ${JSON.stringify(args)}, and nothing is written`, async () => {
      writeFileSync(at('a.json'), broken);
      const { status, stdout, stderr } = await fix(args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
      assert.equal(textOf('a.json'), broken);
    });
  }
});
