import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Diagnostic, DocumentLink, Uri } from 'vscode';
import { createRuleLinks } from '../../../../../client/src/extension/rule-links';

const links = createRuleLinks((parts) => parts as unknown as Uri);
const finding = (parts: Partial<Diagnostic>): Diagnostic =>
  Object.assign(Object.create(null) as Diagnostic, { source: 'targetgroup' }, parts);
const page: Uri = Object.assign(Object.create(null) as Uri, { scheme: 'file', path: '/RULES.md' });
const link = (code: string) => ({
  value: code,
  target: { scheme: 'command', path: 'targetgroup.showRule', query: `["${code}"]` },
});
const unused = undefined as never;

/** The codes after each of the three ways in which findings come. */
async function codesAfter(...given: Partial<Diagnostic>[]): Promise<unknown[][]> {
  const copies = () => given.map(finding);
  const ways: unknown[][] = [];
  links.handleDiagnostics?.(unused, copies(), (_, shown) => ways.push(shown.map(({ code }) => code)));
  const report = await links.provideDiagnostics?.(unused, undefined, unused, () => ({
    kind: 'full' as never,
    items: copies(),
  }));
  if (report && 'items' in report) ways.push(report.items.map(({ code }) => code));
  await links.provideWorkspaceDiagnostics?.(
    [],
    unused,
    (chunk) => {
      for (const each of chunk?.items ?? []) if ('items' in each) ways.push(each.items.map(({ code }) => code));
    },
    (_ids, _token, reporter) => {
      reporter({ items: [{ kind: 'full' as never, uri: page, version: null, items: copies() }] });
      reporter(null);
      return { items: [] };
    },
  );
  assert.equal(ways.length, 3);
  return ways;
}

describe('the link of a finding', () => {
  it('opens its rule, pushed, pulled and of the workspace', async () => {
    for (const codes of await codesAfter({ code: { value: 'name-empty', target: page } }))
      assert.deepEqual(codes, [link('name-empty')]);
  });

  it('is there where the server knows no page, as in a browser', async () => {
    for (const codes of await codesAfter({ code: 'schema-type' })) assert.deepEqual(codes, [link('schema-type')]);
  });

  it('is left alone where it is not ours, or no code', async () => {
    const others = [
      { code: 'name-empty', source: 'json' },
      { code: 7 },
      {},
      { code: '"],["x' },
      { code: { value: 'a b', target: page } },
    ];
    for (const codes of await codesAfter(...others))
      assert.deepEqual(
        codes,
        others.map(({ code }) => code),
      );
  });

  it('leaves unchanged reports alone', async () => {
    const unchanged = { kind: 'unChanged' as never, resultId: '1' };
    assert.equal(await links.provideDiagnostics?.(unused, '1', unused, () => unchanged), unchanged);
  });
});

describe('the link in a document', () => {
  it('opens the rule that the server names, and is left alone where it names none', async () => {
    const given = [{ data: 'name-empty' }, { data: 'a"]' }, {}].map((parts) =>
      Object.assign(Object.create(null) as DocumentLink, parts),
    );
    const shown = await links.provideDocumentLinks?.(unused, unused, () => given);
    assert.deepEqual(
      shown?.map(({ target }) => target),
      [link('name-empty').target, undefined, undefined],
    );
  });
});
