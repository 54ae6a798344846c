import type { DocumentText } from './document-text';
import type { Place } from './node';
import type { Edit } from './syntax-problem';

/** What an edit replaced: from `start` to `end` in the text before it; behind it everything moved by `delta`. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly delta: number;
}

/** A change that makes one text of another: of what they do not share, the smallest. */
export function changeBetween(before: DocumentText, after: DocumentText): Change {
  const { front, back } = before.sharedEnds(after);
  const unlike = (text: DocumentText) => text.slice(front, text.length - back);
  const { offset, length, newText } = changedSpan(unlike(before), unlike(after));
  return { start: front + offset, end: front + offset + length, delta: newText.length - length };
}

/** The one replacement that turns a text into another: what is between their common beginning and end. */
export function changedSpan(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let [end, afterEnd] = [before.length, after.length];
  for (; end > start && afterEnd > start && before.charCodeAt(end - 1) === after.charCodeAt(afterEnd - 1); end--)
    afterEnd--;
  return { offset: start, length: end - start, newText: after.slice(start, afterEnd) };
}

/** A place in the text before as it is behind the change. */
export const movedPlace = ({ offset, length }: Place, { end, delta }: Change): Place => ({
  offset: offset >= end ? offset + delta : offset,
  length,
});
