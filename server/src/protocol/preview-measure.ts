import type { PreviewKpi } from '../core/preview-model';

const quantities: Readonly<Record<string, string>> = {
  QUANTITY: 'Quantity',
  SALES: 'Net sales',
  GROSS_SALES: 'Gross sales',
  COUNT: 'Number',
  VISIT: 'Days with',
  REGULAR_POINTS: 'Regular points',
  PROMOTIONAL_POINTS: 'Promotional points',
  ALL_POINTS: 'Points of every sort',
  ALL: 'Total amount',
  REGULAR: 'Regular amount',
  PROMOTION: 'Promotional amount',
};

const subjects: Readonly<Record<string, string>> = {
  TRANSACTION: 'transactions',
  LINEITEM: 'line items',
  EVENT: 'events',
  POINTS: 'points',
  ALTERNATE_CURRENCIES: 'alternate currencies',
};

const aggregates: Readonly<Record<string, string>> = { SUM: 'Sum', COUNT: 'Count', '': 'Sum' };

/** A value in words; the value itself where there are none. */
const wordOf = (words: Readonly<Record<string, string>>, value: string): string =>
  Object.hasOwn(words, value) ? (words[value] ?? value) : value;

/** What is measured, in words: "Net sales of transactions". Empty where the file says neither entity nor type. */
export function measureInWords(kpi: PreviewKpi): string {
  const what = quantity(kpi);
  if (kpi.entity === '' || (kpi.entity === 'POINTS' && kpi.type.endsWith('_POINTS'))) return what;
  const of = subject(kpi);
  if (what === '') return of;
  return kpi.type === 'VISIT' ? `${what} ${of}` : `${what} of ${of}`;
}

function quantity({ type, attribute, aggregate }: PreviewKpi): string {
  if (type !== 'EXTENDED_FIELD' && type !== 'EVENT_ATTRIBUTE') return wordOf(quantities, type);
  const noun = type === 'EXTENDED_FIELD' ? 'the extended field' : 'the attribute';
  return `${wordOf(aggregates, aggregate)} of ${noun}${attribute === '' ? '' : ` “${attribute}”`}`;
}

function subject({ entity, type, event, currency, program }: PreviewKpi): string {
  if (entity === 'EVENT' && event.trim() !== '') {
    return type === 'COUNT' ? `“${event}” events` : `the event “${event}”`;
  }
  if (entity === 'ALTERNATE_CURRENCIES' && currency !== '') {
    return `the alternate currency “${currency}”${program === '' ? '' : ` of program ${program}`}`;
  }
  return wordOf(subjects, entity);
}
