/**
 * The candidates that a mistyped word may mean, nearest first: within a third of its length in edits (insert, delete,
 * replace, swap of neighbours), upper and lower case being the same. Empty when none is that near, and for words of
 * over 64 characters, which no field or value has.
 */
export function nearest(word: string, candidates: readonly string[]): string[] {
  if (word.length > 64) return [];
  const limit = Math.max(1, Math.floor(word.length / 3));
  return candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= limit)
    .map((candidate) => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits)
    .map(({ candidate }) => candidate);
}

/** All candidates, those that the word may mean first. */
export function nearestFirst(word: string, candidates: readonly string[]): string[] {
  const near = nearest(word, candidates);
  return [...near, ...candidates.filter((candidate) => !near.includes(candidate))];
}

/** Damerau-Levenshtein distance, optimal string alignment; lengths are small, see above. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const replaced = (last[column - 1] ?? Infinity) + (same ? 0 : 1);
      let best = Math.min(replaced, (last[column] ?? Infinity) + 1, (current[column - 1] ?? Infinity) + 1);
      if (isSwap(a, row, b, column)) best = Math.min(best, (beforeLast[column - 2] ?? Infinity) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? Infinity;
}

/**
 * True when the two characters in front of these positions, of which there is one at least, stand the other way round in
 * the other word.
 */
function isSwap(a: string, row: number, b: string, column: number): boolean {
  return a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
}
