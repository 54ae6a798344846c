import { rightToLeft } from '../../../../server/src/protocol/phrase';

/** Average width of a character of the timeline's print, in pixels. */
const characterWidth = 6.8;

/** About how wide a label is, in pixels. */
export function widthOf(label: string): number {
  return label.length * characterWidth;
}

/** The label, cut with an ellipsis to about that many pixels; empty when not even a few characters have room. */
export function cutLabel(label: string, width: number): string {
  const room = Math.floor(width / characterWidth);
  if (label.length <= room) return label;
  return room < 4 ? '' : `${label.slice(0, room - 1)}…`;
}

/** Keeps something `size` wide that should begin at `left` inside a drawing of that width. */
export function keepInside(left: number, size: number, width: number): number {
  return Math.max(0, Math.min(left, width - size));
}

/** Where a label beside a line begins: behind the line, or in front of it where it has no room behind. */
export function besideLine(left: number, label: string, width: number, space: number): number {
  const size = widthOf(label);
  return left + space + size <= width ? left + space : Math.max(0, left - space - size);
}

/**
 * Where labels begin, each in the middle below its own place as far as it has room: undefined for one that would run into
 * the label before it. Takes them from left to right.
 */
export function placeLabels(
  labels: readonly { readonly text: string; readonly center: number }[],
  width: number,
): (number | undefined)[] {
  let free = 0;
  return labels.map(({ text, center }) => {
    const size = widthOf(text);
    const left = keepInside(center - size / 2, size, width);
    if (left < free) return undefined;
    free = left + size + characterWidth;
    return left;
  });
}

/** For each place of labels that begin there, from left to right: whether it ends before the next one and the edge. */
export function haveRoom(
  labels: readonly { readonly text: string; readonly left: number }[],
  width: number,
): boolean[] {
  return labels.map(({ text, left }, index) => left + widthOf(text) <= (labels[index + 1]?.left ?? width));
}

const letter = /\p{L}/u;

/** Whether a text runs from right to left, as its first letter does. */
export function isRightToLeft(text: string): boolean {
  return rightToLeft.test(letter.exec(text)?.[0] ?? '');
}
