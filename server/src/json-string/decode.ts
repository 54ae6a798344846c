/** The text that a JSON string stands for, and where each of its UTF-16 units is written. */
export interface DecodedText {
  readonly text: string;
  /**
   * Where a unit of the text is written: offset of the character, or of the backslash of its escape. The closing quote
   * for the offset behind the last unit; offsets outside the text are clamped.
   */
  readonly toSource: (offset: number) => number;
  /** The unit that is written at a source offset, anywhere inside its escape; clamped to the text. */
  readonly toDecoded: (offset: number) => number;
}

const backslash = 0x5c;
const letterU = 0x75;
const escaped: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * Decodes a JSON string and maps its offsets exactly, both ways, in logarithmic time. What is kept is one entry per
 * stretch of units that are written in the same width (1, 2 for `\n`, 6 for `\u000a`), not one per unit.
 * @param literal the string as the document has it, both quotes included, in strict JSON; other text neither throws nor
 * maps to the outside, but its decoded text means nothing.
 * @param start offset of the opening quote in the document: source offsets count from the document's start.
 */
export function decode(literal: string, start = 0): DecodedText {
  const end = Math.max(1, literal.length - 1);
  const runs = { decoded: [0], source: [1] };
  let text = '';
  for (let at = 1, lastWidth = 0; at < end;) {
    const width = widthAt(literal, at);
    if (width !== lastWidth) addRun(runs, text.length, at);
    lastWidth = width;
    const next = width === 1 ? plainEnd(literal, at, end) : Math.min(at + width, end);
    text += width === 1 ? literal.slice(at, next) : unescape(literal, at, width);
    at = next;
  }
  return {
    text,
    toSource(offset) {
      const run = lastUpTo(runs.decoded, offset);
      const first = runs.source[run] ?? 1;
      const units = clamp(offset, 0, text.length) - (runs.decoded[run] ?? 0);
      return start + Math.min(first + units * widthAt(literal, first), end);
    },
    toDecoded(offset) {
      const at = clamp(offset - start, 1, end);
      const run = lastUpTo(runs.source, at);
      const first = runs.source[run] ?? 1;
      return Math.min((runs.decoded[run] ?? 0) + Math.floor((at - first) / widthAt(literal, first)), text.length);
    },
  };
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/** How many characters write the unit that begins here. */
function widthAt(literal: string, at: number): 1 | 2 | 6 {
  if (literal.charCodeAt(at) !== backslash) return 1;
  return literal.charCodeAt(at + 1) === letterU ? 6 : 2;
}

function plainEnd(literal: string, at: number, end: number): number {
  const escape = literal.indexOf('\\', at);
  return escape < 0 ? end : Math.min(escape, end);
}

function unescape(literal: string, at: number, width: 2 | 6): string {
  if (width === 6) return String.fromCharCode(parseInt(literal.slice(at + 2, at + 6), 16));
  const letter = literal[at + 1] ?? '';
  return escaped[letter] ?? letter;
}

interface Runs {
  /** First unit of each run, ascending. */
  readonly decoded: number[];
  /** Where that unit is written, from the literal's first quote. */
  readonly source: number[];
}

function addRun(runs: Runs, decoded: number, source: number): void {
  if (decoded === 0) return;
  runs.decoded.push(decoded);
  runs.source.push(source);
}

/** Index of the last of ascending numbers that is not above the value; 0 where all are. */
function lastUpTo(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? value) <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
