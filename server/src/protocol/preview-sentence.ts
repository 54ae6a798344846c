import type { PreviewModel, PreviewRhythm, PreviewTarget } from '../core/preview-model';
import { measureInWords } from './preview-measure';

/** More targets, and levels of a streak, than these are only counted. */
const most = { targets: 3, levels: 10 };

/** What customers do, for the measures that have a verb of their own; `@` stands for the value. */
const verbs: Readonly<Record<string, string>> = {
  'TRANSACTION SALES': 'spend @',
  'TRANSACTION GROSS_SALES': 'spend @ (gross)',
  'TRANSACTION COUNT': 'make @ transactions',
  'TRANSACTION VISIT': 'make transactions on @ days',
  'LINEITEM QUANTITY': 'buy @ items',
  'LINEITEM SALES': 'buy items for @',
  'LINEITEM GROSS_SALES': 'buy items for @ (gross)',
  'POINTS REGULAR_POINTS': 'earn @ regular points',
  'POINTS PROMOTIONAL_POINTS': 'earn @ promotional points',
  'POINTS ALL_POINTS': 'earn @ points',
};

const units: Readonly<Record<string, readonly [adjective: string, plural: string]>> = {
  DAILY: ['daily', 'days'],
  WEEKLY: ['weekly', 'weeks'],
  MONTHLY: ['monthly', 'months'],
  QUARTERLY: ['quarterly', 'quarters'],
  HALF_YEARLY: ['half-yearly', 'half-years'],
  YEARLY: ['yearly', 'years'],
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What of a model the sentence is made of. */
export type SentenceSubject = Pick<PreviewModel, 'rhythm' | 'traits' | 'targets' | 'levels' | 'extent' | 'omitted'>;

/**
 * What the group is about in one sentence of English: "Customers who spend 500 in each of 4 daily cycles, 8 to 11 Oct 2027;
 * ranked on a leaderboard". What is not known is left out; empty where no target says what it measures.
 */
export function sentenceOf(model: SentenceSubject): string {
  const { rhythm, traits, targets, extent } = model;
  const told = targets.filter(({ kpi }) => measureInWords(kpi) !== '').slice(0, most.targets);
  if (told.length === 0) return '';
  const unsaid = targets.length + model.omitted.targets - told.length;
  const deeds = told.map((target) => deed(target, told.length > 1));
  const all = unsaid > 0 ? [...deeds, counted(unsaid, 'more target')] : deeds;
  const what = all.join(traits.isAny ? ' or ' : ' and ');
  const days = rhythm.window === 'fixed' && extent ? `, ${daysInWords(extent)}` : '';
  return [
    `${traits.isCap ? 'Customers can at most' : 'Customers who'} ${what} ${cyclesInWords(rhythm)}${days}`,
    ...additions(model),
  ].join('; ');
}

/** "spend 500", "reach 2 in the number of “goodNight” events". */
function deed(target: PreviewTarget, isNamed: boolean): string {
  const { kpi, name } = target;
  const isTransaction = kpi.entity === 'EVENT' && kpi.event === 'TransactionAdd';
  const key = `${isTransaction ? 'TRANSACTION' : kpi.entity} ${kpi.type}`;
  const verb = Object.hasOwn(verbs, key) ? verbs[key] : undefined;
  const measure = measureInWords(kpi).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  const words = verb ?? `reach @ in the ${measure}`;
  const amount = amountOf(target);
  const fitting = amount === '1' ? words.replace(/(@ \w+)s\b/, '$1') : words;
  return `${fitting.replace('@', () => amount)}${isNamed && name !== '' ? ` (“${name}”)` : ''}`;
}

/** "500", or "500 to 1000" where cycles differ. */
function amountOf({ values, valueCount }: PreviewTarget): string {
  const texts = new Set(values.flatMap(({ text }) => (text === '' ? [] : [text])));
  const sorted = [...texts].sort((one, other) => Number(one) - Number(other));
  const [least = '…'] = sorted;
  const first = valueCount > values.length ? `; of the first ${values.length}` : '';
  return sorted.length > 1 ? `${least} to ${sorted.at(-1) ?? ''} (set for each cycle${first})` : least;
}

/** "in each of 4 daily cycles". */
function cyclesInWords(rhythm: PreviewRhythm): string {
  const { window, rounds } = rhythm;
  if (window === 'agnostic') {
    return `in ${rounds > 1 ? `each of ${rounds} rounds` : 'a round'} that lasts until the target is reached`;
  }
  const often = `in ${rounds > 1 ? `each of ${rounds}` : rounds === 1 ? 'one' : 'each'} ${kindInWords(rhythm)}`;
  return window === 'cyclic' ? `${often} from the customer’s own first transaction` : often;
}

/** "daily cycles", "cycles of 14 days". */
function kindInWords({ unit, every, rounds }: PreviewRhythm): string {
  const noun = rounds > 1 ? 'cycles' : 'cycle';
  const known = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (known === undefined) return noun;
  return every > 1 ? `${noun} of ${every} ${known[1]}` : `${known[0]} ${noun}`;
}

/** "8 to 11 Oct 2027", "28 Dec 2027 to 3 Jan 2028", "8 Oct 2027". */
function daysInWords({ startDay, endDay }: { readonly startDay: string; readonly endDay: string }): string {
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

function additions({ traits, levels }: SentenceSubject): string[] {
  const cycles = levels.flatMap((level) => (level.cycles === '' ? [] : [level.cycles])).slice(0, most.levels);
  const inARow = levels[0]?.inARow === true ? ' in a row' : '';
  const noun = cycles.join() === '1' ? 'cycle' : 'cycles';
  return [
    ...(cycles.length > 0 ? [`rewarded after ${listed(cycles)} ${noun}${inARow}`] : []),
    ...(traits.overall === '' ? [] : [`${traits.overall} over all targets`]),
    ...(traits.isRanked ? ['ranked on a leaderboard'] : []),
    ...(traits.isUserCreated ? ['a challenge that customers set themselves'] : []),
  ];
}

/** "2, 3 and 4". */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
