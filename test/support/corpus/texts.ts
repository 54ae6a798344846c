import type { Random } from './random';
import { leaf, type Leaf } from './tree';

const letters = Array.from('aZ9é😀न語Ω"\\/<>&{}[]:,\'`$%\u00a0\u2028 \t\n') as [string, ...string[]];
const ends = Array.from('aZ9é😀न語Ω"\\/{}') as [string, ...string[]];

/** A text without blanks at its ends. @param most code points. */
export function anyText(random: Random, most: number): string {
  const length = random.once(10) ? most : random.integer(1, Math.min(20, most));
  const between = Array.from({ length: Math.max(0, length - 2) }, () => random.pick(letters));
  return [random.pick(ends), ...between, random.pick(ends)].slice(0, length === 1 ? 1 : undefined).join('');
}

/** A string literal in which some characters are written as escapes. */
export function spelt(random: Random, value: string): Leaf {
  if (!random.once(5)) return leaf(JSON.stringify(value));
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const units = value.split('').map((unit) => (random.once(4) ? escaped(unit) : JSON.stringify(unit).slice(1, -1)));
  // Half a pair is written as an escape: by itself it would be no text that UTF-8 can hold.
  return leaf(`"${units.join('')}"`);
}
