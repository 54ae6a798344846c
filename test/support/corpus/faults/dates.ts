import { cycleEndOf, dayOf, dayText } from '../calendar';
import { get, objectsOf, remove, set, text, type Obj } from '../tree';
import type { Wishes } from '../wishes';
import { existing, fault, onValue, periodOf, type Fault } from './fault';

const threePeriods: Wishes = { periods: 3, frequencyType: 'CUSTOM' };

/** The day that a date of a period is written as. */
const written = (period: Obj, name: 'startDate' | 'endDate') =>
  dayOf(JSON.parse(get(period, name, 'leaf').raw) as string);

/** The period of the latest end, or of the earliest start: they share no day. */
function outermost(root: Obj, name: 'startDate' | 'endDate'): Obj {
  const sign = name === 'startDate' ? 1 : -1;
  const inOrder = objectsOf(root, 'periods').sort((a, b) => sign * (written(a, name) - written(b, name)));
  return existing(inOrder[0]);
}

function removeAll(root: Obj, names: string): void {
  for (const name of names.split(' ')) remove(root, name);
}

const group: readonly Fault[] = [
  fault('date-format', 'error', 'no day of the calendar', { periods: 2 }, (root) =>
    onValue(set(periodOf(root, 1), 'startDate', text('2027-02-30'))),
  ),
  fault('date-format', 'error', 'another form', {}, (root) =>
    onValue(set(root, 'targetCycleEndDateISO', text('31.12.2027'))),
  ),
  fault('group-dates-order', 'warning', 'its life ends before it begins', {}, (root) => {
    set(root, 'fromDate', text('2027-06-02'));
    return onValue(set(root, 'toDate', text('2027-06-01T23:59:59Z')));
  }),
  fault('group-dates-order', 'warning', 'the cycles end before they begin', { periods: 0 }, (root) => {
    set(root, 'targetCycleStartDateISO', text('2027-06-02T12:00+05:30'));
    return onValue(set(root, 'targetCycleEndDateISO', text('2027-06-01')));
  }),
  fault('period-outside-group', 'warning', 'a day too long', threePeriods, (root) => {
    const last = outermost(root, 'endDate');
    remove(root, 'fromDate');
    set(root, 'toDate', text(dayText(written(last, 'endDate') - 1)));
    return onValue(get(last, 'endDate', 'leaf'));
  }),
  fault('period-outside-cycle', 'warning', 'a day too early', threePeriods, (root) => {
    const first = outermost(root, 'startDate');
    removeAll(root, 'targetCycleStartDate targetCycleEndDate targetCycleEndDateISO');
    set(root, 'targetCycleStartDateISO', text(dayText(written(first, 'startDate') + 1)));
    return onValue(get(first, 'startDate', 'leaf'));
  }),
  fault('time-zone', 'information', 'misspelt', {}, (root) =>
    onValue(set(root, 'timeZoneName', text('Asia/Kolkatta'))),
  ),
];

const periods: readonly Fault[] = [
  fault('period-dates-order', 'error', 'a day before it begins', { periods: 2 }, (root) => {
    const period = periodOf(root, 1);
    return onValue(set(period, 'endDate', text(dayText(written(period, 'startDate') - 1))));
  }),
  fault('periods-overlap', 'warning', 'the last on the first day of the first', threePeriods, (root) => {
    const day = text(dayText(written(periodOf(root), 'startDate')));
    set(periodOf(root, 2), 'endDate', { ...day });
    return onValue(set(periodOf(root, 2), 'startDate', day));
  }),
  fault('ref-code-duplicate', 'warning', 'a text for a number', { periods: 3 }, (root) => {
    const first = JSON.parse(get(periodOf(root), 'refCode', 'leaf').raw) as string | number;
    return onValue(set(periodOf(root, 2), 'refCode', text(String(first))));
  }),
  fault(
    'period-length',
    'information',
    'a day less than a month',
    { trackingType: 'DEFAULT', periods: 2, frequencyType: 'MONTHLY' },
    (root) => {
      const period = periodOf(root, 1);
      const frequency = Number(get(root, 'frequency', 'leaf').raw);
      const end = cycleEndOf(written(period, 'startDate'), 'MONTHLY', frequency) - 1;
      return onValue(set(period, 'endDate', text(dayText(end))));
    },
  ),
  fault('period-status', 'hint', 'UPCOMING', { periods: 1 }, (root) =>
    onValue(set(periodOf(root), 'periodStatus', text('UPCOMING'))),
  ),
  fault('date-offset', 'hint', 'the day before in UTC', { periods: 2 }, (root) => {
    const day = dayText(written(periodOf(root), 'startDate'));
    return onValue(set(periodOf(root), 'startDate', text(`${day}T00:00:00.000+05:30`)));
  }),
];

export const dateFaults: readonly Fault[] = [...group, ...periods];
