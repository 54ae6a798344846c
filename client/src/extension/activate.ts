import type { ExtensionContext } from 'vscode';
import { activateAssociation } from './features/association';
import { activateCodeLens } from './features/code-lens';
import { activateCurl } from './features/curl';
import { activateEncoding } from './features/encoding';
import { activateEnvironments } from './features/environments';
import { activateExpression } from './features/expression';
import { activateGenerate } from './features/generate';
import { activatePaste } from './features/paste';
import { activatePreview } from './features/preview';
import { activateLive } from './features/live';
import { activateRules } from './features/rules';
import { activateSandbox } from './features/sandbox';
import { activateServer } from './features/server';
import { activateSubmissions } from './features/submissions';
import { activateSubmit } from './features/submit';
import { activateWorkspaceCheck } from './features/workspace';
import { createRegisterCommand } from './infrastructure/commands';
import { createErrorBoundary } from './infrastructure/errors';
import { createHttp } from './infrastructure/http';
import { createLog } from './infrastructure/log';
import { createCredentials } from './infrastructure/secrets';
import { createSubmissionStore } from './infrastructure/submission-store';
import { createSubmittedDefinitions } from './infrastructure/submitted-definitions';
import { createLanguageServer } from './language-client';
import type { Platform } from './platform';

let stopServer: (() => Promise<void>) | undefined;

/** The composition root: makes what the features share and hands it to each. Returns nothing to other extensions. */
export function activateExtension(context: ExtensionContext, platform: Platform): void {
  const log = createLog();
  const boundary = createErrorBoundary(log);
  const register = createRegisterCommand(boundary);
  const server = createLanguageServer(context, platform, log);
  const http = createHttp(platform);
  const store = createSubmissionStore(platform.submissionStorage(context));
  const environments = activateEnvironments({ credentials: createCredentials(context.secrets), http, log, register });
  const submitted = createSubmittedDefinitions({ ledger: store.ledger, environments: () => environments.defined() });
  const sandbox = activateSandbox({ context, platform, log, register });
  context.subscriptions.push(
    environments,
    sandbox,
    submitted,
    ...activateServer({ server, log, register, boundary }),
    ...activateRules(context, register),
    ...activateEncoding({ server, log, register }),
    ...activateCodeLens({ environments }),
    activateWorkspaceCheck({ server, log, register }),
    ...activateGenerate({ server, register }),
    ...activateExpression({ server, register, boundary }),
    activatePaste({ server, log }),
    activateCurl({ environments, server, register }),
    ...activateAssociation(register),
    ...activatePreview({ context, server, log, register, boundary, submissions: submitted }),
    activateLive({ environments, isReady: (environment) => sandbox.isReady(environment), server, http, register }),
    ...activateSubmissions({ environments, store, submitted, http, register, boundary }),
    ...activateSubmit({
      environments,
      isReady: (environment) => sandbox.isReady(environment),
      request: (method, params) => server.request(method, params),
      http,
      store,
      submitted,
      ...(platform.confirm ? { confirm: platform.confirm } : {}),
      log,
      register,
    }),
    server,
    log,
  );
  stopServer = () => server.stop();
  void server.restart();
}

export async function deactivateExtension(): Promise<void> {
  await stopServer?.();
}
