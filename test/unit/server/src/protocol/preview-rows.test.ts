import assert from 'node:assert/strict';
import { toRows } from '../../../../../server/src/protocol/preview-rows';
import type { PreviewModel } from '../../../../../server/src/protocol/requests';
import { period, previewModel, target } from '../../../../support/preview/models';

/** One line per row: the period or "-", what the cells hold, the notes. */
function rows(given: Partial<PreviewModel>): string[] {
  return toRows(previewModel(given)).map(({ period: of, cells, notes, isExtra }) =>
    [
      of?.name ?? '-',
      ...cells.map((cell) => (cell.kind === 'value' ? cell.value.text : cell.kind)),
      ...notes.map((note) => ('days' in note ? `${note.kind} ${note.days} ${note.other}` : note.kind)),
      ...(isExtra ? ['extra'] : []),
    ].join(' '),
  );
}

const periods = [period(0, 'a 2027-01-01 2027-01-02 2'), period(1, 'b 2027-01-05 2027-01-06 2')];
const [a, b] = periods;
assert.ok(a && b);

describe('the rows of the values', () => {
  const of = (...values: string[]) => target(0, 't', '', values);
  const cases: { readonly name: string; readonly given: Partial<PreviewModel>; readonly expected: string[] }[] = [
    { name: 'one value per period', given: { targets: [of('1', '2')] }, expected: ['a 1', 'b 2'] },
    { name: 'too few', given: { targets: [of('1')] }, expected: ['a 1', 'b missing'] },
    { name: 'too many', given: { targets: [of('1', '2', '3')] }, expected: ['a 1', 'b 2', '- 3 extra'] },
    { name: 'none', given: { targets: [of()] }, expected: ['a missing', 'b missing'] },
    { name: 'no targets', given: { targets: [] }, expected: ['a', 'b'] },
    {
      name: 'targets of different length',
      given: { targets: [of('1', '2', '3'), of('4')] },
      expected: ['a 1 4', 'b 2 missing', '- 3 none extra'],
    },
    {
      name: 'no periods: as many cycles as the file says',
      given: { periods: [], cycles: 2, targets: [of('1')] },
      expected: ['- 1', '- missing'],
    },
    {
      name: 'cycles that follow no calendar are cycles without periods',
      given: {
        periods: [],
        cycles: 0,
        rhythm: { window: 'cyclic', unit: '', every: 1, rounds: 2, off: 0 },
        targets: [of('1', '2', '3')],
      },
      expected: ['- 1', '- 2', '- 3 extra'],
    },
    { name: 'nothing at all', given: { periods: [], cycles: 0, targets: [] }, expected: [] },
    {
      name: 'values beyond what the model lists are not called missing',
      given: { targets: [{ ...of('1'), valueCount: 2 }] },
      expected: ['a 1', 'b unlisted'],
    },
    {
      name: 'behind omitted periods there is no row',
      given: {
        targets: [of('1', '2', '3')],
        cycles: 3,
        omitted: { periods: 1, spans: 0, levels: 0, targets: 0, problems: 0 },
      },
      expected: ['a 1', 'b 2'],
    },
    {
      name: 'gaps and overlaps are told on the period that starts later',
      given: {
        targets: [],
        spans: [
          { kind: 'gap', startDay: '2027-01-03', endDay: '2027-01-04', days: 2, between: [0, 1] },
          { kind: 'overlap', startDay: '2027-01-01', endDay: '2027-01-01', days: 1, between: [1, 0] },
        ],
      },
      expected: ['a overlapWith 1 1', 'b gapAfter 2 0'],
    },
    {
      name: 'a period that ends before it starts, and one that is off',
      given: {
        targets: [],
        periods: [
          { index: 0, name: 'a', startDay: '2027-01-02', endDay: '2027-01-01', active: true, range: a.range },
          { ...b, active: false },
        ],
      },
      expected: ['a backwards', 'b switchedOff'],
    },
  ];
  for (const { name, given, expected } of cases) {
    it(name, () => {
      assert.deepEqual(rows({ periods, cycles: 2, spans: [], ...given }), expected);
    });
  }
});
