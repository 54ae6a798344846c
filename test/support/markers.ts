/** Text with `¦` for the cursor and `«code:text»` for "exactly this text carries that diagnostic". */
export interface Marked {
  readonly text: string;
  /** Offset of `¦`, or undefined where the text has none. */
  readonly cursor: number | undefined;
  readonly expected: readonly { readonly code: string; readonly start: number; readonly end: number }[];
}

const marker = /¦|«([a-z-]+):|»/g;

/** Reads the markers out of a text. Throws when a mark is not closed: the test itself is wrong then. */
export function readMarkers(marked: string): Marked {
  let text = '';
  let at = 0;
  let cursor: number | undefined;
  const open: { code: string; start: number }[] = [];
  const expected: { code: string; start: number; end: number }[] = [];
  for (const match of marked.matchAll(marker)) {
    text += marked.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[0] === '¦') cursor = text.length;
    else if (match[1] !== undefined) open.push({ code: match[1], start: text.length });
    else {
      const started = open.pop();
      if (!started) throw new Error(`markers: "»" without "«" in ${marked}`);
      expected.push({ ...started, end: text.length });
    }
  }
  if (open.length > 0) throw new Error(`markers: "«" without "»" in ${marked}`);
  return { text: text + marked.slice(at), cursor, expected };
}
