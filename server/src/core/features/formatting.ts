import { format } from 'jsonc-parser';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import type { Edit } from '../document/syntax-problem';
import { TextWindow } from '../document/text-window';
import { Tokenizer } from '../document/tokenizer';
import { applyEdits } from '../edits/apply-edits';
import { limits } from '../limits';

/** Blanks of one level of indentation, at most; wider than any setting that is meant. */
const widestTab = 200;

/**
 * Edits of blanks and line breaks alone: no text and no number is ever touched. Empty for a file over the limits, whose
 * indentation would be larger than the file, and where a missing quote makes it uncertain what is a text.
 * @param range the part to format; undefined for the whole document.
 */
export function formatting(model: Model, options: FormattingOptions, range: Range | undefined): TextEdit[] {
  const { text, depth } = model;
  if (depth > limits.nesting || text.length > limits.fullChecks) return [];
  const part = range && {
    offset: model.offsetAt(range.start),
    length: model.offsetAt(range.end) - model.offsetAt(range.start),
  };
  const { insertSpaces, insertFinalNewline = false } = options;
  // Blanks of any number would fill the memory.
  const tabSize = Math.min(Math.max(0, options.tabSize), widestTab);
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  // jsonc-parser 3.3.1 has no text for an indentation of exactly 200 blanks or tabs: its table ends one short of its check.
  const missing = eol + (insertSpaces ? ' ' : '\t').repeat(200);
  const edits = format(text, part, { tabSize, insertSpaces, eol, insertFinalNewline }).map(
    ({ offset, length, content }): Edit => ({ offset, length, newText: (content as string | undefined) ?? missing }),
  );
  if (!hasSameTokens(text, applyEdits(text, edits))) return [];
  return edits.map((edit) => ({ range: model.rangeOf(edit), newText: edit.newText }));
}

/** True when two texts differ in nothing but what stands between their tokens. */
function hasSameTokens(text: string, other: string): boolean {
  const one = new Tokenizer(new TextWindow(text), 0);
  const two = new Tokenizer(new TextWindow(other), 0);
  for (;;) {
    const kind = one.next();
    if (two.next() !== kind) return false;
    if (kind === 'end') return true;
    // What stands to the right of a comment on its line is part of it.
    if (text.slice(one.offset, one.end).trimEnd() !== other.slice(two.offset, two.end).trimEnd()) return false;
  }
}
