import { tokensOf } from '../tokens';
import type { Random } from './random';

const controls = Array.from({ length: 0x21 }, (_, unit) => String.fromCharCode(unit));
/** What texts are hurt with: control characters, what only looks like a blank or a line break, halves of pairs, tokens. */
const pieces: readonly [string, ...string[]] = [
  '"',
  ...controls,
  ...['\x7f', '\x85', '\u00a0', '\u2028', '\u2029', '\ufeff', '\ud83d', '\ude00', '\ufffd'],
  ...['{', '}', '[', ']', ',', ':', '\\', '\\u', '//', '/*', '*/', "'", 'null', '-', '1e999', '0x1', 'NaN'],
  ...['"name":', '"__proto__":{},', '"constructor":1,', '"periods":[', '{"name":null,"name":"x"},', '[[[[[[[['],
];

type Damage = (text: string, random: Random) => string;

/** At a byte: what was in the middle of a character then is read as U+FFFD. */
const cut: Damage = (text, random) => {
  const bytes = Buffer.from(text);
  return bytes.subarray(0, random.integer(0, bytes.length)).toString();
};

const insert: Damage = (text, random) => {
  const at = random.integer(0, text.length);
  return text.slice(0, at) + random.pick(pieces) + text.slice(at);
};

/** What a program that does not know UTF-8 leaves: a few bytes are any others. */
const garble: Damage = (text, random) => {
  const bytes = Buffer.from(text);
  const at = random.integer(0, bytes.length);
  for (let each = at; each < Math.min(bytes.length, at + 4); each++) bytes[each] = random.integer(0, 255);
  return bytes.toString();
};

const removeUnits: Damage = (text, random) => {
  const at = random.integer(0, text.length);
  return text.slice(0, at) + text.slice(at + random.integer(1, 30));
};

/** Puts something in the place of a token. */
const atToken =
  (replace: (token: string, next: string) => readonly [token: string, next: string]): Damage =>
  (text, random) => {
    const tokens = tokensOf(text);
    const index = random.integer(0, Math.max(0, tokens.length - 2));
    const [token, next] = [tokens[index], tokens[index + 1]];
    if (!token || !next) return text;
    const [first, second] = replace(token.text, next.text);
    return text.slice(0, token.offset) + first + text.slice(token.end, next.offset) + second + text.slice(next.end);
  };

const damages: readonly [Damage, ...Damage[]] = [
  cut,
  insert,
  insert,
  garble,
  removeUnits,
  atToken((_, next) => ['', next]),
  atToken((token, next) => [token + token, next]),
  atToken((token, next) => [next, token]),
];

/** The text with one to three damages, as slips of the hand, broken transfers and bad will make them. */
export function damaged(text: string, random: Random): string {
  const count = random.integer(1, 3);
  return Array.from({ length: count }, () => random.pick(damages)).reduce((now, damage) => damage(now, random), text);
}
