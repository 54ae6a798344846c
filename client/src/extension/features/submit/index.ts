import { l10n, ProgressLocation, type TextDocument, window, workspace } from 'vscode';
import type { Authentication, HttpPorts } from '../../../../../server/src/api/index';
import { type LocateResult, type PrepareSubmitResult, requests } from '../../../../../server/src/protocol/requests';
import type { RegisterCommand } from '../../infrastructure/commands';
import { chosenDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import type { Environment } from '../../infrastructure/environment';
import { logFailure } from '../../infrastructure/errors';
import type { Log } from '../../infrastructure/log';
import { submitTimeoutMilliseconds } from '../../infrastructure/settings';
import { startTimer } from '../../infrastructure/timer';
import { createAnswerDocuments } from './answer-documents';
import { createApiProblems } from './api-problems';
import { confirmInDialog, nameLoweredRules } from './confirm';
import { showResult } from './show-result';
import { type Definition, submit, type SubmitPorts } from './submit-flow';
import { createSubmitLock } from './submit-lock';
import { isReadableFromWeb } from './web-readiness';

interface SubmitFeature extends Pick<HttpPorts, 'fetch' | 'runtime'> {
  readonly environments: {
    choose(): Promise<Environment | undefined>;
    isActive(environment: Environment): boolean;
    authentication(environment: Environment): Promise<Authentication | undefined>;
    authenticate(environment: Environment): Promise<Authentication | undefined>;
  };
  readonly isReady: (environment: Environment) => Promise<boolean>;
  readonly request: <Result>(method: string, params: object) => Promise<Result>;
  readonly log: Log;
  readonly register: RegisterCommand;
}

/** The command that sends the definition in front to the API, and the one that shows the last answer. */
export function activateSubmit(feature: SubmitFeature): Disposes[] {
  const { register, request, log } = feature;
  const answers = createAnswerDocuments();
  const problems = createApiProblems(async (uri, pointers) => {
    const located = request<LocateResult>(requests.locate, { uri: uri.toString(), pointers });
    // An error without a place is still shown; the verdict is never lost to a server that is gone.
    return { ranges: (await logFailure(log, requests.locate, located))?.ranges ?? [] };
  });
  const ports = createPorts(feature);
  return [
    answers,
    problems,
    register('targetgroup.submit', async (chosen) => {
      const document = await chosenDefinition(chosen);
      await showResult(await submit(ports(document)), { answers, problems, log });
    }),
    register('targetgroup.showLastResponse', async () => {
      if (answers.last) await answers.show(answers.last);
      else void window.showInformationMessage(l10n.t('No answer of the API came in this window yet.'));
    }),
  ];
}

type CreatePorts = (document: TextDocument | undefined) => SubmitPorts;

function createPorts({ environments, isReady, request, fetch, runtime }: SubmitFeature): CreatePorts {
  const lock = createSubmitLock();
  const http = () => ({ fetch, runtime, startTimer, timeoutMilliseconds: submitTimeoutMilliseconds() });
  return (document) => ({
    isTrusted: () => workspace.isTrusted,
    definition: () => document && toDefinition(document),
    prepare: (uri, version) => request<PrepareSubmitResult>(requests.prepareSubmit, { uri, version }),
    chooseEnvironment: () => environments.choose(),
    isActive: (environment) => environments.isActive(environment),
    authenticate: (environment) => environments.authenticate(environment),
    storedAuthentication: (environment) => environments.authentication(environment),
    isReady: async (environment) =>
      (await isReady(environment)) && (runtime === 'node' || (await isReadableFromWeb(environment, http()))),
    nameLowered: nameLoweredRules,
    confirm: confirmInDialog,
    withProgress,
    lock,
    http: http(),
  });
}

function toDefinition({ uri, version, isDirty }: TextDocument): Definition {
  return { uri: uri.toString(), version, isUnsaved: isDirty, file: workspace.asRelativePath(uri) };
}

async function withProgress<Result>(
  environment: Environment,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const title = l10n.t('Submitting to {0} ({1})', environment.name, environment.endpoint.host);
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, (_progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => {
      controller.abort();
    });
    return work(controller.signal);
  });
}
