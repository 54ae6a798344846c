import { l10n } from 'vscode';
import type { Generator, PreviewModel } from '../../../../../server/src/protocol/requests';
import { askFor, askForDay, askForName, askForWhole, type Choice } from './ask';
import { dayAt, nextStarts } from './days';

const unitChoices = (): Choice<string>[] => [
  { label: l10n.t('Days'), value: 'DAILY' },
  { label: l10n.t('Weeks'), value: 'WEEKLY' },
  { label: l10n.t('Calendar months'), value: 'MONTHLY' },
  { label: l10n.t('Quarters'), value: 'QUARTERLY' },
  { label: l10n.t('Half years'), value: 'HALF_YEARLY' },
  { label: l10n.t('Years'), value: 'YEARLY' },
];

/** Asks from which day on, in which unit, of how many of it, and how many periods there are to be. */
export async function askForCycles({ periods }: PreviewModel): Promise<Generator | undefined> {
  const title = l10n.t('Generate Periods');
  const first = periods.flatMap(({ startDay }) => startDay ?? []).sort()[0];
  const start = await askForDay({
    title,
    prompt: l10n.t('First day of the first period'),
    value: first ?? nextStarts(new Date()).month,
  });
  const frequencyType = start && (await askFor(title, l10n.t('What is a period counted in?'), unitChoices()));
  if (!frequencyType) return undefined;
  const frequency = await askForWhole(
    { title, prompt: l10n.t('How many of them make one period'), value: '1' },
    1,
    1000,
  );
  if (frequency === undefined) return undefined;
  const value = String(periods.length || 1);
  const count = await askForWhole({ title, prompt: l10n.t('How many periods there are to be'), value }, 1, 100);
  return count === undefined ? undefined : { kind: 'periods', start, frequencyType, frequency, count };
}

/** The three questions of a new definition: its name, its kind, its periods. */
export async function askForNewDefinition(): Promise<Generator | undefined> {
  const title = l10n.t('New Definition');
  const name = await askForName({ title, prompt: l10n.t('Name of the group, free in the whole organisation') }, []);
  const trackingType = name && (await askFor(title, l10n.t('What kind of milestone is it?'), kindChoices()));
  const cycles = trackingType && (await askFor(title, l10n.t('When does it run?'), cycleChoices(new Date())));
  return name && trackingType && cycles ? { kind: 'new', name, trackingType, frequency: 1, ...cycles } : undefined;
}

const kindChoices = (): Choice<string>[] => [
  { label: 'DEFAULT', description: l10n.t('one target, measured anew in every period'), value: 'DEFAULT' },
  { label: 'UNIFIED', description: l10n.t('several targets judged together'), value: 'UNIFIED' },
  { label: 'STREAKS', description: l10n.t('a target reached in several periods in a row'), value: 'STREAKS' },
  {
    label: 'NON_CONTINUOUS_STREAKS',
    description: l10n.t('a target reached in several periods, in a row or not'),
    value: 'NON_CONTINUOUS_STREAKS',
  },
];

interface Run {
  readonly start: string;
  readonly frequencyType: string;
  readonly count: number;
}

function cycleChoices(now: Date): Choice<Run>[] {
  const { week, month, quarter, half, year } = nextStarts(now);
  const choice = (label: string, start: string, frequencyType: string, count: number): Choice<Run> => ({
    label,
    description: l10n.t('from {0} on', start),
    value: { start, frequencyType, count },
  });
  return [
    choice(l10n.t('1 month'), month, 'MONTHLY', 1),
    choice(l10n.t('3 months'), month, 'MONTHLY', 3),
    choice(l10n.t('12 months'), month, 'MONTHLY', 12),
    choice(l10n.t('7 days'), dayAt(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)), 'DAILY', 7),
    choice(l10n.t('4 weeks'), week, 'WEEKLY', 4),
    choice(l10n.t('4 quarters'), quarter, 'QUARTERLY', 4),
    choice(l10n.t('2 half years'), half, 'HALF_YEARLY', 2),
    choice(l10n.t('1 year'), year, 'YEARLY', 1),
  ];
}
