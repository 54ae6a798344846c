/** A string as JSON writes it, and the colon behind it, which makes it a name. */
const strings = /"(?:[^"\\]|\\.)*"?(\s*:\s*)?/g;

/**
 * Where a cursor means to be in a line of JSON: in a member's name it is at the beginning of its value, which the picture
 * knows; everywhere else it is where it is. In UTF-16 units from the beginning of the line.
 */
export function valueCharacter(line: string, character: number): number {
  for (const { index, 0: text, 1: colon } of line.matchAll(strings)) {
    const end = index + text.length;
    if (index > character) break;
    if (colon !== undefined && character < end) return end;
  }
  return character;
}
