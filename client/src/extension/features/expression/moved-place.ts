/** Where a value stands in its document; zero-based UTF-16 offsets, the end behind the last character. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
}

/** One change of a document, as the editor tells it. */
export interface DocumentChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * The place after changes of its document, made one after the other; undefined when one of them reaches over its bounds,
 * so that nobody can say what has become of it. Another JSON string in its place is still it.
 */
export function movedPlace(place: TextPlace, changes: readonly DocumentChange[]): TextPlace | undefined {
  let { start, end } = place;
  for (const { rangeOffset, rangeLength, text } of changes) {
    const changeEnd = rangeOffset + rangeLength;
    const delta = text.length - rangeLength;
    const isWhole = rangeOffset === start && changeEnd === end && /^"[^]*"$/.test(text);
    if (isWhole) end = start + text.length;
    else if (changeEnd <= start) {
      start += delta;
      end += delta;
    } else if (rangeOffset > start && changeEnd < end) end += delta;
    else if (rangeOffset < end) return undefined;
  }
  return { start, end };
}
