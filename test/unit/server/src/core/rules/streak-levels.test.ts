import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, period, type Members } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'streak-levels';
const bad = (count: number | string) => `«${code}:${count}»`;
/** Levels with these counts, raw texts, named after their position. */
const levels = (...counts: (number | string)[]) =>
  list(...counts.map((count, index) => object({ name: `"L${index}"`, targetCountOfSequence: String(count) })));
const make = (streaks: string, members: Members = {}) =>
  group({ trackingType: '"STREAKS"', totalPeriods: '12', periods: '[]', targets: '[]', streaks, ...members });
const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const named = (...names: string[]) =>
  make(list(...names.map((name, index) => object({ name, targetCountOfSequence: String(index + 1) }))));

describe('streak-levels', () => {
  table({
    'is silent about ascending levels': make(levels(1, 2, 5)),
    'reports a lower one': make(levels(3, bad(2))),
    'reports an equal one': make(levels(2, bad(2))),
    'reports the first out of order alone': make(levels(3, bad(2), 1)),
    'goes on behind it': make(levels(3, bad(2), 4)),
    'is silent at ten levels': make(levels(...ten)),
    'reports eleven': group({
      trackingType: '"STREAKS"',
      totalPeriods: '12',
      periods: '[]',
      targets: '[]',
      [`«${code}:"streaks"»`]: levels(...ten, 11),
    }),
    'is silent at totalPeriods': make(levels(12)),
    'reports a level above it': make(levels(bad(13))),
    'reports the first above it alone': make(levels(12, bad(13), 14)),
    'is silent at the number of periods, where that is larger': make(levels(2), {
      totalPeriods: '«total-periods-count:1»',
      periods: list(period(), period({ refCode: '"C"', startDate: '"2027-04-01"', endDate: '"2027-04-30"' })),
    }),
    'reports a level above both': make(levels(bad(3)), {
      totalPeriods: '«total-periods-count:1»',
      periods: list(period(), period({ refCode: '"C"', startDate: '"2027-04-01"', endDate: '"2027-04-30"' })),
    }),
    'reports a level above 0': make(levels(bad(1)), { totalPeriods: '0', periods: 'null' }),
    'reports a name again': named('"Gold"', `«${code}:"Gold"»`),
    'ignores case': named('"Gold"', `«${code}:"GOLD"»`),
    'reports every repetition': named('"Gold"', `«${code}:"gold"»`, `«${code}:"GOLD"»`),
    'tells names apart': named('"Gold"', '"Gold "', '"Silver"'),
    'looks at NON_CONTINUOUS_STREAKS': make(levels(3, bad(2)), { trackingType: '"NON_CONTINUOUS_STREAKS"' }),
    'reads labels': make(levels(3, bad(2)), { trackingType: '«enum-label:"STREAK"»' }),
    'is silent about other groups': make(levels(3, 2, 99), { trackingType: '"DEFAULT"' }),
    'is silent where the kind is unknown': make(levels(3, 2), { trackingType: '«schema-enum:"RUNS"»' }),
    'skips a level of a wrong type': make(levels(3, '«schema-type:"1"»', bad(2))),
    'skips a level below 1': make(levels(3, '«schema-minimum:0»', 4)),
    'skips a level of null': make(levels(3, 'null', 4)),
    'skips an entry that is none': make(
      list(
        object({ name: '"A"', targetCountOfSequence: '3' }),
        '«schema-type:5»',
        object({ name: '"B"', targetCountOfSequence: bad(2) }),
      ),
    ),
    'is silent about names of a wrong type': named('«schema-type:5»', '«schema-type:5»'),
    'is silent above a totalPeriods of a wrong type': make(levels(99), { totalPeriods: '«schema-type:"12"»' }),
    'is silent above periods of a wrong type': make(levels(99), { periods: '«schema-type:5»' }),
    'is silent where streaks is of a wrong type': make('«schema-type:5»'),
    'counts nothing while something is half typed': `{ "name": "Spring", "trackingType": "STREAKS", "totalPeriods": 2, "active": «json-syntax:tr», "periods": [], "streaks": ${levels(...ten, 11)} }`,
    'compares with totalPeriods while something is half typed, where there are no periods': `{ "name": "Spring", "trackingType": "STREAKS", "totalPeriods": 2, "active": «json-syntax:tr», "streaks": ${levels(bad(3))} }`,
    'goes on about order and names while something is half typed': `{ "name": "Spring", "trackingType": "STREAKS", "active": «json-syntax:tr», "streaks": [{ "name": "A", "targetCountOfSequence": 3 }, { "name": «${code}:"a"», "targetCountOfSequence": ${bad(2)} }] }`,
  });

  it('is silent where neither count is known', () => {
    expectDiagnostics(
      group(
        { trackingType: '"STREAKS"', totalPeriods: undefined, periods: undefined, targets: '[]', streaks: levels(99) },
        '«documented-required:{»',
      ),
    );
  });

  it('says what is wrong', () => {
    const message = (text: string) => expectDiagnostics(text)[0]?.message;
    assert.equal(
      message(make(levels(3, bad(2)))),
      'targetCountOfSequence is 2 behind 3; each level is expected to be higher than the one before.',
    );
    assert.equal(message(make(levels(bad(13)))), 'targetCountOfSequence is 13, but there are only 12 cycles.');
    assert.equal(
      message(named('"Gold"', `«${code}:"gold"»`)),
      'name is "gold", as that of another level; each level of a group needs a name of its own.',
    );
    const many = make(levels(...ten, 11)).replace('"streaks"', `«${code}:"streaks"»`);
    assert.equal(message(many), 'streaks has 11 levels; at most 10 are documented.');
    assert.equal(expectDiagnostics(make(levels(3, bad(2))))[0]?.severity, 2);
    assert.equal(expectDiagnostics(make(levels(3, bad(2))))[0]?.relatedInformation?.length, 1);
  });

  it('sorts the levels, each with its name', () => {
    const level = (name: string, count: number) => object({ name: `"${name}"`, targetCountOfSequence: String(count) });
    const text = make(list(level('Gold', 9), level('Bronze', 1), level('Silver', 4)));
    assert.deepEqual(expectFixes(text, code, ['Sort the levels']), [
      make(list(level('Bronze', 1), level('Silver', 4), level('Gold', 9))),
    ]);
    const swapped = make(list(level('Silver', 4), level('Bronze', 1), level('Gold', 9)));
    assert.deepEqual(expectFixes(swapped, code, ['Sort the levels']), [
      make(list(level('Bronze', 1), level('Silver', 4), level('Gold', 9))),
    ]);
  });

  it('sorts nothing where that is no repair', () => {
    expectFixes(make(levels(2, 2)), code, []);
    expectFixes(make(levels(3, 1, 1)), code, []);
    expectFixes(make(levels(3, 'null', 2)), code, []);
    expectFixes(make(levels(13)), code, []);
    expectFixes(named('"Gold"', '"gold"'), code, []);
  });
});
