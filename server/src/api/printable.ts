/**
 * Text from outside, made fit for one line of a terminal, a log or a message: control characters, line ends and
 * characters that turn the direction of text become `\u{hex}`, and what is longer than `maximumLength` UTF-16 units is
 * cut and ends in an ellipsis.
 */
export function toPrintable(text: string, maximumLength = 2000): string {
  const cut = text.length > maximumLength ? `${text.slice(0, maximumLength)}…` : text;
  return cut.replace(
    /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\ufeff]/gu,
    (character) => `\\u{${hex(character)}}`,
  );
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}
