import { type QuickPickOptions, window } from 'vscode';

/** What the author answers: the label of a pick (of many: a part of each label) or button, or the text of an input box. */
export interface Answer {
  /** A part of the title, prompt or message of the question that this answers. */
  readonly to: string;
  readonly with: string;
}

/** A question that was asked, in words. */
export interface Asked {
  readonly questions: readonly string[];
  readonly messages: readonly string[];
  /** What each list offered: label, description and detail of its rows. */
  readonly lists: readonly (readonly string[])[];
}

type Window = typeof window;

/**
 * Answers the extension's questions in the author's place while `work` runs: a test run cannot show a modal dialog and has
 * nobody to type. What is asked without an answer here is dismissed. The real dialogs are tested from outside.
 */
export async function answering(answers: readonly Answer[], work: () => Promise<void>): Promise<Asked> {
  const questions: string[] = [];
  const messages: string[] = [];
  const lists: string[][] = [];
  const find = (question: string): string | undefined => {
    questions.push(question);
    return answers.find(({ to }) => question.includes(to))?.with;
  };
  const message = (text: string, ...rest: readonly unknown[]): Promise<unknown> => {
    const options = rest[0] as { readonly modal?: boolean; readonly detail?: string } | undefined;
    if (options?.modal !== true) {
      messages.push(text);
      return Promise.resolve(undefined);
    }
    const answer = find(`${text}\n${options.detail ?? ''}`);
    return Promise.resolve(rest.find((item) => item === answer || labelOf(item, 'title') === answer));
  };
  const asked: Partial<Record<keyof Window, (...args: never[]) => Promise<unknown>>> = {
    showInputBox: ({ title = '', prompt = '' }: { readonly title?: string; readonly prompt?: string }) =>
      Promise.resolve(find(`${title}\n${prompt}`)),
    showQuickPick: (items: readonly unknown[], { title = '', canPickMany }: QuickPickOptions) => {
      lists.push(items.map((item) => ['label', 'description', 'detail'].map((key) => labelOf(item, key)).join(' | ')));
      const answer = find(title);
      const isMeant = (item: unknown) => answer !== undefined && labelOf(item, 'label')?.includes(answer);
      if (canPickMany !== true) return Promise.resolve(items.find(isMeant));
      return Promise.resolve(answer === undefined ? undefined : items.filter(isMeant));
    },
    showInformationMessage: message,
    showWarningMessage: message,
    showErrorMessage: message,
  };
  const own = Object.fromEntries((Object.keys(asked) as (keyof Window)[]).map((name) => [name, window[name]]));
  Object.assign(window, asked);
  try {
    await work();
  } finally {
    Object.assign(window, own);
  }
  return { questions, messages, lists };
}

function labelOf(item: unknown, key: string): string | undefined {
  return typeof item === 'object' && item !== null ? (item as Partial<Record<string, string>>)[key] : undefined;
}
