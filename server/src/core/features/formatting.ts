import { format } from 'jsonc-parser';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import { limits } from '../limits';

/**
 * Edits of blanks and line breaks alone: no text and no number is ever touched. Empty for a file over the limits, whose
 * indentation would be larger than the file.
 * @param range the part to format; undefined for the whole document.
 */
export function formatting(model: Model, options: FormattingOptions, range: Range | undefined): TextEdit[] {
  const { text, depth } = model;
  if (depth > limits.nesting || text.length > limits.fullChecks) return [];
  const part = range && {
    offset: model.offsetAt(range.start),
    length: model.offsetAt(range.end) - model.offsetAt(range.start),
  };
  const edits = format(text, part, {
    tabSize: options.tabSize,
    insertSpaces: options.insertSpaces,
    eol: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    insertFinalNewline: options.insertFinalNewline === true,
  });
  return edits.map(({ offset, length, content }) => ({ range: model.rangeOf({ offset, length }), newText: content }));
}
