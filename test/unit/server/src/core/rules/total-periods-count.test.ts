import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, period, target, values, type Members } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const march = period();
const april = period({ refCode: '"Cycle_2"', startDate: '"2027-04-01"', endDate: '"2027-04-30"' });
const make = (totalPeriods: string | undefined, periods: string, members: Members = {}) =>
  group(
    { totalPeriods, periods, targets: '[]', ...members },
    totalPeriods === undefined || totalPeriods === 'null' ? '«documented-required:{»' : '{',
  );

describe('total-periods-count', () => {
  table({
    'is silent where they are equal': make('2', list(march, april)),
    'reports one too many': make('«total-periods-count:3»', list(march, april)),
    'reports one too few': make('«total-periods-count:1»', list(march, april)),
    'reports 0 beside periods': make('«total-periods-count:0»', list(march)),
    'is silent where there are no periods': make('2', '[]'),
    'is silent where periods is absent': make('2', 'null'),
    'is silent where totalPeriods is absent': make(undefined, list(march)),
    'is silent where totalPeriods is null': make('null', list(march)),
    'is silent where totalPeriods is of a wrong type': make('«schema-type:"2"»', list(march)),
    'is silent where totalPeriods is negative': make('«schema-minimum:-1»', list(march)),
    'is silent where periods is of a wrong type': make('2', '«schema-type:{}»'),
    'is silent while something is half typed':
      '{ "name": "Spring", "totalPeriods": 2, "active": «json-syntax:tr», "periods": [{ }] }',
  });

  it('names both counts, and points at the periods', () => {
    const [finding] = expectDiagnostics(make('«total-periods-count:2»', list(march)));
    assert.equal(finding?.message, 'totalPeriods is 2, but there is 1 period.');
    assert.equal(finding.severity, 2);
    assert.equal(finding.relatedInformation?.length, 1);
    const [other] = expectDiagnostics(make('«total-periods-count:3»', list(march, april)));
    assert.equal(other?.message, 'totalPeriods is 3, but there are 2 periods.');
  });

  const fixed = (text: string, ...titles: string[]) => expectFixes(text, 'total-periods-count', titles);

  it('sets totalPeriods', () => {
    assert.equal(fixed(make('1', list(march, april)), 'Set totalPeriods to 2')[0], make('2', list(march, april)));
  });

  it('does not set totalPeriods where that would make a target or a streak level wrong', () => {
    const valued = (count: number) =>
      make('1', list(march, april), {
        targets: list(target({ defaultValues: values(...Array<string>(count).fill('1')) })),
      });
    fixed(valued(1));
    fixed(valued(2), 'Set totalPeriods to 2');
    fixed(
      make('2', list(march), { targets: list(target({ defaultValues: undefined })) }),
      'Set totalPeriods to 1',
      'Add the missing period',
    );
    fixed(make('0', list(march), { targets: list(target({ defaultValues: undefined })) }));
    const streaks = list(object({ name: '"One"', targetCountOfSequence: '2' }));
    fixed(make('2', list(march), { trackingType: '"STREAKS"', streaks }), 'Add the missing period');
  });

  const generate = (text: string) => {
    const after = expectFixes(text, 'total-periods-count', ['Set totalPeriods to 1', 'Add the 2 missing periods'])[1];
    assert.ok(after);
    const { periods } = JSON.parse(after) as { periods: Record<string, unknown>[] };
    return periods.slice(1).map((added) => JSON.stringify(added));
  };

  it('adds periods of the same number of days', () => {
    assert.deepEqual(generate(make('3', list(march))), [
      '{"refCode":"Cycle_2","startDate":"2027-04-01","endDate":"2027-05-01"}',
      '{"refCode":"Cycle_3","startDate":"2027-05-02","endDate":"2027-06-01"}',
    ]);
  });

  it('adds periods of one cycle each', () => {
    assert.deepEqual(generate(make('3', list(march), { frequencyType: '"MONTHLY"', frequency: '1' })), [
      '{"refCode":"Cycle_2","startDate":"2027-04-01","endDate":"2027-04-30"}',
      '{"refCode":"Cycle_3","startDate":"2027-05-01","endDate":"2027-05-31"}',
    ]);
  });

  it('keeps order, times, zones and kinds of the last, and takes over no more than it should', () => {
    const last = object({
      id: '7',
      active: 'true',
      description: '"first"',
      endDate: '"2027-03-07T23:59:59.999Z"',
      periodStatus: '"RUNNING"',
      refCode: '41',
      startDate: '"2027-03-01T00:00+00:00"',
    });
    assert.deepEqual(generate(make('3', list(last), { frequencyType: '"WEEKLY"' })), [
      '{"active":true,"endDate":"2027-03-14T23:59:59.999Z","refCode":42,"startDate":"2027-03-08T00:00+00:00"}',
      '{"active":true,"endDate":"2027-03-21T23:59:59.999Z","refCode":43,"startDate":"2027-03-15T00:00+00:00"}',
    ]);
  });

  it('gives a reference code where the last has none', () => {
    assert.deepEqual(generate(make('3', list(period({ refCode: undefined })))), [
      '{"startDate":"2027-04-01","endDate":"2027-05-01","refCode":"Cycle_2"}',
      '{"startDate":"2027-05-02","endDate":"2027-06-01","refCode":"Cycle_3"}',
    ]);
  });

  it('begins behind the latest, wherever it stands, and repeats no code', () => {
    const text = make('3', list(april, march));
    const after = expectFixes(text, 'total-periods-count', ['Set totalPeriods to 2', 'Add the missing period'])[1];
    assert.ok(
      after?.includes(object({ refCode: '"Cycle_3"', startDate: '"2027-05-01"', endDate: '"2027-05-30"' })),
      after,
    );
  });

  it('gives each target a value for each new period', () => {
    const text = make('2', list(march), {
      trackingType: '"UNIFIED"',
      combinationType: '"ALL"',
      targets: list(target({ defaultValues: values('5') }), target({ name: '"B"', defaultValues: values('6') })),
    });
    const after = expectFixes(text, 'total-periods-count', ['Set totalPeriods to 1', 'Add the missing period'])[1];
    assert.ok(after);
    assert.ok(after.includes(values('5', '5')) && after.includes(values('6', '6')), after);
    expectDiagnostics(after);
  });

  it('is as long as the one that ends last, the first of them where several do', () => {
    const short = period({ refCode: '"Cycle_2"', startDate: '"2027-03-25"' });
    const lengthOf = (...periods: string[]) => {
      const text = make('3', list(...periods));
      const after = expectFixes(text, 'total-periods-count', ['Set totalPeriods to 2', 'Add the missing period'])[1];
      return /"Cycle_3".*?"endDate": "([0-9-]+)"/.exec(after ?? '')?.[1];
    };
    assert.equal(lengthOf(march, short), '2027-05-01');
    assert.equal(lengthOf(short.replace('Cycle_2', 'Cycle_1'), march.replace('Cycle_1', 'Cycle_2')), '2027-04-07');
  });

  it('takes over no active that is no boolean', () => {
    assert.deepEqual(generate(make('3', list(period({ active: 'null' })))), [
      '{"refCode":"Cycle_2","startDate":"2027-04-01","endDate":"2027-05-01"}',
      '{"refCode":"Cycle_3","startDate":"2027-05-02","endDate":"2027-06-01"}',
    ]);
  });

  it('takes over no key that every object has', () => {
    assert.deepEqual(generate(make('3', list(period().replace('{', '{ "constructor": 1, "toString": 2,')))), [
      '{"refCode":"Cycle_2","startDate":"2027-04-01","endDate":"2027-05-01"}',
      '{"refCode":"Cycle_3","startDate":"2027-05-02","endDate":"2027-06-01"}',
    ]);
  });

  it('leaves a target that has its values already as it is', () => {
    const text = make('«total-periods-count:2»', list(march), {
      trackingType: '"UNIFIED"',
      combinationType: '"ALL"',
      targets: list(
        target({ defaultValues: values('5', '5') }),
        target({ name: '"B"', '«default-values-count:"defaultValues"»': values('6') }),
        target({ name: '"C"', defaultValues: undefined }, '«default-values-count:{»'),
      ),
    });
    const after = fixed(text, 'Add the missing period').at(-1) ?? '';
    assert.ok(after.includes(values('5', '5')) && after.includes(values('6', '6')), after);
    assert.ok(after.includes(target({ name: '"C"', defaultValues: undefined })), after);
  });

  it('adds none where the days are not known, none outside the group, and no more than 100', () => {
    const only = 'Set totalPeriods to 1';
    fixed(make('2', list(period({ endDate: '"2027-03-32"' }))), only);
    fixed(make('2', list(period({ endDate: '"2027-02-01"' }))), only);
    fixed(make('2', list('null')), only);
    fixed(make('3', list(march, period({ refCode: '"Cycle_2"', endDate: 'null' }))), 'Set totalPeriods to 2');
    fixed(make('3', list(march), { toDate: '"2027-05-31"' }), only);
    fixed(make('2', list(march), { toDate: '"2027-05-01"' }), only, 'Add the missing period');
    fixed(make('2', list(march), { targetCycleEndDate: '"2027-04-30"' }), only);
    fixed(make('2', list(march), { targetCycleEndDateISO: '"2027-04-30T00:00Z"' }), only);
    fixed(make('2', list(period({ endDate: '"9999-12-31"' }))), only);
    fixed(make('100', list(period({ endDate: '"2027-03-01"' }))), only, 'Add the 99 missing periods');
    fixed(make('101', list(period({ endDate: '"2027-03-01"' }))), only);
    fixed(make('1000000000', list(march)), only);
  });
});
