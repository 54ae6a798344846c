/** How the author, or the author's tool, writes what JSON strings may or must escape. */
export interface EscapingStyle {
  /** The escapes of those UTF-16 units that are always escaped, surrogates left out. */
  readonly forms: ReadonlyMap<number, string>;
  /** True where everything beyond ASCII is escaped. */
  readonly escapesBeyondAscii: boolean;
  readonly hasUpperCaseHex: boolean;
}

const token = /\\u([0-9a-fA-F]{4})|\\([^])|[^\\]+/g;
const short: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
const isPairAt = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;

/**
 * The style that a JSON string shows; what it does not show is written as `JSON.stringify` does.
 * @param literal the string as the document has it, both quotes included.
 */
export function escapingStyleOf(literal: string): EscapingStyle {
  const forms = new Map<number, string>();
  const plain = new Set<number>();
  let hexDigits = '';
  for (const [form, hex, letter] of literal.slice(1, -1).matchAll(token)) {
    const unit = escapedUnit(hex, letter);
    if (unit === undefined) for (let at = 0; at < form.length; at++) plain.add(form.charCodeAt(at));
    else if (!forms.has(unit)) forms.set(unit, form);
    if (hex !== undefined && /[a-f]/i.test(hex)) hexDigits ||= hex;
  }
  const isBeyondAscii = (unit: number) => unit > 0x7f;
  const escapesBeyondAscii = [...forms.keys()].some(isBeyondAscii) && ![...plain].some(isBeyondAscii);
  for (const unit of forms.keys()) if (plain.has(unit) || isSurrogate(unit)) forms.delete(unit);
  return { forms, escapesBeyondAscii, hasUpperCaseHex: /[A-F]/.test(hexDigits) };
}

/** The UTF-16 unit that an escape stands for; undefined for plain text. */
function escapedUnit(hex: string | undefined, letter: string | undefined): number | undefined {
  if (hex !== undefined) return parseInt(hex, 16);
  return letter === undefined ? undefined : (short[letter] ?? letter).charCodeAt(0);
}

/** The text as a JSON string, quotes included, in that style. Any text comes back whole; lone surrogates are escaped. */
export function encode(text: string, style: EscapingStyle): string {
  let literal = '"';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const escape = escapeAt(text, at, style);
    if (escape !== undefined) {
      literal += text.slice(from, at) + escape;
      from = at + 1;
    } else if (isPairAt(text, at)) at++;
  }
  return `${literal}${text.slice(from)}"`;
}

/** The escape of the unit here; undefined where it is written as it is (a surrogate pair then as a whole). */
function escapeAt(text: string, at: number, style: EscapingStyle): string | undefined {
  const unit = text.charCodeAt(at);
  const form = style.forms.get(unit);
  if (form !== undefined) return form;
  if (unit < 0x20 || unit === 0x22 || unit === 0x5c) return JSON.stringify(text[at]).slice(1, -1);
  const isLone = isSurrogate(unit) && !isPairAt(text, at);
  if (!isLone && (unit <= 0x7f || !style.escapesBeyondAscii)) return undefined;
  const hex = unit.toString(16).padStart(4, '0');
  return `\\u${style.hasUpperCaseHex ? hex.toUpperCase() : hex}`;
}
