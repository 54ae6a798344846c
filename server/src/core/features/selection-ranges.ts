import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { containerAt } from '../document/cursor';
import type { Model } from '../document/model';
import { containerOf, endOf, type Place } from '../document/node';
import { limits } from '../limits';

/** For each position what stands around it: the text in its quotes, the value, the member, the content of the object … */
export function selectionRanges(model: Model, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    // A reader of the answer may recurse over it.
    const places = placesAround(model, model.offsetAt(position)).slice(0, limits.nesting);
    const chain = places.reduceRight<SelectionRange | undefined>(
      (parent, place) => ({ range: model.rangeOf(place), ...(parent && { parent }) }),
      undefined,
    );
    return chain ?? { range: { start: position, end: position } };
  });
}

/** From the inside out; each holds the offset and all before it. */
function placesAround({ root, text }: Model, offset: number): Place[] {
  const places: Place[] = [];
  const add = (place: Place | undefined) => {
    const last = places.at(-1);
    if (!place || !holds(place, { offset, length: 0 }) || (last && !holds(place, last))) return;
    if (last?.offset !== place.offset || last.length !== place.length) places.push(place);
  };
  const addText = (place: Place | undefined) => {
    if (!place) return;
    if (text[place.offset] === '"') add({ offset: place.offset + 1, length: Math.max(0, place.length - 2) });
    add(place);
  };
  let node = root && containerAt(root, text, offset);
  if (!node) addText(root);
  else if (node.kind === 'array') for (const item of node.items) addText(item);
  else for (const { key, value } of node.members) [key, value].forEach(addText);
  for (; node; node = containerOf(node)) {
    const children: readonly Place[] = node.kind === 'object' ? node.members : node.items;
    for (const child of children) add(child);
    const [first, last] = [children[0], children.at(-1)];
    if (first && last) add({ offset: first.offset, length: endOf(last) - first.offset });
    add(node);
  }
  add({ offset: 0, length: text.length });
  return places;
}

const holds = (outer: Place, inner: Place): boolean => outer.offset <= inner.offset && endOf(inner) <= endOf(outer);
