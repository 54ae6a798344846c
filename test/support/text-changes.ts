import fc from 'fast-check';

/** Texts of what is hard: pairs and their halves, line breaks of every kind, what JSON escapes. */
export const anyUnits: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    '"',
    '\\',
    '/',
    'é',
    '😀',
    '😁',
    '\uD83D',
    '\uDE00',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\uFEFF',
  ),
  maxLength: 12,
});

/** A text with one change made. */
export function applied(
  text: string,
  { offset, length, newText }: { readonly offset: number; readonly length: number; readonly newText: string },
): string {
  return text.slice(0, offset) + newText + text.slice(offset + length);
}
