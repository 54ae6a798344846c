import { l10n, type QuickPickItem, window } from 'vscode';
import { isDay } from './days';

interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
}

/** Asks for a text until it is right. @param problemOf what is wrong with one; `undefined` when nothing is. */
export async function askForText(
  question: Question,
  problemOf: (text: string) => string | undefined,
): Promise<string | undefined> {
  return window.showInputBox({ ...question, ignoreFocusOut: true, validateInput: problemOf });
}

/** Asks for a day, `YYYY-MM-DD`. */
export async function askForDay(question: Question): Promise<string | undefined> {
  return askForText(question, (text) => (isDay(text) ? undefined : l10n.t('A day is expected: YYYY-MM-DD.')));
}

/** Asks for a whole number within bounds, both included. */
export async function askForWhole(question: Question, least: number, most: number): Promise<number | undefined> {
  const text = await askForText(question, (typed) => {
    const isRight = /^-?\d{1,6}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
    return isRight ? undefined : l10n.t('A whole number from {0} to {1} is expected.', least, most);
  });
  return text === undefined ? undefined : Number(text);
}

/** Asks for a name as the API takes it. @param taken in any spelling. */
export async function askForName(question: Question, taken: readonly string[]): Promise<string | undefined> {
  const keys = taken.map((name) => name.trim().toLowerCase());
  return askForText(question, (text) => {
    if (text.trim() === '' || text !== text.trim()) return l10n.t('A name is expected, without blanks around it.');
    if (Array.from(text).length > 200) return l10n.t('A name has at most 200 characters.');
    return keys.includes(text.toLowerCase()) ? l10n.t('This name is taken; capitals make no difference.') : undefined;
  });
}

/** Asks for a number as JSON writes it, zero or more. */
export async function askForNumber(question: Question): Promise<string | undefined> {
  return askForText(question, (text) =>
    /^(?:0|[1-9]\d{0,14})(?:\.\d{1,3})?$/.test(text)
      ? undefined
      : l10n.t('A number is expected, such as 1000 or 99.5.'),
  );
}

export interface Choice<Value> extends QuickPickItem {
  readonly value: Value;
}

export async function askFor<Value>(
  title: string,
  placeHolder: string,
  choices: readonly Choice<Value>[],
): Promise<Value | undefined> {
  return (await window.showQuickPick(choices, { title, placeHolder, ignoreFocusOut: true }))?.value;
}
