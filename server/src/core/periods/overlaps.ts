import { countFirst } from '../document/ordered';
import type { Span } from './span';

/**
 * For each span that shares a day with one earlier in the list: the index of the first such one. O(n log n), so that
 * 20,000 periods cost no more than a blink.
 * @param spans in the order of the file; undefined ones take no part.
 */
export function firstOverlaps(spans: readonly (Span | undefined)[]): ReadonlyMap<number, number> {
  if (isInOrder(spans)) return new Map();
  const known = spans.flatMap((span, index) => (span ? [{ ...span, index }] : []));
  const byEnd = [...known].sort((a, b) => a.end - b.end);
  const ends = byEnd.map(({ end }) => end);
  const lowest = new SuffixMinimum(ends.length);
  const byStart = [...known].sort((a, b) => a.start - b.start);
  const rank = new Map(byEnd.map(({ index }, position) => [index, position]));
  const found = new Map<number, number>();
  let begun = 0;
  // Of all spans that have begun when this one ends, those that do not end before it starts overlap it.
  for (const { start, end, index } of byEnd) {
    for (let next = byStart[begun]; next && next.start <= end; next = byStart[++begun])
      lowest.set(rank.get(next.index) ?? 0, next.index);
    const first = lowest.from(firstAtLeast(ends, start));
    if (first < index) found.set(index, first);
  }
  return found;
}

/** True where each begins behind the end of all before it, as periods mostly do. */
function isInOrder(spans: readonly (Span | undefined)[]): boolean {
  let end = -Infinity;
  for (const span of spans) {
    if (span && span.start <= end) return false;
    end = span?.end ?? end;
  }
  return true;
}

/** The first position whose value is at least this, in an ascending list; its length where there is none. */
function firstAtLeast(values: readonly number[], wanted: number): number {
  return countFirst(values, (value) => value < wanted);
}

/** Values at positions, and the smallest from any position on (a Fenwick tree over the positions from the end). */
class SuffixMinimum {
  private readonly tree: number[];

  constructor(private readonly size: number) {
    this.tree = Array.from({ length: size + 1 }, () => Infinity);
  }

  set(position: number, value: number): void {
    for (let at = this.size - position; at <= this.size; at += at & -at)
      this.tree[at] = Math.min(this.tree[at] ?? Infinity, value);
  }

  /** Infinity where nothing stands from there on. */
  from(position: number): number {
    let lowest = Infinity;
    for (let at = this.size - position; at > 0; at -= at & -at) lowest = Math.min(lowest, this.tree[at] ?? Infinity);
    return lowest;
  }
}
