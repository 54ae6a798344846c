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
  const message = l10n.t(
    'Nothing was sent: {0} cannot be reached from this web editor, or lets no web page read its answers (CORS). Submit from a desktop editor, or with "targetgroup submit".',
    endpoint.host,
  );
  void window.showErrorMessage(message);
  return false;
}
