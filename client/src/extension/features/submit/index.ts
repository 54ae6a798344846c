import { l10n, type TextDocument, window, workspace } from 'vscode';
import type { SubmitStep } from '../../../../../server/src/api/index';
import { type LocateResult, type PrepareSubmitResult, requests } from '../../../../../server/src/protocol/requests';
import type { RegisterCommand } from '../../infrastructure/commands';
import { chosenDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import type { Environment, SignIn } from '../../infrastructure/environment';
import { logFailure, toError } from '../../infrastructure/errors';
import type { CreateHttp } from '../../infrastructure/http';
import type { Log } from '../../infrastructure/log';
import { withCancel } from '../../infrastructure/progress';
import type { SubmissionStore } from '../../infrastructure/submission-store';
import type { SubmittedDefinitions } from '../../infrastructure/submitted-definitions';
import { createAnswerDocuments } from './answer-documents';
import { createApiProblems } from './api-problems';
import { confirmInDialog, nameLoweredRules } from './confirm';
import type { Definition } from './draft';
import { dryRun } from './dry-run-flow';
import { showDryRun } from './show-dry-run';
import { showResult } from './show-result';
import { submit, type SubmitPorts } from './submit-flow';
import { isReadableFromWeb } from './web-readiness';
import { createWindowLock } from './window-lock';

interface SubmitFeature {
  readonly environments: {
    choose(): Promise<Environment | undefined>;
    isActive(environment: Environment): boolean;
    storedSignIn(environment: Environment): Promise<SignIn>;
    signIn(environment: Environment): Promise<SignIn>;
    refused(environment: Environment): void;
  };
  readonly isReady: (environment: Environment) => Promise<boolean>;
  /** Asks the author in a dialog, in every shipped entry. */
  readonly confirm?: SubmitPorts['confirm'];
  readonly request: <Result>(method: string, params: object) => Promise<Result>;
  readonly http: CreateHttp;
  readonly store: SubmissionStore;
  readonly submitted: Pick<SubmittedDefinitions, 'keepAnswer' | 'refresh'>;
  readonly log: Log;
  readonly register: RegisterCommand;
}

/** The commands that look at a submit, send the definition in front to the API, and show the last answer. */
export function activateSubmit(feature: SubmitFeature): Disposes[] {
  const { register, request, log } = feature;
  const answers = createAnswerDocuments();
  const problems = createApiProblems(async (uri, pointers) => {
    const located = request<LocateResult>(requests.locate, { uri: uri.toString(), pointers });
    // An error without a place is still shown; the verdict is never lost to a server that is gone.
    return { ranges: (await logFailure(log, requests.locate, located))?.ranges ?? [] };
  });
  const ports = createPorts(feature);
  const views = { answers, problems, submitted: feature.submitted, log };
  return [
    answers,
    problems,
    register('targetgroup.submit', async (chosen) => {
      const document = await chosenDefinition(chosen);
      const result = await submit(ports(document));
      if (result.kind === 'ended' && result.outcome.kind === 'unauthorized') {
        feature.environments.refused(result.environment);
      }
      await showResult(result, views);
    }),
    register('targetgroup.dryRun', async (chosen) => {
      const document = await chosenDefinition(chosen);
      const result = await dryRun(ports(document));
      await (result.kind === 'dry-run' ? showDryRun(result, views) : showResult(result, views));
    }),
    register('targetgroup.showLastResponse', async () => {
      if (answers.last) await answers.show(answers.last);
      else void window.showInformationMessage(l10n.t('No answer of the API came in this window yet.'));
    }),
  ];
}

type CreatePorts = (document: TextDocument | undefined) => SubmitPorts;

function createPorts({ environments, isReady, confirm, request, http, store, log }: SubmitFeature): CreatePorts {
  const windowLock = createWindowLock();
  return (document) => ({
    isTrusted: () => workspace.isTrusted,
    definition: () => document && toDefinition(document),
    prepare: (uri, version) => request<PrepareSubmitResult>(requests.prepareSubmit, { uri, version }),
    chooseEnvironment: () => environments.choose(),
    isActive: (environment) => environments.isActive(environment),
    signIn: (environment) => environments.signIn(environment),
    storedSignIn: (environment) => environments.storedSignIn(environment),
    isReady: async (environment) => {
      const isOneOfOurs = await isReady(environment);
      return isOneOfOurs && (http().runtime === 'node' || (await isReadableFromWeb(environment, http())));
    },
    nameLowered: nameLoweredRules,
    confirm: confirm ?? confirmInDialog,
    withProgress: (step, environment, work) => withCancel(progressTitle(step, environment), work),
    windowLock,
    store,
    http,
    recordFailed: (error) => {
      log.error(`record of submits: ${toError(error).message}`);
    },
  });
}

function toDefinition({ uri, version, isDirty }: TextDocument): Definition {
  return { uri: uri.toString(), version, isUnsaved: isDirty, file: workspace.asRelativePath(uri) };
}

function progressTitle(step: SubmitStep, { name, endpoint }: Environment): string {
  switch (step) {
    case 'asking':
      return l10n.t('Asking {0} ({1})', name, endpoint.host);
    case 'sending':
      return l10n.t('Submitting to {0} ({1})', name, endpoint.host);
    case 'looking-up':
      return l10n.t('No clear answer: looking at {0} ({1}) whether it was created', name, endpoint.host);
  }
}
