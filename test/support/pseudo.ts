const letters = new Map(
  [...'aáAÁcçCÇeéEÉiíIÍnñNÑoóOÓsšSŠuúUÚyýYÝzžZŽ'.matchAll(/(.)(.)/gu)].map(([, plain = '', accented = '']) => [
    plain,
    accented,
  ]),
);

/**
 * A text as a language might have it that needs half as much room again: accented letters, more of them, between marks that
 * show where it begins and ends. What stands in braces stays as it is.
 */
export function pseudo(text: string): string {
  const accented = text
    .split(/(\{[^}]*\})/)
    .map((part) => (part.startsWith('{') ? part : part.replace(/./gu, (letter) => letters.get(letter) ?? letter)));
  const words = Math.ceil(text.length / 10);
  return `⟦${accented.join('')}${' öö'.repeat(words)}⟧`;
}
