import { l10n, type QuickPickItem, window } from 'vscode';
import type { SubmissionRecord } from '../../../../../server/src/api/index';
import { toPlainText } from '../../infrastructure/texts';

interface SubmissionItem extends QuickPickItem {
  readonly record: SubmissionRecord;
}

/** What became of it can still be looked up. */
export function isOpen({ verdict }: SubmissionRecord): boolean {
  return verdict === 'unknown' || verdict === 'pending';
}

/** Lets the user choose one of the submits; `undefined` when dismissed. */
export async function pickSubmission(
  title: string,
  records: readonly SubmissionRecord[],
): Promise<SubmissionRecord | undefined> {
  const options = { title, matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true };
  return (await window.showQuickPick(records.map(toItem), options))?.record;
}

function toItem(record: SubmissionRecord): SubmissionItem {
  const { name, environment, host, time, groupId, hash } = record;
  return {
    label: `${iconOf(record)} ${toPlainText(name).replaceAll('$(', '$ (')}`,
    description: `${verdictText(record)}${groupId === undefined ? '' : ` ${groupId}`} · ${toPlainText(environment, 40)} · ${host}`,
    detail: `${time} · SHA-256 ${hash.slice(0, 12)}… · ${toPlainText(fileName(record.file))}`,
    record,
  };
}

function iconOf({ verdict }: SubmissionRecord): string {
  switch (verdict) {
    case 'created':
      return '$(pass)';
    case 'unknown':
    case 'pending':
      return '$(question)';
    default:
      return '$(error)';
  }
}

function verdictText({ verdict, isReconciled }: SubmissionRecord): string {
  switch (verdict) {
    case 'created':
      return isReconciled === true ? l10n.t('created, as was found out later') : l10n.t('created');
    case 'pending':
      return l10n.t('under way, or interrupted');
    case 'unknown':
      return l10n.t('unknown: choose it to look it up');
    default:
      return verdict;
  }
}

function fileName(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // A URI whose escapes are none is shown as it is.
  }
}
