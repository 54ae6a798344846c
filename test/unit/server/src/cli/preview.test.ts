import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runPreviewCommand } from '../../../../../server/src/cli/preview';
import { isMessageToPreview } from '../../../../../server/src/protocol/preview-messages';
import { createRecordedIo } from '../../../../support/cli-io';
import { createTemporaryFolder, type TemporaryFolder } from '../../../../support/temporary-folder';

let folder: TemporaryFolder;
const at = (name: string) => path.join(folder.path, name);
const body = {
  name: 'Diwali </script><script>hostile()</script>',
  trackingType: 'DEFAULT',
  periods: [{ refCode: 'a\u2028b', startDate: '2027-10-08', endDate: '2027-10-11' }],
  targets: [{ name: 't', targetEntity: 'TRANSACTION', targetType: 'SALES', defaultValues: [{ defaultValue: 500 }] }],
};

/** Runs the command in a folder with a definition, a text that is none, and a page of little script and style. */
async function run(args: readonly string[], given: Parameters<typeof createRecordedIo>[0] = {}) {
  mkdirSync(at('page'), { recursive: true });
  writeFileSync(at('page/main.js'), 'run("</script>");\n//# sourceMappingURL=main.js.map\n');
  writeFileSync(at('page/style.css'), 'p{}\n/*# sourceMappingURL=style.css.map */\n');
  writeFileSync(at('a.targetgroup.json'), `\uFEFF${JSON.stringify(body)}`);
  writeFileSync(at('none.json'), '[1]');
  const recorded = createRecordedIo({ cwd: folder.path, ...given });
  const status = await runPreviewCommand(args, recorded.io, at('page'));
  return { status, stdout: recorded.stdout(), stderr: recorded.stderr() };
}

describe('preview on the command line', () => {
  before(async () => {
    folder = await createTemporaryFolder();
  });
  after(() => folder.remove());

  it('prints what the definition means, the sentence near the top', async () => {
    const { status, stdout, stderr } = await run(['a.targetgroup.json']);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^# Diwali \\<\/script\\>/);
    assert.match(stdout, /\nCustomers who spend 500 in one cycle, 8 to 11 Oct 2027\n/);
    assert.match(stdout, /\n\| 1 \| a b \| 2027-10-08 \| 2027-10-11 \| 4 \| 500 \| {2}\|\n/);
  });

  it('prints nothing that a terminal would obey', async () => {
    const text = JSON.stringify({ ...body, name: 'a\u009B31mb' });
    const terminal = { stdin: false, stdout: true, stderr: true };
    const { stdout } = await run(['-'], { terminal, readStdin: () => Promise.resolve(Buffer.from(text)) });
    assert.doesNotMatch(stdout, /[^\n\P{C}]/u);
  });

  it('writes a page that lets run what is in it and nothing else', async () => {
    const { status, stdout, stderr } = await run(['a.targetgroup.json', '--out', 'p.html', '--force']);
    assert.deepEqual([status, stdout, stderr], [0, '', '']);
    const page = readFileSync(at('p.html'), 'utf8');
    const script = /<script type="module">([^]*?)<\/script>/.exec(page)?.[1] ?? '';
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
    assert.deepEqual([script, style], ['run("\\x3C/script>");', 'p{}']);
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    assert.ok(
      page.includes(
        `content="default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'"`,
      ),
    );
    assert.equal(page.match(/<script/g)?.length, 2);
    assert.match(page, /<title>Diwali &#60;\/script&#62;/);
    const data = /id="saved">([^]*?)<\/script>/.exec(page)?.[1] ?? '';
    assert.doesNotMatch(data, /[<>&\u2028\u2029]/);
    const messages = JSON.parse(data) as unknown[];
    assert.deepEqual(
      messages.map((one) => isMessageToPreview(one) && [one.kind, one.kind === 'request' ? one.text : undefined]),
      [
        ['picture', undefined],
        ['request', JSON.stringify(body)],
      ],
    );
  });

  it('replaces a page only when it is told to, and the definition never', async () => {
    writeFileSync(at('there.html'), 'old');
    const refused = await run(['a.targetgroup.json', '--out', 'there.html']);
    assert.deepEqual(
      [refused.status, refused.stderr],
      [2, 'preview: there.html is there already; --force replaces it.\n'],
    );
    assert.equal(readFileSync(at('there.html'), 'utf8'), 'old');
    assert.equal((await run(['a.targetgroup.json', '--out', 'there.html', '--force'])).status, 0);
    assert.match(readFileSync(at('there.html'), 'utf8'), /^<!DOCTYPE html>/);
    symlinkSync(at('a.targetgroup.json'), at('link.html'));
    for (const out of ['a.targetgroup.json', 'link.html']) {
      const itself = await run(['a.targetgroup.json', '--out', out, '--force']);
      assert.deepEqual([itself.status, itself.stderr], [2, `preview: ${out} is the definition itself.\n`]);
    }
    assert.match(readFileSync(at('a.targetgroup.json'), 'utf8'), /^\uFEFF\{/);
  });

  it('says what stands in the way of a page', async () => {
    symlinkSync(at('gone.html'), at('dangling.html'));
    mkdirSync(at('folder'));
    const ways: Readonly<Record<string, string>> = {
      'dangling.html': 'is a link that leads nowhere',
      folder: 'is a folder, where a page is to be written',
      '/dev/null': 'is no regular file, where a page is to be written',
    };
    for (const [out, reason] of Object.entries(ways)) {
      for (const more of [[], ['--force']]) {
        const { status, stderr } = await run(['a.targetgroup.json', '--out', out, ...more]);
        assert.deepEqual([status, stderr], [2, `preview: ${out} ${reason}.\n`]);
      }
    }
  });

  it('status 1 where there is no definition in the file; nothing is written then', async () => {
    const { status, stdout, stderr } = await run(['none.json', '--out', 'none.html']);
    assert.deepEqual([status, stdout], [1, '']);
    assert.equal(stderr, 'preview: none.json holds no definition: it has to be one JSON object.\n');
    assert.throws(() => readFileSync(at('none.html')), { code: 'ENOENT' });
  });

  it('shows what can be read of a broken text, with a word on it', async () => {
    const readStdin = () => Promise.resolve(Buffer.from('{"name": "half" "trackingType": "DEFAULT"'));
    const { status, stdout } = await run(['-'], { readStdin });
    assert.equal(status, 0);
    assert.match(stdout, /^# half\n\nSingle milestone, active\n\nThe text has syntax errors\./);
  });

  const wrong: Readonly<Record<string, readonly string[]>> = {
    'no file': [],
    'two files': ['a.targetgroup.json', 'none.json'],
    'a file that is not there': ['missing.json'],
    'a folder with nothing in it': ['page'],
    'an unknown option': ['a.targetgroup.json', '--to', 'x'],
    'no name': ['a.targetgroup.json', '--out', ''],
    'a folder that is not there': ['a.targetgroup.json', '--out', 'no/such/p.html'],
    'a folder as the page': ['a.targetgroup.json', '--out', 'page', '--force'],
  };
  for (const [name, args] of Object.entries(wrong)) {
    it(`status 2: ${name}`, async () => {
      const { status, stdout, stderr } = await run(args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^preview: .+\.\n/);
    });
  }
});
