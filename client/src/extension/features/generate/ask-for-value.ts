import { l10n } from 'vscode';
import type { Generator } from '../../../../../server/src/protocol/requests';
import { askFor, askForNumber } from './ask';

/** Asks whether values are to be kept or one is to stand everywhere. */
export async function askForValue(): Promise<Generator | undefined> {
  const title = l10n.t('Fill Default Values');
  const way = await askFor(title, l10n.t('One value for each period, in every target'), [
    { label: l10n.t('Keep what is there'), description: l10n.t('what is missing is like the last'), value: 'keep' },
    { label: l10n.t('The same value everywhere'), value: 'same' },
  ]);
  if (way !== 'same') return way === undefined ? undefined : { kind: 'defaultValues' };
  const value = await askForNumber({ title, prompt: l10n.t('What is needed in each period'), value: '1000' });
  return value === undefined ? undefined : { kind: 'defaultValues', value };
}
