/** One place of a text that is written anew; offsets and lengths in UTF-16 units. */
export interface Change {
  readonly offset: number;
  readonly length: number;
  readonly newText: string;
}

/** The smallest one change that makes one text of another, no surrogate pair cut in two; undefined where they are the same. */
export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (isInPair(before, start) || isInPair(after, start)) start--;
  let same = 0;
  const most = shorter - start;
  while (same < most && before.charCodeAt(before.length - same - 1) === after.charCodeAt(after.length - same - 1))
    same++;
  if (isInPair(before, before.length - same) || isInPair(after, after.length - same)) same--;
  return { offset: start, length: before.length - same - start, newText: after.slice(start, after.length - same) };
}

/** True between the two units of a surrogate pair. */
export function isInPair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}
