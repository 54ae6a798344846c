import { countFirst } from '../document/ordered';
import { endOf } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import type { Finding } from '../rules/finding';

/**
 * Tells whether any of the findings is about a text that was written; that has the place where it stands after all edits.
 * Each answer takes logarithmic time, since thousands of texts may be asked about beside thousands of findings.
 */
export function aboutWritten(findings: readonly Finding[]): (written: Pick<Edit, 'offset' | 'newText'>) => boolean {
  const places = findings.map(({ at }) => at).sort((a, b) => a.offset - b.offset);
  let furthest = -1;
  const ends = places.map((place) => (furthest = Math.max(furthest, endOf(place))));
  /** The furthest end of those that begin at an offset or before. */
  const furthestFrom = (offset: number): number =>
    ends[countFirst(places, (place) => place.offset <= offset) - 1] ?? -1;
  return ({ offset, newText }) => {
    const end = offset + newText.length;
    // What a list is put around is as it was, so only the list itself is judged.
    if (newText.startsWith('[')) return furthestFrom(offset) >= end;
    return furthestFrom(end - 1) > offset;
  };
}
