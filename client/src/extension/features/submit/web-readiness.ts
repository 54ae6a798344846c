import { l10n, window } from 'vscode';
import { exchange, type HttpPorts } from '../../../../../server/src/api/index';
import type { Environment } from '../../infrastructure/environment';

/**
 * Whether a web page, which this editor is, may read the answers of the environment's host. Asked before anything is
 * sent, because a browser does not tell a POST that it did not make from one whose answer it withholds. Tells the author
 * why not.
 */
export async function isReadableFromWeb({ endpoint }: Environment, ports: HttpPorts): Promise<boolean> {
  const request = { method: 'GET', url: `${endpoint.origin}/v3/targetGroups`, headers: {} } as const;
  if ((await exchange(request, ports)).kind === 'answered') return true;
  const message = l10n.t('Nothing was sent: {0} does not answer this web editor.', endpoint.host);
  const detail = l10n.t(
    'It cannot be reached, or lets no web page read its answers (CORS). Submit from a desktop editor, or with "targetgroup submit" on the command line.',
  );
  await window.showErrorMessage(message, { modal: true, detail });
  return false;
}
