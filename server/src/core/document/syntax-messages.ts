import { endOf, type Place } from './node';
import type { SyntaxFix } from './syntax-problem';
import type { LexicalProblem } from './tokenizer';

/** The text at a place as a message shows it: quoted, on one line, at most 40 characters. */
export function shown(text: string, place: Place): string {
  const raw = text.slice(place.offset, Math.min(endOf(place), place.offset + 41));
  const line = raw.replace(/\s+/g, ' ');
  const cut = line.length > 40 ? `${line.slice(0, 39).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
  return cut.startsWith('"') ? cut : `"${cut}"`;
}

export function lexicalMessage(problem: LexicalProblem, text: string): string {
  switch (problem.kind) {
    case 'unclosed-string':
      return `The text ${shown(text, problem)} has no closing quote on its line.`;
    case 'unclosed-comment':
      return 'This comment is never closed, and comments are not allowed: the API reads strict JSON.';
    case 'bad-escape':
      return `${shown(text, problem)} is no escape that JSON knows; a backslash itself is written \\\\.`;
    case 'control-character': {
      const code = text.charCodeAt(problem.offset).toString(16).toUpperCase().padStart(4, '0');
      return `The control character U+${code} is not allowed in a text; it is written \\u${code.toLowerCase()}.`;
    }
  }
}

const pythonLike: Readonly<Record<string, string>> = {
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
  None: 'null',
  undefined: 'null',
  NULL: 'null',
  Null: 'null',
};

/** Message and fix for a word that stands where a value is expected. */
export function wordProblem(text: string, place: Place): { message: string; fix: SyntaxFix | undefined } {
  const word = text.slice(place.offset, endOf(place));
  const replace = (newText: string): SyntaxFix => ({
    title: `Replace with ${newText.length > 40 ? 'a text in double quotes' : newText}`,
    edits: [{ offset: place.offset, length: place.length, newText }],
  });
  if (word.startsWith("'")) {
    const closed = word.length > 1 && word.endsWith("'");
    const inner = word.slice(1, closed ? -1 : undefined).replaceAll("\\'", "'");
    const message = `The text ${shown(text, place)} stands in single quotes; JSON wants double quotes.`;
    return { message, fix: closed ? replace(JSON.stringify(inner)) : undefined };
  }
  if (/^[-+.]?\d/.test(word)) {
    const number = Number(word.replace(/^\+/, ''));
    const decimal = /^[-+]?\d*\.?\d*(?:[eE][-+]?\d+)?$/.test(word) && Number.isFinite(number);
    const message = `${word.slice(0, 40)} is not a number as JSON writes them.`;
    return { message, fix: decimal ? replace(plainNumber(word)) : undefined };
  }
  const literal = Object.hasOwn(pythonLike, word) ? pythonLike[word] : undefined;
  if (literal) return { message: `${word} is not a JSON value; it is written ${literal}.`, fix: replace(literal) };
  const message = `${shown(text, place)} is not a JSON value; a text stands in double quotes.`;
  return { message, fix: replace(JSON.stringify(word)) };
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
