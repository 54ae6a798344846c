import type { Position, Range } from '../../../../server/src/protocol/preview-messages';

/** The attribute by which a part of the page is found by its place in the text. */
export function placeKey({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

const isBefore = (one: Position, other: Position): boolean =>
  one.line < other.line || (one.line === other.line && one.character < other.character);

/** Of the places, the smallest around the position: the one that begins last. Undefined when it is in none. */
export function innermost(keys: readonly string[], position: Position): string | undefined {
  let found: { readonly key: string; readonly range: Range } | undefined;
  for (const key of keys) {
    const range = readKey(key);
    if (isBefore(position, range.start) || isBefore(range.end, position)) continue;
    const isInner =
      found === undefined ||
      isBefore(found.range.start, range.start) ||
      (!isBefore(range.start, found.range.start) && isBefore(range.end, found.range.end));
    if (isInner) found = { key, range };
  }
  return found?.key;
}

function readKey(key: string): Range {
  const [line = 0, character = 0, endLine = 0, endCharacter = 0] = key.split(/[:-]/).map(Number);
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

/**
 * Marks the part of the page that the cursor is in, and that part alone, and brings it into sight unless somebody is at work
 * in the page. Done beside the rendering, so that a cursor that moves draws nothing anew.
 * @param picture the part of the page whose places are of the version that the position is of.
 */
export function markPlace(picture: Element | null, position: Position | undefined): void {
  const places = [...(picture?.querySelectorAll('[data-place]') ?? [])];
  const keyOf = (place: Element) => place.getAttribute('data-place') ?? '';
  const key = position && innermost(places.map(keyOf), position);
  const wanted = new Set(places.filter((place) => keyOf(place) === key));
  const marked = [...document.querySelectorAll('[data-place][aria-current]')];
  for (const place of marked) if (!wanted.has(place)) place.removeAttribute('aria-current');
  const fresh = [...wanted].filter((place) => !place.hasAttribute('aria-current'));
  for (const place of fresh) place.setAttribute('aria-current', 'true');
  if (fresh.length > 0 && fresh.length === wanted.size && !document.hasFocus()) {
    fresh[0]?.scrollIntoView({ block: 'nearest' });
  }
}
