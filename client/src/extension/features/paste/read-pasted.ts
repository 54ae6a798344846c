import { l10n } from 'vscode';
import { pastedBody } from '../../../../../server/src/api/index';
import { type GenerateParams, type GenerateResult, requests } from '../../../../../server/src/protocol/requests';
import { toPlainText } from '../../infrastructure/texts';
import type { LanguageServer } from '../../language-client';

/** What is to be pasted instead of a copied text, and what of that is left out, in words. */
export interface Pasted {
  readonly body: string;
  readonly report: string;
}

/** UTF-16 units; a longer text is pasted as it is. */
const longest = 1024 * 1024;

/** A definition out of a copied request or a whole answer of the API; undefined for any other text. */
export async function readPasted(text: string, server: Pick<LanguageServer, 'request'>): Promise<Pasted | undefined> {
  if (text.length > longest) return undefined;
  const found = pastedBody(text);
  if (found) {
    const { body, headers, otherHeaders, credentials } = found;
    const others = otherHeaders > 0 ? [l10n.t('headers that are not named here ({0})', otherHeaders)] : [];
    return { body, report: reportOf([...headers, ...others, ...credentials]) };
  }
  if (!/^\s*\{/.test(text) || !text.includes('"data"')) return undefined;
  const params: GenerateParams = { generator: { kind: 'createBody', text } };
  const made = await server.request<GenerateResult>(requests.generate, params);
  return 'text' in made ? { body: made.text, report: reportOf(made.dropped ?? []) } : undefined;
}

function reportOf(names: readonly string[]): string {
  if (names.length === 0) return l10n.t('Pasted as a target group.');
  return l10n.t('Pasted as a target group, without {0}.', toPlainText([...new Set(names)].join(', '), 300));
}
