import { env, l10n, type TextDocument, window } from 'vscode';
import { tokenVariable, toCurl } from '../../../../../server/src/api/index';
import {
  type PrepareSubmitParams,
  type PrepareSubmitResult,
  requests,
} from '../../../../../server/src/protocol/requests';
import type { RegisterCommand } from '../../infrastructure/commands';
import { chosenDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import type { Environment } from '../../infrastructure/environment';
import type { LanguageServer } from '../../language-client';

interface CurlFeature {
  readonly environments: { choose(): Promise<Environment | undefined> };
  readonly server: Pick<LanguageServer, 'request'>;
  readonly register: RegisterCommand;
}

/** `targetgroup.copyAsCurl`: the request that a submit would send, for a shell; the secret is a variable of that shell. */
export function activateCurl({ environments, server, register }: CurlFeature): Disposes {
  return register('targetgroup.copyAsCurl', async (chosen) => {
    const document = await chosenDefinition(chosen);
    if (!document) {
      void window.showInformationMessage(l10n.t('Open a target group definition (*.targetgroup.json) first.'));
      return;
    }
    const environment = await environments.choose();
    if (!environment) return;
    await env.clipboard.writeText(toCurl(environment.endpoint, await bodyOf(document, server)));
    const { name, endpoint } = environment;
    void window.showInformationMessage(
      l10n.t(
        'The request to {0} ({1}) is on the clipboard, without its secret: the shell takes that from {2}.',
        name,
        endpoint.host,
        `$${tokenVariable}`,
      ),
    );
  });
}

/** What a submit would send: of what is in the way of one, nothing is said here. */
async function bodyOf({ uri, version }: TextDocument, server: CurlFeature['server']): Promise<string> {
  const params: PrepareSubmitParams = { uri: uri.toString(), version };
  const prepared = await server.request<PrepareSubmitResult>(requests.prepareSubmit, params);
  if (prepared.kind !== 'prepared') throw new Error(l10n.t('The definition has changed meanwhile; nothing was done.'));
  return prepared.body;
}
