import fc from 'fast-check';

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Every way to write one UTF-16 unit in a JSON string. */
function spellingsOf(unit: number): string[] {
  const char = String.fromCharCode(unit);
  const hex = unit.toString(16).padStart(4, '0');
  const plain = unit >= 0x20 && unit !== 0x22 && unit !== 0x5c ? [char] : [];
  const shorter = short[char];
  return [...plain, ...(shorter ? [shorter] : []), `\\u${hex}`, `\\u${hex.toUpperCase()}`];
}

const anyUnit = fc.oneof(
  fc
    .constantFrom(...'"\\/\b\f\n\r\t\u0000\u001f {}[]:,u0aé\uD83D\uDE00\u2028\uFEFF'.split(''))
    .map((c) => c.charCodeAt(0)),
  fc.integer({ min: 0x20, max: 0x7e }),
  fc.integer({ min: 0, max: 0xffff }),
);

/** The inside of a JSON string, one entry per UTF-16 unit: any text (lone surrogates too), each unit in any spelling. */
export const anyLiteral: fc.Arbitrary<string[]> = fc.array(
  anyUnit.chain((unit) => fc.constantFrom(...spellingsOf(unit))),
  { maxLength: 60 },
);

/** A text in a random spelling, with the quotes. */
export function anySpelling(text: string): fc.Arbitrary<string> {
  const units = Array.from({ length: text.length }, (_, at) => fc.constantFrom(...spellingsOf(text.charCodeAt(at))));
  return fc.tuple(...units).map((spellings) => `"${spellings.join('')}"`);
}

/** The unit that is spelled at an offset of a literal, and the length of its spelling. */
export function spelled(literal: string, offset: number): { readonly value: string; readonly length: number } {
  const length = literal[offset] !== '\\' ? 1 : literal[offset + 1] === 'u' ? 6 : 2;
  return { value: JSON.parse(`"${literal.slice(offset, offset + length)}"`) as string, length };
}

/** The piece again and again, as often as it fits into the length whole. */
export function repeat(piece: string, length: number): string {
  return piece.repeat(Math.floor(length / piece.length));
}
