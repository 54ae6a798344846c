import { isInPair, type Change } from './change';
import { decode } from './decode';
import { encode, escapingStyleOf } from './encode';

/** Strict JSON: no control character, no unknown escape, nothing around. */
export function isJsonString(text: string): boolean {
  return /^"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"$/.test(text);
}

/**
 * The change of a JSON string that changes the text it stands for; what is not changed keeps the escapes it is written with.
 * @param literal a JSON string, both quotes included.
 * @param change of the decoded text.
 * @returns the change of the literal, its offset counted from the opening quote; new characters are written in the style that
 * the literal shows.
 */
export function editLiteral(literal: string, change: Change): Change {
  const { text, toSource } = decode(literal);
  const end = change.offset + change.length;
  const first = isInPair(text, change.offset) ? change.offset - 1 : change.offset;
  const last = isInPair(text, end) ? end + 1 : end;
  const written = text.slice(first, change.offset) + change.newText + text.slice(end, last);
  const offset = toSource(first);
  const newText = encode(written, escapingStyleOf(literal)).slice(1, -1);
  return { offset, length: toSource(last) - offset, newText };
}
