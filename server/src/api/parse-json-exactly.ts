import { parseJson } from './parse-json';

/**
 * As `parseJson`, but a number that a double does not carry digit for digit (`12345678901234567890`) becomes the text
 * it is written with, so that two of them compare as written. Linear in the text; undefined when it is no JSON.
 */
export function parseJsonExactly(text: string): { readonly value: unknown } | undefined {
  if (!parseJson(text)) return undefined;
  return parseJson(
    text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) => (isLost(token) ? `"${token}"` : token)),
  );
}

function isLost(token: string): boolean {
  return !token.startsWith('"') && /^-?\d{16,}$/.test(token) && `${Number(token)}` !== token;
}
