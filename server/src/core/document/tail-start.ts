import type { TextWindow } from './text-window';

/**
 * Where the blanks, the comma and the brackets begin that most likely do not belong to a text without closing quote:
 * ` }, {` in `"1000 }, {`. Brackets that the text itself opens stay in it.
 * @param first offset behind the opening quote. @param limit where the text ends at the latest.
 */
export function tailStart(window: TextWindow, first: number, limit: number): { offset: number; hasComma: boolean } {
  const back = (from: number, isTail: (mark: string) => boolean) => {
    let at = from;
    while (at > first && isTail(window.slice(at - 1, at))) at--;
    return at;
  };
  const isBlank = (mark: string) => mark === ' ' || mark === '\t';
  const textEnd = back(limit, isBlank);
  const opened = back(textEnd, (mark) => isBlank(mark) || mark === '{' || mark === '[');
  // At the end of the text nothing follows that a comma could stand in front of.
  const hasComma = opened > first && window.slice(opened - 1, opened) === ',' && limit < window.end;
  const end = back(hasComma ? opened - 1 : textEnd, isBlank);
  let surplus = surplusClosers(window.slice(first, end));
  const isSurplus = (mark: string) => isBlank(mark) || ((mark === '}' || mark === ']') && surplus-- > 0);
  return { offset: back(end, isSurplus), hasComma };
}

/** How many brackets a text closes beyond those that it opens. */
function surplusClosers(text: string): number {
  let surplus = 0;
  for (const mark of text) {
    if (mark === '}' || mark === ']') surplus++;
    else if (mark === '{' || mark === '[') surplus--;
  }
  return surplus;
}
