/**
 * How many elements of a list come first for which something holds, by halves.
 * @param isTrue holds for none behind one for which it does not.
 */
export function countFirst<Element>(list: readonly Element[], isTrue: (element: Element) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    // The position is inside the list.
    if (isTrue(list[middle] as Element)) low = middle + 1;
    else high = middle;
  }
  return low;
}
