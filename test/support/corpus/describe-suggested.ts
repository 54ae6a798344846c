import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextEdit, type CompletionItem } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../../server/src/core/index';
import { documentOf } from '../diagnose';
import { examples } from '../examples';
import { closing, markedPlaces } from '../typed-example';

/* The examples typed character by character from empty: what is suggested on the way. */

/** The raw text that an item is called by: as it stands between quotes. */
const rawLabel = ({ label }: CompletionItem): string => JSON.stringify(label).slice(1, -1);

/** As editors do: an item is a candidate as long as the text that it replaces, up to the cursor, is in its filter text. */
function isCandidate(document: TextDocument, offset: number, { filterText = '', textEdit }: CompletionItem): boolean {
  assert.ok(textEdit && TextEdit.is(textEdit));
  const start = document.offsetAt(textEdit.range.start);
  assert.ok(start <= offset && offset <= document.offsetAt(textEdit.range.end));
  let at = 0;
  for (const letter of document.getText().slice(start, offset).toLowerCase()) {
    at = filterText.toLowerCase().indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The tests of completion while the examples are typed: everywhere at one step in n, and at all marked places. */
export function describeSuggested({ every }: { readonly every: number }): void {
  const service = createTargetGroupService();
  const completeIn = (document: TextDocument, offset: number) =>
    service.complete(document, document.positionAt(offset), { snippets: true }).items;

  describe(`completion while the examples are typed, at one step in ${every}`, function () {
    this.timeout(120_000);
    for (const { name, text } of examples) {
      it(`answers in ${name}, from empty on`, () => {
        let document = documentOf('');
        for (let length = 0; length <= text.length; length++) {
          const end = document.positionAt(length);
          if (length % every === 0) completeIn(document, length);
          if (length % (5 * every) === 0) {
            const closed = documentOf(text.slice(0, length) + closing(text.slice(0, length)), 'file:///closed');
            for (const item of completeIn(closed, length)) isCandidate(closed, length, item);
            service.release(closed.uri);
          }
          const typed = { range: { start: end, end }, text: text.charAt(length) };
          document = TextDocument.update(document, [typed], document.version + 1);
        }
        service.release(document.uri);
      });
    }
  });

  describe('completion while the examples are typed, at the marked places', () => {
    for (const { name, text } of examples) {
      const marked = markedPlaces(name);
      if (!marked) continue;
      it(`has what is meant among the first three in ${name}`, () => {
        assert.equal(marked.text, text);
        assert.ok(marked.places.size > 0);
        for (const [offset, expected] of marked.places) {
          const typed = text.slice(0, offset);
          for (const whole of [typed, typed + closing(typed)]) {
            const document = documentOf(whole);
            const candidates = completeIn(document, offset).filter((item) => isCandidate(document, offset, item));
            service.release(document.uri);
            const first = candidates.slice(0, 3).map(rawLabel);
            assert.ok(first.includes(expected), `${expected} is none of ${first.join()} behind ${typed.slice(-80)}`);
          }
        }
      });
    }
  });
}
