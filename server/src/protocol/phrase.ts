import type { Range } from 'vscode-languageserver-types';

/** A stretch of a text for readers. */
export interface PhrasePart {
  readonly text: string;
  /** Comes from the document: may hold anything, and is kept apart from the words around it. */
  readonly isForeign: boolean;
  /** What it stands for in the text of the document. */
  readonly range?: Range;
}

/** Words of ours with texts of the document between them. */
export type Phrase = readonly PhrasePart[];

/** A phrase by a template: its words are ours, a text put in is the document's, a phrase put in stays what it is. */
export function say(words: readonly string[], ...values: readonly (string | Phrase)[]): Phrase {
  return words
    .flatMap((text, index): Phrase => {
      const value = values[index] ?? '';
      return [{ text, isForeign: false }, ...(typeof value === 'string' ? [{ text: value, isForeign: true }] : value)];
    })
    .filter(({ text }) => text !== '');
}

/** Words of ours that no template holds. */
export function ours(text: string): Phrase {
  return say([text]);
}

/** The phrase, leading to a place where its parts have none of their own. */
export function placed(range: Range | undefined, phrase: Phrase): Phrase {
  return range === undefined ? phrase : phrase.map((part) => ({ range, ...part }));
}

/** The phrases with words of ours between them. */
export function joined(phrases: readonly Phrase[], between: string): Phrase {
  return phrases.flatMap((phrase, index) => (index === 0 ? phrase : [...ours(between), ...phrase]));
}

/** "2, 3 and 4". */
export function listed(phrases: readonly Phrase[], last = 'and'): Phrase {
  if (phrases.length < 2) return phrases[0] ?? [];
  return say`${joined(phrases.slice(0, -1), ', ')}${ours(` ${last} `)}${phrases.at(-1) ?? []}`;
}

/** As plain text, on one line: what comes from the document turns no direction but its own. */
export function plainText(phrase: Phrase): string {
  return phrase.map(({ text, isForeign }) => (isForeign ? isolated(onOneLine(text)) : text)).join('');
}

const marks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** A letter that runs from right to left. */
export const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const lineEnds = /[\n\v\f\r\u0085\u2028\u2029]+/g;

function onOneLine(text: string): string {
  return text.replace(lineEnds, ' ');
}

/** One line of text without marks of direction; between a pair of them where it runs from right to left. */
export function isolated(line: string): string {
  const bare = line.replace(marks, '');
  return rightToLeft.test(bare) ? `\u2068${bare}\u2069` : bare;
}
