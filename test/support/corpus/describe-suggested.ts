import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextEdit, type CompletionItem } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../../server/src/core/index';
import { documentOf } from '../diagnose';
import { examples } from '../examples';

/* The examples typed character by character from empty: what is suggested on the way. */

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** What an editor that closes brackets and quotes has put behind the typed text. */
function closing(typed: string): string {
  const open: string[] = [];
  let isText = false;
  for (const [mark] of typed.matchAll(/\\.|["{}[\]]/g)) {
    if (mark === '"') isText = !isText;
    else if (!isText && closers[mark] !== undefined) open.unshift(closers[mark]);
    else if (!isText && mark.length === 1) open.shift();
  }
  return (isText ? '"' : '') + open.join('');
}

/** The places of a text that are marked `¦expected¦`, and the text without marks. */
function readMarks(marked: string) {
  const parts = marked.split('¦');
  const places = new Map<number, string>();
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) places.set(text.length, part);
    text += part;
  }
  assert.ok(parts.length % 2 === 1, 'a mark is never closed');
  return { text, places };
}

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
          if (length % every === 0) {
            completeIn(document, length);
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
      const file = new URL(`../../fixtures/typing/${name}.txt`, import.meta.url);
      if (!existsSync(file)) continue;
      it(`has what is meant among the first three in ${name}`, () => {
        const marked = readMarks(readFileSync(file, 'utf8'));
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
