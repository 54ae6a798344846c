import type { InSlices } from './in-slices';
import { parseUntil, resultOf, type ParseResult } from './parse';
import { ParserState } from './parser-state';
import { TextWindow } from './text-window';

/** So many tokens are read between two looks at the clock. */
const slice = 256;

/** Reads as {@link parse} does, in slices. */
export function parseInSlices(text: string, start: number): InSlices<ParseResult> {
  const state = new ParserState(new TextWindow(text), start);
  let count = 0;
  return (isOver) => {
    const isPaused = parseUntil(state, () => ++count % slice === 0 && isOver());
    return isPaused ? undefined : resultOf(state, start);
  };
}
