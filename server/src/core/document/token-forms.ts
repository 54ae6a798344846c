/**
 * Kinds of token; punctuation is its own kind. `word` is anything JSON does not know: `NaN`, `01`, `'text'`, `name`, `;`,
 * a text that lacks its opening quote: `Spring sale"`, and one whose inner quotes lack their backslashes: `"{"a":1}"`.
 */
export type TokenKind =
  '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'number' | 'true' | 'false' | 'null' | 'word' | 'comment' | 'end';

// What tokens look like: codes of characters, and forms that are tried at an offset. All but `foreignBlanks` stay in one line.

export const tab = 0x09;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const blank = 0x20;
export const quote = 0x22;
export const apostrophe = 0x27;
export const asterisk = 0x2a;
export const comma = 0x2c;
export const minus = 0x2d;
export const slash = 0x2f;
export const backslash = 0x5c;

export const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
export const wordForm = /[^\s{}[\]:,;"/]+/y;
export const quotedWord = /'(?:[^'\\\r\n]|\\[^\r\n])*'?/y;
// Bounded, since every word of a line that holds no quote tries it.
export const openlessText = /[^\s{}[\]:,;"'/\\][^\r\n{}[\]:,"\\]{0,200}"(?=[ \t]*(?:[:,}\]\r\n]|$))/y;
/** As above for what begins with a digit, a time above all, so that colons do not end it. */
export const openlessTime = /\d[^\r\n{}[\],"\\]{0,200}"(?=[ \t]*(?:[:,}\]\r\n]|$))/y;
/** JSON that stands in a text whose opening quote is missing. */
export const openlessJson = /[{[]{1,4}\\"(?:[^"\\\r\n]|\\[^\r\n])*"/y;
/** JSON inside a text whose own quotes lack their backslashes. */
export const unescapedJson = /"[{[][{[ \t]*"(?=[^\s:,}\]])[^\r\n]{0,2000}?[}\]]"(?=[ \t]*(?:[,}\]\r\n]|$))/y;
export const unclosedKey = /"[\p{L}_$][^\s{}[\]:,"\\]*(?=[ \t]*:)/uy;
export const escapeForm = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** Ends behind a whole character: a place never ends between the halves of a surrogate pair. */
export const badEscapeForm = /\\(?:u[0-9a-fA-F]{0,3}|[^\r\n])?/uy;
export const foreignBlanks = /(?:[^\S \t\r\n]|[\u200B-\u200D\u2060])+/y;
export const endOfText = /[\s:,}\]/]/y;
export const letterOrDigit = /[\p{L}\p{N}_$]/uy;
export const escaped: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const marks = ['{', '}', '[', ']', ':', ','] as const;
export const punctuation = new Map<number, TokenKind>(marks.map((mark) => [mark.charCodeAt(0), mark]));
export const literals = new Map<string, TokenKind>([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
]);
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** True for what may stand behind a bracket of `openlessJson`. */
export const mayBeEscapedJson = (code: number): boolean => code === backslash || code === 0x7b || code === 0x5b;
