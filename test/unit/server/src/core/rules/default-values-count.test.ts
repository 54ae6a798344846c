import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, period, target, values, type Members } from '../../../../../support/definition-text';
import { diagnose, expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes, fixesOf } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const key = '«default-values-count:"defaultValues"»';
const spans = ['01', '02', '03', '04', '05'];
const periods = (count: number) =>
  list(
    ...spans
      .slice(0, count)
      .map((month, index) =>
        period({ refCode: `"C${index}"`, startDate: `"2027-${month}-01"`, endDate: `"2027-${month}-28"` }),
      ),
  );
const some = (count: number) => values(...Array.from({ length: count }, () => '7'));

/** A group with so many periods and values. */
const make = (
  totalPeriods: string | undefined,
  periodCount: number | undefined,
  defaultValues: Members,
  members: Members = {},
) =>
  group(
    {
      totalPeriods,
      periods: periodCount === undefined ? undefined : periods(periodCount),
      targets: list(target({ defaultValues: undefined, ...defaultValues })),
      ...members,
    },
    totalPeriods === undefined || totalPeriods === 'null' ? '«documented-required:{»' : '{',
  );

describe('default-values-count', () => {
  table({
    'is silent where the count is totalPeriods': make('2', undefined, { defaultValues: some(2) }),
    'reports one too few': make('3', undefined, { [key]: some(2) }),
    'reports one too many': make('1', undefined, { [key]: some(2) }),
    'reports an empty list': make('1', undefined, { [key]: '[]' }),
    'is silent about an empty list where none is expected': make('0', undefined, { defaultValues: '[]' }),
    'reports any where none is expected': make('0', undefined, { [key]: some(1) }),
    'counts entries of a wrong type': make('2', undefined, {
      defaultValues: list('«schema-type:5»', '{ "defaultValue": 1 }'),
    }),
    'compares with the periods where totalPeriods is absent': make(undefined, 2, { [key]: some(1) }),
    'compares with the periods where totalPeriods is null': make('null', 2, { [key]: some(1) }),
    'is silent where they are as many as the periods': make(undefined, 2, { defaultValues: some(2) }),
    'is silent where there is neither': make(undefined, undefined, { defaultValues: some(2) }),
    'is silent where totalPeriods is of a wrong type': make('«schema-type:"3"»', 2, { defaultValues: some(1) }),
    'is silent where totalPeriods is negative': make('«schema-minimum:-1»', 2, { defaultValues: some(1) }),
    'is silent where periods is of a wrong type': make(
      undefined,
      undefined,
      { defaultValues: some(1) },
      { periods: '«schema-type:5»' },
    ),
    'reads 2.0 as 2': make('2.0', undefined, { defaultValues: some(2) }),
    'is silent about a list of a wrong type': make('2', undefined, { defaultValues: '«schema-type:5»' }),
    'is silent while something is half typed':
      '{ "name": "Spring", "totalPeriods": 2, "active": «json-syntax:tr», "targets": [{ "defaultValues": [] }] }',
  });

  const levels: [string, string, number][] = [
    ['one too few', make('3', undefined, { [key]: some(2) }), 1],
    ['neither count matching', make('3', 1, { [key]: some(2) }).replace(': 3', ': «total-periods-count:3»'), 1],
    ['as many as the periods', make('3', 2, { [key]: some(2) }).replace(': 3', ': «total-periods-count:3»'), 3],
    ['the periods alone', make(undefined, 2, { [key]: some(1) }), 2],
    [
      'a member that is absent',
      make('2', undefined, {}).replace('{ "name": "Spend"', '«default-values-count:{» "name": "Spend"'),
      2,
    ],
    [
      'a member that is null',
      make('2', undefined, { defaultValues: 'null' }).replace(
        '{ "name": "Spend"',
        '«default-values-count:{» "name": "Spend"',
      ),
      2,
    ],
    [
      'a member that is absent, beside periods',
      make(undefined, 1, {}).replace('{ "name": "Spend"', '«default-values-count:{» "name": "Spend"'),
      2,
    ],
  ];
  for (const [what, text, severity] of levels) {
    it(`is of level ${severity} about ${what}`, () => {
      const finding = expectDiagnostics(text).find(({ code }) => code === 'default-values-count');
      assert.equal(finding?.severity, severity);
      assert.equal(finding.relatedInformation?.length, 1);
    });
  }

  it('is silent about an absent member where none is expected', () => {
    expectDiagnostics(make('0', undefined, {}));
    expectDiagnostics(make(undefined, 0, {}));
    expectDiagnostics(make(undefined, undefined, {}));
  });

  it('names both counts', () => {
    const message = (text: string) =>
      expectDiagnostics(text).find(({ code }) => code === 'default-values-count')?.message;
    const tail = 'each period takes the value at its own position.';
    assert.equal(
      message(make('3', undefined, { [key]: some(1) })),
      `defaultValues has 1 entry, but totalPeriods is 3; ${tail}`,
    );
    assert.equal(
      message(make(undefined, 1, { [key]: some(2) })),
      `defaultValues has 2 entries, but there is 1 period; ${tail}`,
    );
    assert.equal(
      message(make(undefined, 2, { [key]: some(1) })),
      `defaultValues has 1 entry, but there are 2 periods; ${tail}`,
    );
    assert.equal(
      diagnose(make('2', undefined, {})).find(({ code }) => code === 'default-values-count')?.message,
      `This target has no defaultValues, but totalPeriods is 2; ${tail}`,
    );
  });

  const fixed = (text: string, ...titles: string[]) => expectFixes(text, 'default-values-count', titles);

  it('pads with the last value that is a number, and repeats nothing else of its entry', () => {
    const pad = (defaultValues: string) =>
      fixed(make('4', undefined, { defaultValues }), 'Pad to 4 with the last value')[0];
    const padded = (defaultValues: string) => make('4', undefined, { defaultValues });
    assert.equal(pad(values('1', '2.50')), padded(values('1', '2.50', '2.50', '2.50')));
    assert.equal(pad(values('1', '"3"')), padded(values('1', '"3"', '"3"', '"3"')));
    assert.equal(
      pad(list('{ "id": 5, "defaultValue": 2 }')),
      padded(list('{ "id": 5, "defaultValue": 2 }', ...Array<string>(3).fill('{ "defaultValue": 2 }'))),
    );
    assert.equal(pad(values('1', '2', '"x"')), padded(values('1', '2', '"x"', '2')));
    assert.equal(
      pad(values('"x"')),
      padded(list('{ "defaultValue": "x" }', ...Array<string>(3).fill('{ "defaultValue": 1 }'))),
    );
    assert.equal(
      pad(values('9007199254740993')),
      padded(list(values('9007199254740993').slice(1, -1), ...Array<string>(3).fill('{ "defaultValue": 1 }'))),
    );
    const dense = '{"defaultValue":2}';
    assert.equal(pad(list(dense, dense)), padded(list(dense, dense, dense, dense)));
    assert.equal(pad(values('1.5')), padded(values('1.5', '1.5', '1.5', '1.5')));
  });

  it('fills an empty list, and one that is absent, with 1', () => {
    assert.equal(
      fixed(make('2', undefined, { defaultValues: '[]' }), 'Pad to 2 with the last value')[0],
      make('2', undefined, { defaultValues: values('1', '1') }),
    );
    assert.equal(
      fixed(make('2', undefined, {}), 'Insert 2 default values')[0],
      make('2', undefined, { defaultValues: values('1', '1') }),
    );
    assert.equal(
      fixed(make('1', undefined, { defaultValues: 'null' }), 'Insert 1 default value')[0],
      make('1', undefined, { defaultValues: values('1') }),
    );
  });

  it('drops the extra ones', () => {
    assert.equal(
      fixed(make('1', undefined, { defaultValues: values('1', '2', '3') }), 'Keep the first 1')[0],
      make('1', undefined, { defaultValues: values('1') }),
    );
    assert.equal(
      fixed(make('0', undefined, { defaultValues: values('1') }), 'Keep the first 0')[0],
      make('0', undefined, { defaultValues: '[]' }),
    );
  });

  it('sets totalPeriods where only that differs', () => {
    const text = make('3', 2, { defaultValues: some(2) });
    const [after] = fixed(text, 'Set totalPeriods to 2', 'Pad to 3 with the last value');
    assert.equal(after, make('2', 2, { defaultValues: some(2) }));
    fixed(make('1', 2, { defaultValues: some(2) }), 'Set totalPeriods to 2', 'Keep the first 1');
    assert.deepEqual(
      fixesOf(text, 'default-values-count').map(({ isPreferred }) => isPreferred),
      [true, false],
    );
  });

  it('sets totalPeriods to 0 where nothing is counted, streaks without levels included', () => {
    for (const streaks of [undefined, '[]', '[{ "name": "One" }]'])
      fixed(
        make('1', 0, { defaultValues: '[]' }, { streaks }),
        'Set totalPeriods to 0',
        'Pad to 1 with the last value',
      );
  });

  it('does not set totalPeriods where that would make another target wrong', () => {
    const two = (first: number, second: number) =>
      group({
        trackingType: '"UNIFIED"',
        combinationType: '"ALL"',
        totalPeriods: '1',
        periods: periods(2),
        targets: list(target({ defaultValues: some(first) }), target({ name: '"B"', defaultValues: some(second) })),
      });
    fixed(two(2, 1), 'Keep the first 1');
    fixed(two(2, 2), 'Set totalPeriods to 2', 'Keep the first 1');
    fixed(two(2, 3), 'Set totalPeriods to 2', 'Keep the first 1');
  });

  it('does not set totalPeriods where a streak level would lie above it', () => {
    const streaks = (level: number) =>
      make(
        '4',
        2,
        { defaultValues: some(2) },
        {
          trackingType: '"STREAKS"',
          streaks: list(object({ name: '"One"', targetCountOfSequence: String(level) })),
        },
      );
    fixed(streaks(2), 'Set totalPeriods to 2', 'Pad to 4 with the last value');
    fixed(streaks(3), 'Pad to 4 with the last value');
    fixed(streaks(5), 'Set totalPeriods to 2', 'Pad to 4 with the last value');
  });

  it('writes no more values than any group has cycles', () => {
    fixed(make('1000', undefined, { defaultValues: some(1) }), 'Pad to 1000 with the last value');
    fixed(make('1001', undefined, { defaultValues: some(1) }));
    fixed(make('1000', undefined, {}), 'Insert 1000 default values');
    fixed(make('1000000000', undefined, {}));
  });
});
