import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../../server/src/core/index';
import { acceptedBodies } from '../accepted-bodies';

/* What an author sees elsewhere while one place is half typed, for every accepted body. */

const service = createTargetGroupService();

interface Shown {
  readonly diagnostics: readonly Diagnostic[];
  readonly document: TextDocument;
}

/** The findings of a text; each of them lies inside of it, in order. */
function look(text: string): Shown {
  const document = TextDocument.create('file:///typed.targetgroup.json', 'targetgroup', 1, text);
  const diagnostics = service.diagnose(document);
  service.release(document.uri);
  for (const { range, code } of diagnostics) {
    assert.notEqual(code, 'internal-error', text);
    assert.ok(document.offsetAt(range.start) <= document.offsetAt(range.end), text);
    assert.deepEqual(document.positionAt(document.offsetAt(range.end)), range.end, text);
  }
  return { diagnostics, document };
}

/** The findings outside of a line, in words that do not depend on what stands in it. */
function outside(
  { diagnostics, document }: Shown,
  line: { readonly start: number; readonly behind: number },
): string[] {
  const end = document.getText().length - line.behind;
  return diagnostics.flatMap(({ code, message, range }) => {
    const offset = document.offsetAt(range.start);
    const words = `${String(code)}: ${typeof message === 'string' ? message : message.value}`;
    if (offset < line.start) return [`${offset} ${words}`];
    return offset >= end ? [`-${document.getText().length - offset} ${words}`] : [];
  });
}

const isHalfTyped = ({ diagnostics }: Shown): boolean => diagnostics.some(({ code }) => code === 'json-syntax');

/** Every so manieth of the lines of a text that no text before had, by their offset. */
function* freshLines(
  text: string,
  seen: Set<string>,
  every: number,
): Generator<{ readonly start: number; readonly line: string }> {
  let start = 0;
  for (const line of text.split('\n')) {
    if (!seen.has(line.trim()) && seen.size % every === 0) yield { start, line };
    seen.add(line.trim());
    start += line.length + 1;
  }
}

/** A member as it grows under an author's hands, the editor closing each quote. */
function* statesOf(key: string, value: string): Generator<string> {
  for (let length = 1; length < key.length; length++) yield `${key.slice(0, length)}"`;
  yield `${key}:`;
  const isText = value.startsWith('"');
  for (let length = 1; length <= value.length; length++) {
    const isOpen = isText && length < value.length;
    yield `${key}: ${value.slice(0, length)}${isOpen ? '"' : ''}`;
  }
}

/** The tests of what an author sees elsewhere while one line is half typed, in every n-th line. */
export function describeTyping({ every }: { readonly every: number }): void {
  describe(`while a definition is typed, in one line of ${every}`, () => {
    it('from its beginning, no finding on the lines before comes and goes', () => {
      const seen = new Set<string>();
      for (const { name, text } of acceptedBodies) {
        for (const { start, line } of freshLines(text, seen, every)) {
          const turns = new Map<string, number>();
          let before: ReadonlySet<string> | undefined;
          for (let length = 0; length <= line.length; length++) {
            const shown = look(text.slice(0, start + length));
            const now = new Set(outside(shown, { start, behind: 0 }));
            for (const each of [...now, ...(before ?? [])]) {
              if (!before || now.has(each) === before.has(each)) continue;
              turns.set(each, (turns.get(each) ?? 0) + 1);
            }
            before = now;
          }
          const flickers = [...turns].filter(([, count]) => count > 1);
          assert.deepEqual(flickers, [], `${name}: ${line}`);
        }
      }
    });

    it('in the midst of a whole one, the findings elsewhere stay', () => {
      const seen = new Set<string>();
      for (const { name, text } of acceptedBodies) {
        for (const { start, line } of freshLines(text, seen, every)) {
          const [, indent = '', key = '', value = '', comma = ''] =
            /^(\s*)("[^"]*"): ([^\s[{][^[{]*?)(,?)$/.exec(line) ?? [];
          if (key === '') continue;
          const behind = text.slice(start + line.length);
          let first: readonly string[] | undefined;
          for (const typed of statesOf(key, value)) {
            const shown = look(`${text.slice(0, start)}${indent}${typed}${comma}${behind}`);
            if (!isHalfTyped(shown)) continue;
            const now = outside(shown, { start, behind: behind.length });
            first ??= now;
            assert.deepEqual(now, first, `${name}: ${typed}`);
          }
        }
      }
    });
  });
}
