import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../../server/src/core/index';
import { acceptedBodies } from '../accepted-bodies';
import { documentOf } from '../diagnose';
import { damaged } from './damage';
import { isAccepted } from './describe-damaged-json';
import { createDefinition } from './definition';
import { plant } from './faults/fault';
import { faults } from './faults/index';
import { createRandom, type Random } from './random';
import { render } from './tree';

export interface FuzzSize {
  readonly seed: number;
  readonly cases: number;
}

function sample(random: Random): string {
  const seed = random.integer(0, 1e9);
  const body = acceptedBodies[random.integer(0, acceptedBodies.length - 1)];
  const fault = faults[random.integer(0, faults.length - 1)];
  if (body && random.once(3)) return body.text;
  if (fault && random.once(2)) return plant(fault, seed).text;
  const { root, layout } = createDefinition(seed);
  return render(root, layout).text;
}

function assertInside(document: TextDocument, { start, end }: Range): void {
  for (const position of [start, end]) {
    assert.ok(position.line >= 0 && position.line < document.lineCount && position.character >= 0);
    assert.deepEqual(document.positionAt(document.offsetAt(position)), position);
  }
  assert.ok(document.offsetAt(start) <= document.offsetAt(end));
}

/** Every finding is inside the document, in the order of the text, and none says that a check crashed. */
function assertFindings(document: TextDocument, found: readonly Diagnostic[]): void {
  let before = 0;
  for (const { code, message, range, relatedInformation = [] } of found) {
    assert.notEqual(code, 'internal-error', JSON.stringify(message));
    assertInside(document, range);
    for (const { location } of relatedInformation) assertInside(document, location.range);
    assert.ok(document.offsetAt(range.start) >= before, `${String(code)} is out of order`);
    before = document.offsetAt(range.start);
  }
}

/** Edits can be applied: each inside the document, none over another. @returns the text after them. */
function applied(document: TextDocument, edits: readonly { range: Range; newText: string }[]): string {
  const inOrder = edits
    .map(({ range }) => ({ start: document.offsetAt(range.start), end: document.offsetAt(range.end) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  for (const { range } of edits) assertInside(document, range);
  for (const [index, { start }] of inOrder.entries()) assert.ok(start >= (inOrder[index - 1]?.end ?? 0));
  return TextDocument.applyEdits(document, [...edits]);
}

/** Everything that anybody can ask of one text. */
function assertAnswers(text: string, random: Random): void {
  const service = createTargetGroupService();
  const document = documentOf(text);
  const found = service.diagnose(document);
  assertFindings(document, found);
  assert.deepEqual(createTargetGroupService().diagnose(documentOf(text)), found, 'another answer to the same text');

  const finding = found[random.integer(0, Math.max(0, found.length - 1))];
  if (finding) {
    for (const { title, edit } of service.codeActions(document, finding.range, found)) {
      const after = applied(document, edit?.changes?.[document.uri] ?? []);
      assert.ok(!isAccepted(text) || isAccepted(after), `"${title}" breaks the JSON:\n${after}`);
    }
  }
  const mended = applied(document, service.fixAll(document));
  assert.ok(!isAccepted(text) || isAccepted(mended), `fix all breaks the JSON:\n${mended}`);
  const again = documentOf(mended);
  assert.equal(applied(again, createTargetGroupService().fixAll(again)), mended, 'fix all once more changes more');

  const position = document.positionAt(random.integer(0, text.length));
  service.complete(document, position, { snippets: true });
  service.hover(document, position);
  service.symbols(document);
  service.preview(document);
  service.prepareSubmission(document);
  applied(document, service.format(document, { tabSize: 2, insertSpaces: true }));
}

/** Tests on damaged definitions (SECURITY T18). */
export function describeFuzz({ seed, cases }: FuzzSize): void {
  describe(`${cases} damaged definitions, from seed ${seed}`, () => {
    it('are answered, always the same, inside the text and in its order; fixes keep JSON whole and come to an end', function () {
      this.timeout(900_000);
      for (let each = seed; each < seed + cases; each++) {
        const random = createRandom(each);
        const text = damaged(sample(random), random);
        try {
          assertAnswers(text, random);
        } catch (error) {
          throw new Error(`seed ${each}, ${JSON.stringify(text)}`, { cause: error });
        }
      }
    });
  });
}
