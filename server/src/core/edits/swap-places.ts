import { endOf, type Place } from '../document/node';
import type { Edit } from '../document/syntax-problem';

/** Two edits that put each of two texts in the other's place. */
export function swapPlaces(text: string, a: Place, b: Place): Edit[] {
  const textOf = (place: Place) => text.slice(place.offset, endOf(place));
  return [
    { offset: a.offset, length: a.length, newText: textOf(b) },
    { offset: b.offset, length: b.length, newText: textOf(a) },
  ];
}
