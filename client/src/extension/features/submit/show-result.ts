import { commands, l10n, Uri, window } from 'vscode';
import { describeOutcome, type SubmitOutcome } from '../../../../../server/src/api/index';
import { type Action, logFailure, runChosen } from '../../infrastructure/errors';
import type { Log } from '../../infrastructure/log';
import { toPlainText } from '../../infrastructure/texts';
import type { SubmittedDefinitions } from '../../infrastructure/submitted-definitions';
import type { AnswerDocuments } from './answer-documents';
import type { ApiProblems } from './api-problems';
import { outcomeMessage, problemsOf } from './outcome-message';
import type { Ended, Refusal, Verdict } from './draft';

export interface ResultViews {
  readonly answers: AnswerDocuments;
  readonly problems: ApiProblems;
  readonly submitted: Pick<SubmittedDefinitions, 'keepAnswer' | 'refresh'>;
  readonly log: Log;
}

/** Tells how a submit ended. Returns when the author has seen it; nothing is told of what the author dismissed. */
export async function showResult(result: Ended, views: ResultViews): Promise<void> {
  switch (result.kind) {
    case 'dismissed':
      return;
    case 'refused':
      await showRefusal(result.refusal);
      return;
    case 'ended':
      await showOutcome(result, views);
  }
}

async function showRefusal(refusal: Refusal): Promise<void> {
  const message = describeRefusal(refusal);
  const actions = actionsAfter(refusal);
  const isModal = refusal.reason === 'findings';
  await runChosen(window.showErrorMessage(message, { modal: isModal }, ...actions));
}

function actionsAfter({ reason }: Refusal): Action[] {
  switch (reason) {
    case 'untrusted':
      return [run(l10n.t('Manage Trust'), 'workbench.trust.manage')];
    case 'findings':
      return [run(l10n.t('Show Problems'), 'workbench.actions.view.problems')];
    case 'changed':
    case 'not-named':
      return [run(l10n.t('Submit Again'), 'targetgroup.submit')];
    case 'not-served':
    case 'check-failed':
      return [run(l10n.t('Show Log'), 'targetgroup.showLog')];
    case 'no-definition':
    case 'in-flight':
      return [];
  }
}

function describeRefusal(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'untrusted':
      return l10n.t('Nothing is sent from a workspace that is not trusted.');
    case 'no-definition':
      return l10n.t('Open a target group definition (*.targetgroup.json) first: submit sends the one in front.');
    case 'not-served':
      return l10n.t('The language server does not have this document, so nothing was checked and nothing was sent.');
    case 'check-failed':
      return l10n.t('Checking the definition failed, so nothing was sent: {0}', toPlainText(refusal.why));
    case 'findings':
      return l10n.t('Nothing was sent: the definition has problems that have to be fixed first ({0}).', refusal.count);
    case 'not-named':
      return l10n.t('Nothing was sent: errors of lowered rules were not confirmed ({0}).', refusal.codes.join(', '));
    case 'in-flight':
      return l10n.t('This definition, or one of the same name, is being submitted to this environment already.');
    case 'changed':
      return describeChange(refusal.what);
  }
}

function describeChange(what: 'document' | 'environment' | 'sign-in'): string {
  switch (what) {
    case 'document':
      return l10n.t('Nothing was sent: the document changed meanwhile.');
    case 'environment':
      return l10n.t('Nothing was sent: the environment changed meanwhile.');
    case 'sign-in':
      return l10n.t('Nothing was sent: the sign-in changed meanwhile.');
  }
}

async function showOutcome(
  { outcome, environment, definition, body, freeName }: Verdict,
  views: ResultViews,
): Promise<void> {
  const { host } = environment.endpoint;
  const uri = Uri.parse(definition.uri);
  views.log.info(`submit to ${host}: ${describeOutcome(outcome, host)}`);
  views.problems.clear(uri);
  if (outcome.kind === 'created' && outcome.answer) views.submitted.keepAnswer(uri, body, outcome.answer.text);
  await logFailure(views.log, 'record of submits', views.submitted.refresh());
  const found = { body, errors: problemsOf(outcome), freeName };
  const marking = views.problems.show(uri, definition.version, found);
  // The verdict is told, whatever becomes of the marks.
  const shown = (await logFailure(views.log, 'errors in the text', marking)) ?? 0;
  const problems = shown > 0 ? [run(l10n.t('Show Problems'), 'workbench.actions.view.problems')] : [];
  const actions = [...showAnswer(outcome, views.answers), ...problems, ...nextSteps(outcome, uri)];
  await runChosen(tell(outcome, outcomeMessage(outcome, host, l10n.t), actions));
}

function tell(outcome: SubmitOutcome, message: string, actions: readonly Action[]): Thenable<Action | undefined> {
  switch (outcome.kind) {
    case 'created':
    case 'ready':
    case 'cancelled':
      return window.showInformationMessage(message, ...actions);
    case 'unknown':
      return window.showWarningMessage(message, ...actions);
    case 'blocked':
    case 'rejected':
    case 'unauthorized':
    case 'unreachable':
      return window.showErrorMessage(message, ...actions);
  }
}

function showAnswer(outcome: SubmitOutcome, answers: AnswerDocuments): Action[] {
  if (!('answer' in outcome) || !outcome.answer || outcome.answer.text === '') return [];
  const answer = answers.keep(outcome.answer.text);
  return [{ title: l10n.t('Show Answer'), run: () => answers.show(answer) }];
}

/** A message with a button is shown in full and stays, which the verdicts that need a decision have to. */
function nextSteps(outcome: SubmitOutcome, uri: Uri): Action[] {
  switch (outcome.kind) {
    case 'unauthorized':
      return [run(l10n.t('Sign In…'), 'targetgroup.signIn')];
    case 'blocked':
      return outcome.obstacle.reason === 'name-taken'
        ? [run(l10n.t('Compare with It'), 'targetgroup.dryRun', uri)]
        : [run(l10n.t('Submit Again'), 'targetgroup.submit', uri)];
    case 'unreachable':
      return [run(l10n.t('Submit Again'), 'targetgroup.submit', uri)];
    case 'unknown':
      return [run(l10n.t('Look Again'), 'targetgroup.reconcile')];
    case 'created':
    case 'ready':
    case 'rejected':
    case 'cancelled':
      return [];
  }
}

/** The definition it is about is named: another one may be in front when the button is pressed. */
function run(title: string, command: string, ...about: readonly Uri[]): Action {
  return { title, run: () => commands.executeCommand(command, ...about) };
}
