import type { DocumentText } from './document-text';
import type { Place } from './node';

/** What an edit replaced: from `start` to `end` in the text before it; behind it everything moved by `delta`. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly delta: number;
}

/** A change that makes one text of another: of what they do not share, the smallest. */
export function changeBetween(before: DocumentText, after: DocumentText): Change {
  const { front, back } = before.sharedEnds(after);
  const { start, end, delta } = changeOf(
    before.slice(front, before.length - back),
    after.slice(front, after.length - back),
  );
  return { start: front + start, end: front + end, delta };
}

function changeOf(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = longest(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const delta = after.length - before.length;
  const common = longest(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { start, end: before.length - common, delta };
}

/** How far two texts are the same, by halves: comparing long pieces is what engines are best at. */
function longest(limit: number, isSame: (from: number, to: number) => boolean): number {
  let known = 0;
  let high = limit;
  while (known < high) {
    const middle = known + Math.ceil((high - known) / 2);
    if (isSame(known, middle)) known = middle;
    else high = middle - 1;
  }
  return known;
}

/** A place in the text before as it is behind the change. */
export const movedPlace = ({ offset, length }: Place, { end, delta }: Change): Place => ({
  offset: offset >= end ? offset + delta : offset,
  length,
});
