import type { PreviewModel, PreviewRhythm } from '../core/preview-model';
import { measureOf } from './preview-measure';
import { deedOf } from './preview-deed';
import { joined, listed, ours, placed, plainText, say, type Phrase } from './phrase';

/** More targets, and levels of a streak, than these are only counted. */
const most = { targets: 3, levels: 10 };

const units: Readonly<Record<string, readonly [adjective: string, plural: string]>> = {
  DAILY: ['daily', 'days'],
  WEEKLY: ['weekly', 'weeks'],
  MONTHLY: ['monthly', 'months'],
  QUARTERLY: ['quarterly', 'quarters'],
  HALF_YEARLY: ['half-yearly', 'half-years'],
  YEARLY: ['yearly', 'years'],
};

/** As browsers write them in English, so that a page has one form of a day. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** What of a model the sentence is made of. */
export type SentenceSubject = Pick<
  PreviewModel,
  'headline' | 'rhythm' | 'traits' | 'targets' | 'levels' | 'periods' | 'extent' | 'spans' | 'cycles' | 'omitted'
>;

/**
 * What the group is about in one sentence of English: "Customers who spend 500 in each of 4 daily cycles, 8 to 11 Oct 2027;
 * ranked on a leaderboard". It speaks of what counts: what is switched off or belongs to no cycle is left out, and said.
 * What is not known is left out too; empty where no target says what it measures.
 */
export function sentencePhrase(model: SentenceSubject): Phrase {
  const { traits, targets, omitted, rhythm } = model;
  const active = targets.filter((target) => target.active);
  const meant = active.length > 0 ? active : targets;
  const told = meant.filter(({ kpi }) => measureOf(kpi).length > 0).slice(0, most.targets);
  if (told.length === 0) return [];
  const unsaid = meant.length - told.length + omitted.targets;
  const deeds = told.map((target) => deedOf(target, model, targets.length > 1));
  const all = unsaid > 0 ? [...deeds, ours(`reach ${counted(unsaid, 'more target')}`)] : deeds;
  const what = joined(all, traits.isAny ? ' or ' : ' and ');
  const who = ours(traits.isCap ? 'Customers can at most' : 'Customers who');
  const cycles = placed(rhythm.range, ours(cyclesInWords(model)));
  return joined([say`${who} ${what} ${cycles}${ours(daysInWords(model))}`, ...additions(model)], '; ');
}

/** As `sentencePhrase`, as plain text. */
export function sentenceOf(model: SentenceSubject): string {
  return plainText(sentencePhrase(model));
}

/** "in each of 4 daily cycles". */
function cyclesInWords({ rhythm, traits }: SentenceSubject): string {
  const { window } = rhythm;
  const rounds = countingRounds(rhythm);
  if (window === 'agnostic') {
    if (rounds < 2) return `in ${rounds === 1 ? 'one round' : 'a round'} that lasts until the target is reached`;
    return `in each of ${rounds} rounds, each of which lasts until the target is reached`;
  }
  const many = `${traits.isStreak ? 'up to' : 'each of'} ${rounds}`;
  const often = `in ${rounds > 1 ? many : rounds === 1 ? 'one' : 'each'} ${kindInWords(rhythm, rounds)}`;
  return window === 'cyclic' ? `${often} from the customer’s own first transaction` : often;
}

/** Without those that are switched off, unless all are. */
function countingRounds({ window, rounds, off }: PreviewRhythm): number {
  return window === 'fixed' && off < rounds ? rounds - off : rounds;
}

/** "daily cycles", "cycles of 14 days". */
function kindInWords({ unit, every }: PreviewRhythm, rounds: number): string {
  const noun = rounds > 1 ? 'cycles' : 'cycle';
  const known = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (known === undefined) return noun;
  return every > 1 ? `${noun} of ${every} ${known[1]}` : `${known[0]} ${noun}`;
}

/** ", 8 to 11 Oct 2027, with gaps between them": of the cycles that count. */
function daysInWords({ rhythm, extent, periods, spans, omitted }: SentenceSubject): string {
  if (rhythm.window !== 'fixed' || extent === undefined) return '';
  const active = periods.filter((period) => period.active && period.days !== undefined);
  const starts = active.flatMap(({ startDay }) => startDay ?? []).sort();
  const ends = active.flatMap(({ endDay }) => endDay ?? []).sort();
  const isKnown = omitted.periods === 0 && rhythm.off > 0;
  const startDay = isKnown ? (starts[0] ?? extent.startDay) : extent.startDay;
  const endDay = isKnown ? (ends.at(-1) ?? extent.endDay) : extent.endDay;
  const countOf = (kind: string) => spans.filter((span) => span.kind === kind).length + omitted.spans;
  const notes = [
    ...(countOf('gap') > 0 ? [countOf('gap') > 1 ? 'with gaps between them' : 'with a gap between them'] : []),
    ...(countOf('overlap') > 0 ? ['with days that two of them share'] : []),
  ];
  return ['', stretchInWords(startDay, endDay), ...notes].join(', ');
}

/** "8 to 11 Oct 2027", "28 Dec 2027 to 3 Jan 2028", "8 Oct 2027". */
function stretchInWords(startDay: string, endDay: string): string {
  const [start, end] = [partsOf(startDay), partsOf(endDay)];
  const last = `${end.date} ${end.month} ${end.year}`;
  if (startDay === endDay) return last;
  if (start.year !== end.year) return `${start.date} ${start.month} ${start.year} to ${last}`;
  return start.month === end.month ? `${start.date} to ${last}` : `${start.date} ${start.month} to ${last}`;
}

function partsOf(day: string): { readonly year: number; readonly month: string; readonly date: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month: months[month - 1] ?? '', date };
}

function additions(model: SentenceSubject): Phrase[] {
  const { traits } = model;
  return [
    ...(traits.isStreak ? rewards(model) : []),
    ...overall(model),
    ...(traits.isRanked ? [ours('ranked on a leaderboard')] : []),
    ...(traits.isUserCreated ? [ours('a challenge that customers set themselves')] : []),
    ...switchedOff(model).map(ours),
  ];
}

/** "rewarded after 2, 3 and 4 cycles in a row". */
function rewards({ levels, omitted }: SentenceSubject): Phrase[] {
  const said = levels.filter(({ cycles }) => cycles !== '');
  if (said.length === 0) return [];
  const told = said.slice(0, most.levels).map(({ cycles, range }) => placed(range, say`${cycles}`));
  const unsaid = said.length - told.length + omitted.levels;
  const noun = said.length === 1 && said[0]?.cycles === '1' ? 'cycle' : 'cycles';
  const row = said[0]?.inARow === true ? ' in a row' : '';
  const after = say`rewarded after ${listed(told)} ${ours(noun)}${ours(row)}`;
  return [unsaid > 0 ? say`${after}, and on ${ours(counted(unsaid, 'more level'))}` : after];
}

function overall({ traits }: SentenceSubject): Phrase[] {
  if (traits.overall === '') return [];
  const kinds: Readonly<Record<string, string>> = { SUM: 'a sum of ', COUNT: 'a count of ' };
  const kind = Object.hasOwn(kinds, traits.overallAggregation) ? (kinds[traits.overallAggregation] ?? '') : '';
  return [say`${ours(kind)}${traits.overall} over all targets`];
}

/** What the sentence leaves out because it does not count, and what may undo all of it. */
function switchedOff({ headline, rhythm, targets, omitted }: SentenceSubject): string[] {
  const { window, rounds, off } = rhythm;
  const inactive = targets.filter(({ active }) => !active).length;
  const isAllOff = inactive === targets.length && omitted.targets === 0;
  return [
    ...(off > 0 && window === 'fixed'
      ? [off < rounds ? `${rounds - off} of ${rounds} cycles are active` : 'no cycle is active']
      : []),
    ...(isAllOff
      ? ['every target is switched off']
      : inactive > 0
        ? [`${counted(inactive, 'target')} ${inactive === 1 ? 'is' : 'are'} switched off`]
        : []),
    ...(headline.active ? [] : ['the group is switched off']),
  ];
}

/** "1 more target", "2 more targets". */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
