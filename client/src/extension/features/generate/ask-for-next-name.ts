import { l10n } from 'vscode';
import type { PreviewModel } from '../../../../../server/src/protocol/requests';
import { askForName } from './ask';
import { nextName } from './next-year';

/** Asks for the name of the group a year later. */
export async function askForNextName({ headline: { name }, periods }: PreviewModel): Promise<string | undefined> {
  const first = periods.flatMap(({ startDay }) => startDay ?? []).sort()[0];
  const year = first === undefined ? '' : String(Number(first.slice(0, 4)) + 1);
  const question = { title: l10n.t('Clone for the Next Year'), prompt: l10n.t('Name of the new group') };
  return askForName({ ...question, value: nextName(name, year) }, [name]);
}
