import type {
  PreviewCondition,
  PreviewFact,
  PreviewLevel,
  PreviewModel,
  PreviewPeriod,
  PreviewProblem,
  PreviewTarget,
} from '../../../server/src/protocol/requests';
import type { Range, SubmittedView } from '../../../server/src/protocol/preview-messages';

/** A place of its own for every part: the line says which part it is. */
export const lineRange = (line: number): Range => ({
  start: { line, character: 4 },
  end: { line, character: 20 },
});

/** Of a field that has no name of ours: it is called as it is. */
export const fact = (field: string, value: string, line: number): PreviewFact => ({
  field,
  values: [value],
  range: lineRange(line),
});

/** `name first..last days`; a period that is switched off says so at the end. */
export function period(index: number, text: string): PreviewPeriod {
  const [name = '', startDay = '', endDay = '', days = '', off] = text.split(' ');
  return {
    index,
    name,
    startDay,
    endDay,
    days: Number(days),
    active: off === undefined,
    range: lineRange(100 + index),
    startRange: lineRange(1100 + index),
    endRange: lineRange(2100 + index),
  };
}

/** `measure`: the target's entity and type, with a blank between them. */
export function target(index: number, name: string, measure: string, values: readonly string[]): PreviewTarget {
  const [entity = '', type = ''] = measure.split(' ');
  return {
    index,
    name,
    active: true,
    kpi: {
      ...{ entity, type, event: '', attribute: '', aggregate: '', currency: '', program: '' },
      range: lineRange(212 + index * 100),
    },
    facts: [fact('Event', 'spin', 210 + index * 100), fact('Enrolment', 'TRANSACTION', 211)],
    filters: [],
    conditions: [],
    values: values.map((text, position) => ({ text, range: lineRange(220 + index * 100 + position) })),
    valueCount: values.length,
    valuesRange: lineRange(219 + index * 100),
    range: lineRange(200 + index * 100),
  };
}

export const level = (name: string, cycles: string, line: number): PreviewLevel => ({
  name,
  cycles,
  inARow: true,
  range: lineRange(line),
});

/** A condition without a tree. */
export const condition = (text: string, line: number): PreviewCondition => ({
  text,
  rows: [],
  omitted: 0,
  range: lineRange(line),
});

export const problem = (level: PreviewProblem['level'], message: string, line: number): PreviewProblem => ({
  level,
  code: 'period-dates-order',
  message,
  range: lineRange(line),
});

export const nothingOmitted: PreviewModel['omitted'] = { periods: 0, spans: 0, levels: 0, targets: 0, problems: 0 };

/** A complete picture with one part of each kind, and what is given instead. */
export function previewModel(given: Partial<PreviewModel> = {}): PreviewModel {
  return {
    version: 3,
    state: 'complete',
    headline: {
      ...{ name: 'Diwali shopping 2027', kind: 'Single milestone', active: true, range: lineRange(1) },
      ...{ kindRange: lineRange(6), activeRange: lineRange(7) },
    },
    rhythm: { window: 'fixed', unit: 'CUSTOM', every: 1, rounds: 3, off: 0, range: lineRange(8) },
    traits: {
      ...{ isCap: false, isStreak: false, isAny: false, isRanked: false, isUserCreated: false },
      ...{ overall: '', overallAggregation: '' },
    },
    levels: [],
    facts: [fact('Window', 'Fixed calendar days', 2), fact('Till', '7998987987686876867', 3)],
    frames: [{ label: 'Group dates', startDay: '2027-10-01', endDay: '2027-10-31', range: lineRange(4) }],
    periods: [
      period(0, 'Cycle_1 2027-10-08 2027-10-08 1'),
      period(1, 'Cycle_2 2027-10-09 2027-10-11 3'),
      period(2, 'Cycle_3 2027-10-15 2027-10-20 6'),
    ],
    extent: { startDay: '2027-10-08', endDay: '2027-10-20' },
    spans: [{ kind: 'gap', startDay: '2027-10-12', endDay: '2027-10-14', days: 3, between: [1, 2] }],
    cycles: 3,
    targets: [target(0, 'Spend', 'TRANSACTION SALES', ['500', '1000', '1.50'])],
    problems: [problem('warning', 'Something is odd.', 5)],
    problemCounts: { error: 0, warning: 1, information: 0, hint: 0 },
    omitted: nothingOmitted,
    ...given,
  };
}

/** What became of it, with a part of each kind, and what is given instead. */
export function submittedView(given: Partial<SubmittedView> = {}): SubmittedView {
  return {
    environment: 'Spring test',
    kind: 'test',
    host: 'https://api.example',
    outcome: 'created',
    id: '16175',
    time: '2027-09-30T12:00:00.000Z',
    isSameText: true,
    periods: [
      { refCode: 'Cycle_1', id: '501', status: 'NOT_STARTED', startDate: '2027-10-08', endDate: '2027-10-08' },
      { refCode: 'Cycle_2', id: '502', status: 'NOT_STARTED', startDate: '2027-10-09', endDate: '2027-10-11' },
    ],
    changes: [
      { place: '/targets/0/expression', what: 'normalised', sent: 'true', stored: '"true"' },
      { place: '/targets/0/eventName', what: 'added', stored: '"TransactionAdd"' },
      { place: '/userCreated', what: 'missing', sent: 'true' },
    ],
    editable: ['The name and the description.', 'The values of periods that have not started.'],
    ...given,
  };
}
