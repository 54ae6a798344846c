import { commands, env, l10n, Uri, window, workspace } from 'vscode';
import {
  describeOutcome,
  type Finding,
  lockKeys,
  lookOnce,
  parseTime,
  type SubmissionRecord,
  type SubmitOutcome,
} from '../../../../../server/src/api/index';
import type { RegisterCommand } from '../../infrastructure/commands';
import type { Disposes } from '../../infrastructure/disposables';
import type { Environment, SignIn } from '../../infrastructure/environment';
import { type Action, type ErrorBoundary, runChosen } from '../../infrastructure/errors';
import type { CreateHttp } from '../../infrastructure/http';
import { withCancel } from '../../infrastructure/progress';
import type { SubmissionStore } from '../../infrastructure/submission-store';
import type { SubmittedDefinitions } from '../../infrastructure/submitted-definitions';
import { toPlainText } from '../../infrastructure/texts';
import { loseInterrupted } from './interrupted';
import { isOpen, pickSubmission } from './pick-submission';

/** The API may have taken so long to make it, in milliseconds. */
const longestSubmit = 10 * 60_000;

interface SubmissionsFeature {
  readonly environments: {
    defined(): readonly Environment[];
    signIn(environment: Environment): Promise<SignIn>;
  };
  readonly store: SubmissionStore;
  readonly submitted: Pick<SubmittedDefinitions, 'refresh'>;
  readonly http: CreateHttp;
  readonly register: RegisterCommand;
  readonly boundary: ErrorBoundary;
}

/** What was submitted by this user, and a look at what became of a submit that gave no verdict. */
export function activateSubmissions(feature: SubmissionsFeature): Disposes[] {
  const { store, submitted, register, boundary } = feature;
  void boundary('interrupted submits', async () => {
    const lost = await loseInterrupted(store);
    await submitted.refresh();
    for (const record of lost) void tellInterrupted(record);
  });
  return [
    register('targetgroup.showSubmissions', async () => {
      const records = await store.ledger.records();
      if (records.length === 0) {
        void window.showInformationMessage(l10n.t('Nothing was submitted from this editor yet.'));
        return;
      }
      const chosen = await pickSubmission(l10n.t('Submissions of this editor, the latest first'), records);
      if (chosen) await (isOpen(chosen) ? lookUp(chosen, feature) : show(chosen));
    }),
    register('targetgroup.reconcile', async (id) => {
      const open = (await store.ledger.records()).filter(isOpen);
      if (open.length === 0) {
        void window.showInformationMessage(l10n.t('No submit is open: of each it is known what became of it.'));
        return;
      }
      const named = open.filter((record) => record.id === id);
      const [only] = named.length === 1 || open.length !== 1 ? named : open;
      const chosen = only ?? (await pickSubmission(l10n.t('Look up what became of which submit?'), open));
      if (chosen) await lookUp(chosen, feature);
    }),
  ];
}

async function tellInterrupted({ id, name, environment, time }: SubmissionRecord): Promise<void> {
  const message = l10n.t(
    'A submit of "{0}" to {1} was interrupted ({2}): nobody knows whether it was created.',
    toPlainText(name),
    toPlainText(environment),
    time,
  );
  const look = { title: l10n.t('Look It Up'), run: () => commands.executeCommand('targetgroup.reconcile', id) };
  await runChosen(window.showWarningMessage(message, look));
}

/** Asks the API for the group of a submit without a verdict, and writes down what it learns. */
async function lookUp(record: SubmissionRecord, feature: SubmissionsFeature): Promise<void> {
  const { environments, store, submitted, http } = feature;
  const { name, host } = record;
  if (!workspace.isTrusted) {
    void window.showErrorMessage(l10n.t('Nothing is asked from a workspace that is not trusted.'));
    return;
  }
  const environment = environmentOf(record, environments.defined());
  if (!environment) {
    void window.showErrorMessage(
      l10n.t('No environment of your settings has the address {0} any more.', record.origin),
    );
    return;
  }
  const signedIn = await environments.signIn(environment);
  if (signedIn.kind === 'none') return;
  if (signedIn.kind === 'failed') {
    void window.showErrorMessage(toPlainText(describeOutcome(signedIn.failure, host, l10n.t), 500));
    return;
  }
  const access = { endpoint: environment.endpoint, authentication: signedIn.authentication };
  if (await store.lock.isHeld(lockKeys(record))) {
    void window.showInformationMessage(l10n.t('It is being submitted right now, in another window.'));
    return;
  }
  // The name tells nothing any more: anybody could have taken it since. Only a group from then is the one.
  const doubt = { name, wasFree: false, startedAt: parseTime(record.startedAt), within: longestSubmit };
  const finding = await withCancel(l10n.t('Looking up "{0}" at {1}', toPlainText(name), host), (signal) =>
    lookOnce(access, doubt, http(signal)),
  );
  const outcome = toOutcome(await withoutOthers(finding, record, store));
  if (outcome.kind === 'created') await store.ledger.close(record.id, outcome);
  await submitted.refresh();
  await tell(outcome, host);
}

/** The group that another submit made is not the one of this. */
async function withoutOthers(
  finding: Finding,
  { id, origin }: SubmissionRecord,
  store: SubmissionStore,
): Promise<Finding> {
  if (finding.kind !== 'created') return finding;
  const others = (await store.ledger.records()).filter((other) => other.id !== id && other.origin === origin);
  return others.some(({ groupId }) => groupId === finding.id) ? { kind: 'open', lookup: 'taken' } : finding;
}

/** By its address; the name only decides between two of the same address. */
function environmentOf(record: SubmissionRecord, defined: readonly Environment[]): Environment | undefined {
  const there = defined.filter(({ endpoint }) => endpoint.origin === record.origin);
  return there.find(({ name }) => name === record.environment) ?? there[0];
}

function toOutcome(finding: Finding): SubmitOutcome {
  if (finding.kind === 'created') return { kind: 'created', id: finding.id, answer: undefined, isReconciled: true };
  return { kind: 'unknown', reason: 'connection-lost', answer: undefined, code: undefined, lookup: finding.lookup };
}

async function tell(outcome: SubmitOutcome, host: string): Promise<void> {
  const message = toPlainText(describeOutcome(outcome, host, l10n.t), 500);
  if (outcome.kind === 'created') {
    await window.showInformationMessage(message);
    return;
  }
  const again = { title: l10n.t('Look Again'), run: () => commands.executeCommand('targetgroup.reconcile') };
  await runChosen(window.showWarningMessage(message, again));
}

/** The definition that was sent, where it still is, and what is known of the submit. */
async function show({ file, groupId, verdict, name, host }: SubmissionRecord): Promise<void> {
  const uri = Uri.parse(file);
  const open: Action = {
    title: l10n.t('Open the Definition'),
    run: () => window.showTextDocument(uri),
  };
  const copy: Action = { title: l10n.t('Copy the Id'), run: () => env.clipboard.writeText(groupId ?? '') };
  const message = l10n.t('"{0}" at {1}: {2} {3}', toPlainText(name), host, verdict, groupId ?? '').trim();
  await runChosen(window.showInformationMessage(message, open, ...(groupId === undefined ? [] : [copy])));
}
