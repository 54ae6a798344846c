/** `vscode.l10n.t`, passed in where the code knows no editor. Placeholders are `{0}`, `{1}` … */
export type Translate = (message: string, ...values: (string | number | boolean)[]) => string;

const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Text of a document or a server, fit for a message: control and direction marks become U+FFFD, a Markdown link is
 * broken up (VS Code makes links of messages, `command:` ones too), and at most `length` UTF-16 units are left.
 */
export function toPlainText(text: string, length = 120): string {
  const safe = text
    .slice(0, length + 1)
    .replace(unprintable, '\ufffd')
    .replaceAll('](', '] (');
  return safe.length > length || text.length > length ? `${safe.slice(0, length - 1)}…` : safe;
}
