import { endOf, type Place } from './node';
import type { Edit, SyntaxFix } from './syntax-problem';
import { TextWindow } from './text-window';
import type { LexicalProblem } from './tokenizer';

/** The text at a place as a message shows it: quoted, on one line, at most 40 characters. */
export function shown(text: TextWindow, place: Place): string {
  const raw = text.slice(place.offset, Math.min(endOf(place), place.offset + 41));
  const line = raw.replace(/\s+/g, ' ');
  const cut = line.length > 40 ? `${line.slice(0, 39).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
  return cut.startsWith('"') ? cut : `"${cut}"`;
}

interface Wording {
  readonly message: string;
  readonly fix?: SyntaxFix;
}

const codePoint = (text: TextWindow, offset: number): string =>
  `U+${text
    .slice(offset, offset + 1)
    .charCodeAt(0)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0')}`;

/** Message and repair for what is wrong inside one token, or in front of it. */
export function lexicalProblem({ kind, offset, length }: LexicalProblem, text: TextWindow): Wording {
  const place = { offset, length };
  const fix = (title: string, edit: Partial<Edit> & Pick<Edit, 'newText'>): SyntaxFix => ({
    title,
    edits: [{ ...place, ...edit }],
  });
  switch (kind) {
    case 'unclosed-string':
      return {
        message: `The text ${shown(text, place)} has no closing quote.`,
        fix: fix('Insert the closing quote', { offset: offset + length, length: 0, newText: '"' }),
      };
    case 'unclosed-comment':
      return { message: 'This comment is never closed, and comments are not allowed: the API reads strict JSON.' };
    case 'bad-escape': {
      const message = `${shown(text, place)} is no escape that JSON knows; a backslash itself is written \\\\.`;
      if (text.slice(offset + 1, offset + 2) === 'u') return { message };
      return { message, fix: fix('Double the backslash', { length: 0, newText: '\\' }) };
    }
    case 'control-character': {
      const written = JSON.stringify(text.slice(offset, offset + 1)).slice(1, -1);
      const message = `The control character ${codePoint(text, offset)} is not allowed in a text; it is written ${written}.`;
      return { message, fix: fix(`Write it as ${written}`, { newText: written }) };
    }
    case 'foreign-blank':
      return {
        message: `The character ${codePoint(text, offset)} is no blank that JSON knows.`,
        fix: fix('Replace with a blank', { newText: ' '.repeat(length) }),
      };
  }
}

const notANumber = /^[-+]?(?:nan|infinity)$/i;

/** The literal that a word means: begun (`tru`), in other letters (`True`), or as other languages call it (`None`). */
function literalMeant(word: string): string | undefined {
  const small = word.toLowerCase();
  if (small === 'none' || small === 'undefined') return 'null';
  return ['true', 'false', 'null'].find((literal) => literal.startsWith(small));
}

/** Message and fix for a word that stands where a value is expected, at this offset. */
export function wordProblem(word: string, offset: number): Wording {
  const { length } = word;
  const seen = shown(new TextWindow(word), { offset: 0, length });
  const replace = (newText: string): SyntaxFix => ({
    title: `Replace with ${newText.length > 40 ? 'a text in double quotes' : newText}`,
    edits: [{ offset, length, newText }],
  });
  if (word.startsWith("'")) {
    const message = `The text ${seen} stands in single quotes; JSON wants double quotes.`;
    if (length === 1 || !word.endsWith("'")) return { message };
    return { message, fix: replace(JSON.stringify(word.slice(1, -1).replaceAll("\\'", "'"))) };
  }
  if (word.startsWith('"')) {
    const fix = {
      ...replace(JSON.stringify(word.slice(1, -1))),
      title: 'Put backslashes in front of the inner quotes',
    };
    return { message: `The quotes inside the text ${seen} need backslashes.`, fix };
  }
  if (word.endsWith('"')) {
    const fix = { title: 'Insert the opening quote', edits: [{ offset, length: 0, newText: '"' }] };
    return { message: `The text ${seen} has no opening quote.`, fix };
  }
  if (notANumber.test(word)) return { message: `${word} is a number that JSON cannot write.` };
  if (/^[-+.\d]/.test(word)) {
    const message = `${word.slice(0, 40)} is not a number as JSON writes them.`;
    const isDecimal = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(word);
    return { message, ...(isDecimal ? { fix: replace(plainNumber(word)) } : undefined) };
  }
  const literal = literalMeant(word);
  if (literal !== undefined)
    return { message: `${word} is not a JSON value; it is written ${literal}.`, fix: replace(literal) };
  const message = `${seen} is not a JSON value; a text stands in double quotes.`;
  return { message, ...(/[\p{L}\p{N}]/u.test(word) ? { fix: replace(JSON.stringify(word)) } : undefined) };
}

/** `+5`, `.5`, `5.` and `007` as JSON writes them, digits untouched otherwise. */
function plainNumber(word: string): string {
  const sign = word.startsWith('-') ? '-' : '';
  const digits = word
    .replace(/^[-+]/, '')
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.');
  return sign + digits.replace(/\.(?=$|[eE])/, '');
}
