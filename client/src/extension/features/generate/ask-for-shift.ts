import { l10n } from 'vscode';
import type { Generator, PreviewModel } from '../../../../../server/src/protocol/requests';
import { askFor, askForDay, askForWhole } from './ask';

/** Asks how far all dates are to move: by days, weeks or months, or to another first day. */
export async function askForShift({ periods }: PreviewModel): Promise<Generator | undefined> {
  const title = l10n.t('Move All Dates');
  const way = await askFor(title, l10n.t('How far are they to move?'), [
    { label: l10n.t('By days'), value: 'days' },
    { label: l10n.t('By weeks'), value: 'weeks' },
    { label: l10n.t('By months'), description: l10n.t('whole months stay whole'), value: 'months' },
    { label: l10n.t('To a new first day'), value: 'to' },
  ]);
  if (way === undefined) return undefined;
  if (way === 'to') {
    const value = periods.flatMap(({ startDay }) => startDay ?? []).sort()[0];
    const question = { title, prompt: l10n.t('First day of the first period'), ...(value ? { value } : undefined) };
    const to = await askForDay(question);
    return to === undefined ? undefined : { kind: 'shiftDates', to };
  }
  const prompt = l10n.t('How many of them; back in time with a minus');
  const count = await askForWhole({ title, prompt, value: '1' }, -9999, 9999);
  if (count === undefined) return undefined;
  return {
    kind: 'shiftDates',
    ...(way === 'months' ? { months: count } : { days: count * (way === 'weeks' ? 7 : 1) }),
  };
}
