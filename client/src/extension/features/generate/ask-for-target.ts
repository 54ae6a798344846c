import { l10n } from 'vscode';
import type { Generator, NewTarget, PreviewModel } from '../../../../../server/src/protocol/requests';
import { askFor, askForName, askForNumber, askForText, type Choice } from './ask';

type Measure = Pick<NewTarget, 'targetEntity' | 'targetType'>;

/** What needs nothing but an entity, a type and, for events, a name. */
const measures = (): Choice<Measure>[] =>
  [
    { label: l10n.t('Net amount of bills'), pair: 'TRANSACTION SALES' },
    { label: l10n.t('Gross amount of bills'), pair: 'TRANSACTION GROSS_SALES' },
    { label: l10n.t('Number of bills'), pair: 'TRANSACTION COUNT' },
    { label: l10n.t('Days with a bill'), pair: 'TRANSACTION VISIT' },
    { label: l10n.t('Net amount of items'), pair: 'LINEITEM SALES' },
    { label: l10n.t('Quantity of items'), pair: 'LINEITEM QUANTITY' },
    { label: l10n.t('Number of events'), pair: 'EVENT COUNT' },
    { label: l10n.t('Days with an event'), pair: 'EVENT VISIT' },
    { label: l10n.t('Points of every kind'), pair: 'POINTS ALL_POINTS' },
    { label: l10n.t('Regular points'), pair: 'POINTS REGULAR_POINTS' },
  ].map(({ label, pair }) => {
    const [targetEntity = '', targetType = ''] = pair.split(' ');
    return { label, description: `${targetEntity} · ${targetType}`, value: { targetEntity, targetType } };
  });

/** Asks for the name of a target, what it measures, and how much is needed in each period. */
export async function askForTarget({ targets }: PreviewModel): Promise<Generator | undefined> {
  const title = l10n.t('Add a Target');
  const taken = targets.map(({ name }) => name);
  const name = await askForName({ title, prompt: l10n.t('Name of the target') }, taken);
  const measure = name && (await askFor(title, l10n.t('What does it measure?'), measures()));
  if (!measure) return undefined;
  const isEvent = measure.targetEntity === 'EVENT';
  const eventName = isEvent ? await askForEvent(title) : '';
  if (eventName === undefined) return undefined;
  const value = await askForNumber({ title, prompt: l10n.t('What is needed in each period') });
  if (value === undefined) return undefined;
  return { kind: 'target', target: { name, ...measure, value, ...(isEvent ? { eventName } : undefined) } };
}

async function askForEvent(title: string): Promise<string | undefined> {
  const prompt = l10n.t('Name of the event, as the organisation has defined it');
  return askForText({ title, prompt }, (text) =>
    text.trim() === '' || text !== text.trim() ? l10n.t('A name is expected, without blanks around it.') : undefined,
  );
}
