import type { PreviewCondition, PreviewModel, PreviewTarget } from '../core/preview-model';
import { conditionInWords } from './condition-words';
import { compareDecimals, readDecimal, shortDecimalText } from './exact-decimal';
import { joined, listed, ours, placed, say, type Phrase } from './phrase';
import { valueInWords } from './fact-words';
import { eventOf, measureOf } from './preview-measure';
import { cyclesOf, isCounted } from './preview-rows';

/** Values that are no numbers: more of them than these are only counted. */
const mostValues = 3;

/** What customers do, for the measures that have a verb of their own: what stands in front of the value, and behind it. */
const verbs: Readonly<Record<string, readonly [before: string, one: string, many: string]>> = {
  'TRANSACTION SALES': ['spend ', '', ''],
  'TRANSACTION GROSS_SALES': ['spend ', ' (gross)', ' (gross)'],
  'TRANSACTION COUNT': ['make ', ' transaction', ' transactions'],
  'TRANSACTION VISIT': ['make transactions on ', ' day', ' days'],
  'LINEITEM QUANTITY': ['buy ', ' item', ' items'],
  'LINEITEM SALES': ['buy items for ', '', ''],
  'LINEITEM GROSS_SALES': ['buy items for ', ' (gross)', ' (gross)'],
  'POINTS REGULAR_POINTS': ['earn ', ' regular point', ' regular points'],
  'POINTS PROMOTIONAL_POINTS': ['earn ', ' promotional point', ' promotional points'],
  'POINTS ALL_POINTS': ['earn ', ' point', ' points'],
};

const places: Readonly<Record<string, string>> = { STORE: 'stores', ZONE: 'zones', CONCEPT: 'concepts' };

type Cycles = Pick<PreviewModel, 'cycles' | 'rhythm' | 'periods'>;

/** "spend 500 (only in chosen stores)", "have 2 “goodNight” events". */
export function deedOf(target: PreviewTarget, model: Cycles, isNamed: boolean): Phrase {
  const amount = amountOf(target, model);
  const notes = [
    ...(isNamed && target.name !== '' ? [placed(target.range, say`“${target.name}”`)] : []),
    ...amount.notes.map(ours),
    ...target.facts
      .filter(({ field }) => field === 'aggregateWindow')
      .map((window) => placed(window.range, say`${lowered(valueInWords(window))}`)),
    ...placesOf(target),
    ...conditionsOf(target),
  ];
  const deed = placed(target.kpi.range, doing(target, placed(amount.range, amount.words), amount.isOne));
  return notes.length === 0 ? deed : say`${deed} (${joined(notes, '; ')})`;
}

function doing({ kpi }: PreviewTarget, amount: Phrase, isOne: boolean): Phrase {
  const event = eventOf(kpi);
  if (kpi.entity === 'EVENT' && event !== 'TransactionAdd') {
    if (kpi.type === 'COUNT') return say`have ${amount} “${event}” ${ours(isOne ? 'event' : 'events')}`;
    if (kpi.type === 'VISIT') return say`have the event “${event}” on ${amount} ${ours(isOne ? 'day' : 'days')}`;
  }
  const key = `${kpi.entity === 'EVENT' && event === 'TransactionAdd' ? 'TRANSACTION' : kpi.entity} ${kpi.type}`;
  const verb = Object.hasOwn(verbs, key) ? verbs[key] : undefined;
  if (verb) return say`${ours(verb[0])}${amount}${ours(isOne ? verb[1] : verb[2])}`;
  return say`reach ${amount} in the ${measureOf(kpi).map(uncapitalised)}`;
}

function uncapitalised(part: Phrase[number], index: number): Phrase[number] {
  if (index > 0 || part.isForeign) return part;
  return { ...part, text: lowered(part.text) };
}

function lowered(text: string): string {
  return text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

interface Amount {
  readonly words: Phrase;
  readonly isOne: boolean;
  readonly range: PreviewTarget['range'];
  readonly notes: readonly string[];
}

/** "500", or "500 to 1000" where cycles differ: of the cycles that count. Numbers are the same however they are written. */
function amountOf({ values, valueCount, valuesRange }: PreviewTarget, model: Cycles): Amount {
  const cycles = Array.from({ length: Math.min(cyclesOf(model), values.length) }, (_, index) => index);
  // Without any number of cycles there is nothing that a value could be beyond.
  const counting =
    cyclesOf(model) === 0
      ? values
      : cycles.filter((index) => isCounted(model, index)).flatMap((index) => values[index] ?? []);
  const given = counting.filter(({ text }) => text !== '');
  const numbers = given.flatMap(({ text }) => readDecimal(text) ?? []).sort(compareDecimals);
  const isNumeric = numbers.length === given.length;
  const texts = isNumeric ? numbers.map(shortDecimalText) : given.map(({ text }) => text);
  const distinct = [...new Set(texts)];
  const wanted = wantedValues(model);
  const [first = '…'] = distinct;
  const notes = valueNotes(
    distinct.length,
    given.length,
    values.length < valueCount ? values.length : Infinity,
    wanted,
  );
  const range = distinct.length === 1 ? (given[0]?.range ?? valuesRange) : valuesRange;
  return { words: wordsOf(distinct, isNumeric), isOne: distinct.length === 1 && first === '1', range, notes };
}

/** Which cycles have the value, where that is not each of them the same. */
function valueNotes(distinct: number, given: number, listed: number, wanted: number): string[] {
  if (listed < wanted) return [...(distinct > 1 ? ['set for each cycle'] : []), `of the first ${listed} cycles`];
  if (given > 0 && given < wanted) return [`set for ${given} of ${wanted} cycles`];
  return distinct > 1 ? ['set for each cycle'] : [];
}

function wordsOf(distinct: readonly string[], isNumeric: boolean): Phrase {
  const [least = '…'] = distinct;
  if (distinct.length < 2) return least === '…' ? ours(least) : say`${least}`;
  if (isNumeric) return say`${least} to ${distinct.at(-1) ?? ''}`;
  const told = distinct.slice(0, mostValues).map((text) => say`${text}`);
  return listed(distinct.length > mostValues ? [...told, ours(`${distinct.length - mostValues} more`)] : told, 'or');
}

/** How many cycles that count want a value. */
function wantedValues(model: Cycles): number {
  const off = model.rhythm.window === 'fixed' ? model.rhythm.off : 0;
  return Math.max(0, cyclesOf(model) - off);
}

function placesOf({ filters }: PreviewTarget): Phrase[] {
  const known = filters.flatMap((kind) => (Object.hasOwn(places, kind) ? [ours(places[kind] ?? '')] : []));
  return [
    ...(known.length > 0 ? [say`only in chosen ${listed(known)}`] : []),
    ...(known.length < filters.length ? [ours('with a filter')] : []),
  ];
}

/** "only where the transaction’s value is over 500"; what is no simple comparison is only mentioned. */
function conditionsOf({ conditions }: PreviewTarget): Phrase[] {
  const [condition] = conditions;
  if (condition === undefined) return [];
  const isClear = conditions.every(({ text }) => constants.has(text) || conditionInWords(text) !== undefined);
  return [
    placed(
      condition.range,
      conditions.length > 1 ? ours(isClear ? differing : 'with a condition') : conditionWords(condition),
    ),
  ];
}

const constants: ReadonlySet<string> = new Set(['true', 'false']);
/** Only said where it is certain: what is no simple comparison may say the same in other words. */
const differing = 'with a condition, which expression and expressionJson do not agree on';

function conditionWords({ text }: PreviewCondition): Phrase {
  if (text === '') return ours('with a condition that cannot be read');
  if (text === 'false') return ours('under a condition that is never met');
  const words = conditionInWords(text);
  return words ? say`only where ${words}` : ours('with a condition');
}
