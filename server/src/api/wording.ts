/** Fills `{0}`, `{1}` … of a sentence; the editor passes one that translates it first (`vscode.l10n.t`). */
export type Translate = (sentence: string, ...values: (string | number | boolean)[]) => string;

/** The sentence as it is written, filled. A placeholder without a value stays. */
export const inEnglish: Translate = (sentence, ...values) =>
  sentence.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
