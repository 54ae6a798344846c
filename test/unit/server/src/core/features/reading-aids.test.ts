import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { createTargetGroupService, type TargetGroupService } from '../../../../../../server/src/core/index';
import { documentOf } from '../../../../../support/diagnose';
import { root } from '../../../../../support/repository';

/* Everything that helps to read, asked of every text that an author makes on the way to an example. */

const folder = path.join(root, 'examples');
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.targetgroup.json'))
  .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));

function assertInside(document: TextDocument, { start, end }: Range): void {
  const text = document.getText();
  assert.ok(document.offsetAt(start) <= document.offsetAt(end), text);
  assert.deepEqual(
    [start, end].map((at) => document.positionAt(document.offsetAt(at))),
    [start, end],
    text,
  );
}

/** Asks everything once, at one place. */
function readAt(service: TargetGroupService, document: TextDocument, offset: number): void {
  const position = document.positionAt(offset);
  const whole = { start: document.positionAt(0), end: position };
  const ranges = [
    ...service.symbols(document).map(({ range }) => range),
    ...service.selectionRanges(document, [position]).map(({ range }) => range),
    // What is made of findings takes the longest.
    ...(offset % 5 === 0 ? [...service.links(document), ...service.codeLens(document)] : []).map(({ range }) => range),
    ...[service.hover(document, position)?.range ?? []].flat(),
    ...service.inlayHints(document, whole).map(({ position: at }) => ({ start: at, end: at })),
    ...service.definition(document, position).map(({ range }) => range),
    ...service.references(document, position, true).map(({ range }) => range),
    ...service.highlights(document, position).map(({ range }) => range),
    ...[service.renameable(document, position)?.range ?? []].flat(),
    ...service.groupSymbols(document).map(({ location }) => location.range),
  ];
  for (const range of ranges) assertInside(document, range);
  for (const { startLine, endLine } of service.folding(document))
    assert.ok(startLine < endLine && endLine < document.lineCount, document.getText());
}

/** Lengths of the text at which a line is typed that stands in no text before. */
function* freshLengths(text: string, seen: Set<string>): Generator<number> {
  let start = 0;
  for (const line of text.split('\n')) {
    const isFresh = !seen.has(line.trim());
    seen.add(line.trim());
    if (isFresh) for (let length = 0; length <= line.length; length++) yield start + length;
    start += line.length + 1;
  }
}

describe('what helps to read', () => {
  const seen = new Set<string>();
  for (const { name, text } of examples) {
    it(`answers at every step while ${name} is typed`, () => {
      const service = createTargetGroupService({ rulePage: 'file:///RULES.md' });
      for (const length of freshLengths(text, seen)) readAt(service, documentOf(text.slice(0, length)), length);
    }).timeout(60_000);

    it(`answers at every place of ${name}`, () => {
      const service = createTargetGroupService();
      for (let offset = 0; offset <= text.length; offset += 5) readAt(service, documentOf(text), offset);
    });
  }

  it('answers for text of any depth and length', () => {
    const texts = [
      '{"a":['.repeat(50_000),
      `{ "periods": [${'{ "refCode": 1 },'.repeat(20_000)}]`,
      `"${'\\u0000'.repeat(100_000)}`,
    ];
    const service = createTargetGroupService();
    for (const text of texts) for (const offset of [1, text.length]) readAt(service, documentOf(text), offset);
  });
});
