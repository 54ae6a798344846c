import type { Edit } from '../document/syntax-problem';

/** The text after all edits; they may come in any order and must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.offset - b.offset)) {
    result += text.slice(at, edit.offset) + edit.newText;
    at = edit.offset + edit.length;
  }
  return result + text.slice(at);
}
