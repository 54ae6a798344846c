import type { PreviewKpi } from '../core/preview-model';
import { ours, plainText, say, type Phrase } from './phrase';

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
  POINTS: 'points',
  ALTERNATE_CURRENCIES: 'alternate currencies',
};

const aggregates: Readonly<Record<string, string>> = { SUM: 'Sum', COUNT: 'Count', '': 'Sum' };

/** A value in words of ours; the value itself, as a text of the document, where there are none. */
function wordOf(words: Readonly<Record<string, string>>, value: string): Phrase {
  const word = Object.hasOwn(words, value) ? words[value] : undefined;
  return word === undefined ? say`${value}` : ours(word);
}

/** What is measured, in words: "Net sales of transactions". Empty where the file says neither entity nor type. */
export function measureOf(kpi: PreviewKpi): Phrase {
  const what = quantity(kpi);
  if (kpi.entity === '' || (kpi.entity === 'POINTS' && kpi.type.endsWith('_POINTS'))) return what;
  const of = subject(kpi);
  if (what.length === 0) return of;
  return kpi.type === 'VISIT' ? say`${what} ${of}` : say`${what} of ${of}`;
}

/** As `measureOf`, as plain text. */
export function measureInWords(kpi: PreviewKpi): string {
  return plainText(measureOf(kpi));
}

/** The event that is counted: one without a name is stored as that of a bill (FACTS b.2). */
export function eventOf({ event }: PreviewKpi): string {
  return event.trim() === '' ? 'TransactionAdd' : event;
}

function quantity({ type, attribute, aggregate }: PreviewKpi): Phrase {
  if (type === '') return [];
  if (type !== 'EXTENDED_FIELD' && type !== 'EVENT_ATTRIBUTE') return wordOf(quantities, type);
  const noun = ours(type === 'EXTENDED_FIELD' ? 'the extended field' : 'the attribute');
  const named = attribute === '' ? noun : say`${noun} “${attribute}”`;
  return say`${wordOf(aggregates, aggregate)} of ${named}`;
}

function subject(kpi: PreviewKpi): Phrase {
  const { entity, type, currency, program } = kpi;
  if (entity === 'EVENT') return type === 'COUNT' ? say`“${eventOf(kpi)}” events` : say`the event “${eventOf(kpi)}”`;
  if (entity === 'ALTERNATE_CURRENCIES' && currency !== '') {
    const named = say`the alternate currency “${currency}”`;
    return program === '' ? named : say`${named} of program ${program}`;
  }
  return wordOf(subjects, entity);
}
