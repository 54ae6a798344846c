import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { createTargetGroupService, type TargetGroupService } from '../../../server/src/core/index';
import { documentOf } from '../diagnose';
import { examples } from '../examples';

/* Everything that helps to read, asked of every text that an author makes on the way to an example. */

function assertInside(document: TextDocument, { start, end }: Range): void {
  const text = document.getText();
  assert.ok(document.offsetAt(start) <= document.offsetAt(end), text);
  assert.deepEqual(
    [start, end].map((at) => document.positionAt(document.offsetAt(at))),
    [start, end],
    text,
  );
}

/** Asks everything once, at one place; what is made of findings takes the longest. */
export function readAt(
  service: TargetGroupService,
  document: TextDocument,
  offset: number,
  withFindings: boolean,
): void {
  const position = document.positionAt(offset);
  const whole = { start: document.positionAt(0), end: position };
  const ranges = [
    ...service.symbols(document).map(({ range }) => range),
    ...service.selectionRanges(document, [position]).map(({ range }) => range),
    ...(withFindings ? [...service.links(document), ...service.codeLens(document)] : []).map(({ range }) => range),
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

/** The tests of what helps to read while the examples are typed and read, at every n-th step. */
export function describeReading({ every }: { readonly every: number }): void {
  describe(`what helps to read, at one step in ${every}`, () => {
    const seen = new Set<string>();
    for (const { name, text } of examples) {
      it(`answers while ${name} is typed`, function () {
        this.timeout(60_000);
        const service = createTargetGroupService({ rulePage: 'file:///RULES.md' });
        for (const [step, length] of [...freshLengths(text, seen)].entries())
          if (step % every === 0) readAt(service, documentOf(text.slice(0, length)), length, step % (5 * every) === 0);
      });

      it(`answers in all of ${name}`, () => {
        const service = createTargetGroupService();
        const document = documentOf(text);
        for (let offset = 0; offset <= text.length; offset += 5 * every) readAt(service, document, offset, true);
      });
    }
  });
}
