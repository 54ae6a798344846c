import { describeEarlierSubmit, type EarlierSubmit, type Translate } from '../../../../../server/src/api/index';
import type { PrepareSubmitResult, SubmissionSummary } from '../../../../../server/src/protocol/requests';
import type { EnvironmentKind } from '../../infrastructure/environment';
import { toPlainText } from '../../infrastructure/texts';
import type { LoweredRule } from './lowered-rules';
import type { PreviousSubmit, SubmitHistory } from './submit-history';

type Prepared = Extract<PrepareSubmitResult, { readonly kind: 'prepared' }>;

/** What a person agrees to: everything that the confirmation names. */
export interface SubmitCard extends SubmitHistory {
  readonly environment: string;
  readonly kind: EnvironmentKind;
  readonly host: string;
  readonly user: string;
  readonly file: string;
  /** The editor's text, which is what is sent, is not saved. */
  readonly isUnsaved: boolean;
  readonly summary: SubmissionSummary;
  readonly remaining: Prepared['remaining'];
  /** Rules that were lowered and have errors, which the author named. */
  readonly lowered: readonly LoweredRule[];
  /** Lower-case hex SHA-256 of the bytes that would be sent. */
  readonly hash: string;
  /** A submit of the same content or name to the same place of which nobody knows what came of it. */
  readonly earlier: EarlierSubmit | undefined;
}

/** The card as the text of a modal dialog: a question, and below it one line for each thing. */
export function describeCard(card: SubmitCard, t: Translate): { readonly question: string; readonly detail: string } {
  const { summary, remaining } = card;
  const lines = [
    t('Environment: {0} ({1})', toPlainText(card.environment), kindText(card.kind, t)),
    t('Request: POST to {0}, as user {1}', card.host, toPlainText(card.user)),
    card.isUnsaved
      ? t('File: {0}, with changes that are not saved: the text in the editor is sent', toPlainText(card.file))
      : t('File: {0}', toPlainText(card.file)),
    t('Content: periods {0}, targets {1}, values {2}', summary.periods, summary.targets, summary.values),
    t('Days: {0} to {1}', summary.firstDay ?? '–', summary.lastDay ?? '–'),
    t(
      'Findings that remain: warnings {0}, informations {1}, hints {2}',
      remaining.warnings,
      remaining.informations,
      remaining.hints,
    ),
    ...describeHistory(card, t),
    ...card.lowered.map((rule) => t('Sent all the same: {0}', describeLowered(rule, t))),
    t('SHA-256: {0}', card.hash),
    t('The API is being phased out for new milestones; its documentation names POST /v3/promotions instead.'),
  ];
  return {
    question: t('Create the target group "{0}" in {1}?', toPlainText(summary.name), toPlainText(card.environment)),
    detail: lines.join('\n'),
  };
}

const shownParts = 6;

function describeHistory({ previous, shared, earlier }: SubmitCard, t: Translate): string[] {
  return [
    ...(earlier ? [toPlainText(describeEarlierSubmit(earlier, t), 300)] : []),
    ...(previous ? [describePrevious(previous, t)] : []),
    ...shared.map(({ environment, ids }) =>
      t(
        'Also named in a submit to {0}, which has ids of its own: {1}',
        toPlainText(environment),
        toPlainText(firstOf(ids, t), 300),
      ),
    ),
  ];
}

function describePrevious({ time, environment, verdict, groupId, changes }: PreviousSubmit, t: Translate): string {
  const { changed, added, removed } = changes;
  const parts = [
    ...(changed.length > 0 ? [t('changed {0}', firstOf(changed, t))] : []),
    ...(added.length > 0 ? [t('added {0}', firstOf(added, t))] : []),
    ...(removed.length > 0 ? [t('removed {0}', firstOf(removed, t))] : []),
  ];
  const what = parts.length > 0 ? parts.join('; ') : t('nothing has changed');
  const verdictText = groupId === undefined ? verdict : `${verdict}, ${groupId}`;
  return t(
    'Since the last submit of this file ({0}, {1}, {2}): {3}',
    time,
    toPlainText(environment),
    toPlainText(verdictText),
    toPlainText(what, 400),
  );
}

function firstOf(names: readonly string[], t: Translate): string {
  const rest = names.length - shownParts;
  const shown = names.slice(0, shownParts).join(', ');
  return rest > 0 ? t('{0} and {1} more', shown, rest) : shown;
}

/** A lowered rule by its name, with its errors: where the first of them is and what it says. */
export function describeLowered({ code, count, line, message }: LoweredRule, t: Translate): string {
  return t('{0}, errors {1}, line {2}: {3}', code, count, line, toPlainText(message, 200));
}

function kindText(kind: EnvironmentKind, t: Translate): string {
  switch (kind) {
    case 'sandbox':
      return t('sandbox');
    case 'test':
      return t('test');
    case 'production':
      return t('PRODUCTION');
  }
}
