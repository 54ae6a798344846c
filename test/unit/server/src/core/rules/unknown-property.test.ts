import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, period, target } from '../../../../../support/definition-text';
import { diagnose, expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes, fixesOf } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const unknown = (key: string) => ({ [`«unknown-property:"${key}"»`]: '1' });

describe('unknown-property', () => {
  table({
    'reports a key of the group': group(unknown('foo')),
    'reports a key in other letters': group(unknown('Description')),
    'reports an empty key': group(unknown('')),
    'reports a blank key': group(unknown('  ')),
    'reports what objects of JavaScript have': group({
      ...unknown('__proto__'),
      ...unknown('constructor'),
      ...unknown('toString'),
      ...unknown('hasOwnProperty'),
    }),
    'reports a key of a period': group({ periods: list(period(unknown('targetEntity'))) }),
    'reports a key of a target': group({ targets: list(target(unknown('startDate'))) }),
    'reports a key of a filter': group({
      targets: list(target({ filters: list(object({ entityType: '"STORE"', entityIds: '[]', ...unknown('name') })) })),
    }),
    'reports a key of a default value': group({
      targets: list(target({ defaultValues: list(object({ defaultValue: '1', ...unknown('value') })) })),
    }),
    'reports keys of the smaller objects': group({
      aggregateWindow: object({ windowType: '"MIN"', ...unknown('a') }),
      activePeriod: object(unknown('b')),
      unifiedTargetExpression: object(unknown('c')),
    }),
    'reports a key whose value is an object, and does not look into it': group({
      '«unknown-property:"x"»': '{ "y": { "z": 1 } }',
    }),
    'looks into nothing that only answers carry': group({ '«server-field:"attribution"»': '{ "foo": 1 }' }),
    'looks into no milestone triggers and no audience': group({
      targets: list(
        target({ targetMilestoneTriggers: '[{ "foo": 1 }]', targetAudienceFilter: '[{ "foo": { "a": 1 } }]' }),
      ),
    }),
    'is silent about a key without a value': '{ "name": "Spring", «json-syntax:"foo"» }',
    'is silent about a key without quotes': '{ "name": "Spring", «json-syntax:foo»: 1 }',
    'is silent about a key that is half typed': '{ "name": "Spring", «json-syntax:"fo»\n}',
    'goes on while something else is half typed':
      '{ "name": "Spring", «unknown-property:"foo"»: 1, "active": «json-syntax:tr» }',
  });

  it('asks whether a near one is meant', () => {
    const say = (key: string) => expectDiagnostics(group(unknown(key)))[0]?.message;
    assert.equal(say('foo'), '"foo" is no field that the API is known to read here.');
    assert.equal(
      say('discription'),
      '"discription" is no field that the API is known to read here. Is "description" meant?',
    );
    assert.equal(
      say('Description'),
      '"Description" is no field that the API is known to read here. Is "description" meant?',
    );
    assert.equal(say('x'.repeat(99)), `"${'x'.repeat(39)}…" is no field that the API is known to read here.`);
  });

  it('asks it of a hundred in one object', () => {
    const keys = Array.from({ length: 150 }, (_, at) => `discription${at}`);
    const found = diagnose(group(Object.fromEntries(keys.map((key) => [key, '1'])))).filter(
      ({ code }) => code === 'unknown-property',
    );
    assert.equal(found.length, 150);
    assert.equal(
      found.filter(({ message }) => typeof message === 'string' && message.endsWith('Is "description" meant?')).length,
      100,
    );
  });

  it('renames to what is meant, or removes', () => {
    const text = group({ '«unknown-property:"discription"»': '"d"' });
    const [renamed, removed] = expectFixes(text, 'unknown-property', ['Change to "description"', 'Remove this member']);
    assert.equal(renamed, group({ description: '"d"' }));
    assert.equal(removed, group());
  });

  it('does not mean a key that is there already, nor one that only answers carry', () => {
    const taken = group({ description: '"d"', '«unknown-property:"discription"»': '"e"' });
    expectFixes(taken, 'unknown-property', ['Remove this member']);
    expectFixes(group({ '«unknown-property:"orgIds"»': '1' }), 'unknown-property', ['Remove this member']);
  });

  it('names the key that other letters, a swap, a missing or a doubled letter mean', () => {
    const meant: [key: string, field: string][] = [
      ['trackingtype', 'trackingType'],
      ['TrackingType', 'trackingType'],
      ['totalPeroids', 'totalPeriods'],
      ['preiods', 'periods'],
      ['target', 'targets'],
      ['leaderBoardEnabled', 'leaderboardEnabled'],
      ['recuringCycles', 'recurringCycles'],
      ['targetEvalutionType', 'targetEvaluationType'],
      ['streak', 'streaks'],
    ];
    for (const [key, field] of meant) {
      const titles = fixesOf(`{ "name": "Spring", "${key}": {} }`, 'unknown-property').map(({ title }) => title);
      assert.deepEqual(titles, [`Change to "${field}"`, 'Remove this member'], key);
    }
  });
});
