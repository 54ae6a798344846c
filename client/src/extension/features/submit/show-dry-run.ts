import { commands, l10n, Uri, window } from 'vscode';
import { describeLive, describeOutcome, type LiveComparison } from '../../../../../server/src/api/index';
import { runChosen } from '../../infrastructure/errors';
import { toPlainText } from '../../infrastructure/texts';
import type { DryRun } from './dry-run-flow';
import type { ResultViews } from './show-result';

/** Tells what a dry run saw; where there is a group to compare with, as a document beside the definition. */
export async function showDryRun(seen: DryRun, { answers, log }: ResultViews): Promise<void> {
  const { outcome, environment, live } = seen;
  const { host } = environment.endpoint;
  log.info(`dry run at ${host}: ${describeOutcome(outcome, host)}`);
  const message = toPlainText(`${describeOutcome(outcome, host, l10n.t)} ${loweredText(seen)}`.trim(), 500);
  if (live) await answers.show(answers.keepReport(reportOf(seen, live)));
  if (outcome.kind === 'ready') {
    const submit = {
      title: l10n.t('Submit…'),
      run: () => commands.executeCommand('targetgroup.submit', Uri.parse(seen.definition.uri)),
    };
    await runChosen(window.showInformationMessage(message, submit));
  } else {
    await window.showWarningMessage(message);
  }
}

function loweredText({ lowered }: DryRun): string {
  return lowered.length === 0
    ? ''
    : l10n.t('Errors of lowered rules have to be named before a submit: {0}.', lowered.join(', '));
}

function reportOf(seen: DryRun, live: LiveComparison): string {
  const { environment, definition, outcome, hash } = seen;
  const { name, endpoint } = environment;
  return [
    l10n.t('Dry run of {0} at {1} ({2})', toPlainText(definition.file), toPlainText(name), endpoint.host),
    describeOutcome(outcome, endpoint.host, l10n.t),
    `SHA-256 ${hash}`,
    '',
    ...describeLive(live, endpoint.host, l10n.t),
    '',
  ].join('\n');
}
