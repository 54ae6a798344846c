import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-types';
import { messageOf } from '../../../../../../server/src/cli/formats/diagnostic';
import { diagnosticsOf, hostileBody, hostileNames, runCheck } from '../../../../../support/check-formats';
import { createTemporaryFolder, type TemporaryFolder } from '../../../../../support/temporary-folder';
import { writeFiles } from '../../../../../support/write-files';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#35': '#' };
const unescape = (text: string) =>
  text.replace(/&([#\w]+);/g, (_, name: string) => entities[name] ?? assert.fail(name));

/** A strict reader of the XML that is written here: throws for anything that is not well-formed XML 1.0. */
function readXml(text: string): Element {
  assert.doesNotMatch(text, /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  const top: Element = { name: '', attributes: {}, children: [] };
  const open = [top];
  let at = 0;
  for (const match of text.matchAll(/<\?xml[^>]*\?>|<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|[^<]+/g)) {
    assert.equal(match.index, at);
    at += match[0].length;
    const [all, close, name, attributes = '', empty] = match;
    if (all.startsWith('<?')) continue;
    if (name === undefined) open.at(-1)?.children.push(unescape(all));
    else if (close) assert.equal(open.pop()?.name, name);
    else {
      const pairs = [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)];
      const element = {
        name,
        attributes: Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, unescape(value)])),
        children: [],
      };
      open.at(-1)?.children.push(element);
      if (!empty) open.push(element);
    }
  }
  assert.deepEqual([at, open.length], [text.length, 1]);
  const [root] = elementsOf(top);
  return root ?? assert.fail();
}

const elementsOf = ({ children }: Element) => children.filter((child) => typeof child !== 'string');

/** As it is shown where XML, a terminal or a build cannot take it. */
const shown = (text: string) =>
  text.replace(/[\n\r\u001b\u202e\uffff]/g, (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`);

const placeOf = ({ range: { start } }: Diagnostic) => `${start.line + 1}:${start.character + 1}`;

describe('cli: check --format junit', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await createTemporaryFolder();
  });
  afterEach(async () => {
    await folder.remove();
  });

  it('is a suite for each file and a case for each finding, whatever their names hold', async () => {
    writeFiles(folder.path, Object.fromEntries(hostileNames.map((name) => [name, hostileBody])));
    const { status, stdout } = await runCheck(['--format=junit', '--', ...hostileNames], { cwd: folder.path });
    assert.equal(status, 1);
    assert.doesNotMatch(stdout, /##/);
    const root = readXml(stdout);
    assert.equal(root.name, 'testsuites');
    const files = await diagnosticsOf(hostileNames, { cwd: folder.path });
    assert.deepEqual(
      elementsOf(root).map(({ name, attributes }) => [name, attributes]),
      files.map(({ path, diagnostics }) => {
        const failures = diagnostics.filter(({ severity }) => severity === 1).length;
        const counts = { tests: `${diagnostics.length}`, failures: `${failures}`, errors: '0' };
        return ['testsuite', { name: shown(path), ...counts }];
      }),
    );
    const cases = elementsOf(root).flatMap(elementsOf);
    assert.deepEqual(
      cases.map((each) => [
        each.name,
        each.attributes['classname'],
        each.attributes['name'],
        elementsOf(each)[0]?.name,
      ]),
      files.flatMap(({ path, diagnostics }) =>
        diagnostics.map((diagnostic) => [
          'testcase',
          shown(path),
          `${placeOf(diagnostic)} ${String(diagnostic.code)}: ${shown(messageOf(diagnostic))}`,
          diagnostic.severity === 1 ? 'failure' : 'system-out',
        ]),
      ),
    );
  });

  it('has a case that passes for a file without findings', async () => {
    writeFiles(folder.path, { 'a.json': '{"name":"a"}' });
    const args = ['--format=junit', 'a.json', '--rule', 'documented-required=off'];
    const { status, stdout } = await runCheck(args, { cwd: folder.path });
    assert.equal(status, 0);
    const [suite = assert.fail()] = elementsOf(readXml(stdout));
    assert.deepEqual(suite.attributes, { name: 'a.json', tests: '1', failures: '0', errors: '0' });
    assert.deepEqual(elementsOf(suite), [
      { name: 'testcase', attributes: { name: 'check', classname: 'a.json' }, children: [] },
    ]);
  });

  it('has an error for what cannot be read', async () => {
    const { status, stdout } = await runCheck(['--format=junit', 'none'], { cwd: folder.path });
    assert.equal(status, 2);
    const [suite = assert.fail()] = elementsOf(readXml(stdout));
    assert.deepEqual(suite.attributes, { name: 'none', tests: '1', failures: '0', errors: '1' });
    const [only = assert.fail()] = elementsOf(suite).flatMap(elementsOf);
    assert.deepEqual([only.name, only.attributes['message']], ['error', 'none does not exist.']);
  });
});
