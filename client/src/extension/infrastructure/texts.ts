import { toPrintable } from '../../../../server/src/api/index';

/**
 * Text of a document or a server, fit for a message: characters that cannot be seen, break lines or turn direction
 * become `\\u{hex}`, a Markdown link is broken up (VS Code makes links of messages, `command:` ones too), and at most
 * `length` UTF-16 units are left.
 */
export function toPlainText(text: string, length = 120): string {
  const safe = toPrintable(text, length).replaceAll('](', '] (');
  return safe.length > length ? `${safe.slice(0, length - 1)}…` : safe;
}
