import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, period, target, values } from '../../../../../support/definition-text';
import { made, refusal } from '../../../../../support/generate';

const two = list(period(), period({ refCode: '"Cycle_2"', startDate: '"2027-04-01"', endDate: '"2027-04-30"' }));
const of = (defaultValues: string | undefined, totalPeriods: string | undefined = '2'): string =>
  group({ totalPeriods, periods: two, targets: list(target({ defaultValues })) });

describe('default values filled', () => {
  const cases: readonly [before: string | undefined, value: string | undefined, after: string][] = [
    [values('5'), undefined, values('5', '5')],
    [values('"1.00"'), undefined, values('"1.00"', '"1.00"')],
    [values('1', '2', '3'), undefined, values('1', '2')],
    ['[]', undefined, values('1', '1')],
    [undefined, undefined, values('1', '1')],
    ['null', undefined, values('1', '1')],
    [values('5'), '7', values('7', '7')],
    [values('"5"', '6', '8'), '7.5', values('"7.5"', '7.5')],
    [undefined, '7', values('7', '7')],
    ['[{}]', '7', list('{ "defaultValue": 7 }', '{ "defaultValue": 7 }')],
  ];
  for (const [before, value, after] of cases) {
    it(`${before ?? 'none'}, with ${value ?? 'the last'}`, () => {
      const text = made(of(before), { kind: 'defaultValues', ...(value === undefined ? {} : { value }) });
      assert.deepEqual(JSON.parse(text), JSON.parse(of(after)), text);
    });
  }

  it('in every target, and totalPeriods says how many', () => {
    const text = group({
      trackingType: '"UNIFIED"',
      combinationType: '"ALL"',
      totalPeriods: '1',
      periods: two,
      targets: list(target(), target({ name: '"Other"', defaultValues: values('1', '2', '3') })),
    });
    const after = made(text, { kind: 'defaultValues' });
    assert.ok(after.includes('"totalPeriods": 2'));
    assert.deepEqual(after.match(/"defaultValue": \d+/g), [
      ...['"defaultValue": 1000', '"defaultValue": 1000'],
      ...['"defaultValue": 1', '"defaultValue": 2'],
    ]);
  });

  it('by totalPeriods where there are no periods', () => {
    const text = group({ totalPeriods: '2', periods: undefined });
    assert.ok(made(text, { kind: 'defaultValues' }).includes(values('1000', '1000')));
  });

  it('are refused, with the reason', () => {
    const fill = { kind: 'defaultValues' } as const;
    assert.match(refusal(group({ targets: '[]' }), fill), /^There is no target/);
    assert.match(refusal(group({ totalPeriods: undefined, periods: undefined }), fill), /^How many cycles there are/);
    assert.match(refusal(group({ totalPeriods: '100000000', periods: undefined }), fill), /^How many cycles there are/);
    assert.match(refusal(group(), fill), /^There is nothing to be changed/);
    assert.match(refusal(group(), { ...fill, value: 'many' }), /^It would bring a new problem/);
  });
});
