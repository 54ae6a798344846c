import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, period, type Members } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'streaks-missing';
const brace = `«${code}:{»`;
const make = (trackingType: string | undefined, streaks: string | undefined, open = '{', members: Members = {}) =>
  group({ trackingType, streaks, combinationType: '"ALL"', targets: '[]', ...members }, open);
const one = list(object({ name: '"One"', targetCountOfSequence: '1' }));

describe('streaks-missing', () => {
  table({
    'reports STREAKS without levels': make('"STREAKS"', undefined, brace),
    'reports NON_CONTINUOUS_STREAKS without levels': make('"NON_CONTINUOUS_STREAKS"', undefined, brace),
    'reports null': make('"STREAKS"', 'null', brace),
    'reports an empty list': group({ trackingType: '"STREAKS"', [`«${code}:"streaks"»`]: '[]', targets: '[]' }),
    'is silent about a level': make('"STREAKS"', one),
    'reads labels': make('«enum-label:"STREAK"»', undefined, brace),
    'is silent about DEFAULT': make('"DEFAULT"', undefined),
    'is silent about UNIFIED': make('"UNIFIED"', '[]'),
    'is silent where the kind is unknown': make('«schema-enum:"RUNS"»', undefined),
    'leaves a wrong type to schema-type': make('"STREAKS"', '«schema-type:5»'),
    'is silent while something is half typed':
      '{ "name": "Spring", "trackingType": "STREAKS", "active": «json-syntax:tr» }',
  });

  it('is a warning that points at the kind', () => {
    const [finding] = expectDiagnostics(make('"NON_CONTINUOUS_STREAKS"', undefined, brace));
    assert.equal(finding?.severity, 2);
    assert.equal(finding.message, '"streaks" is missing; NON_CONTINUOUS_STREAKS is expected to have a level at least.');
    assert.equal(finding.relatedInformation?.length, 1);
    const [empty] = expectDiagnostics(
      group({ trackingType: '"STREAKS"', [`«${code}:"streaks"»`]: '[]', targets: '[]' }),
    );
    assert.equal(empty?.message, 'streaks is empty; STREAKS is expected to have a level at least.');
  });

  it('inserts a first level, where there is a cycle for it', () => {
    const level = '[{ "name": "Level 1", "targetCountOfSequence": 1 }]';
    const fixed = (streaks: string | undefined, members: Members = {}) =>
      expectFixes(make('"STREAKS"', streaks, '{', members), code, ['Insert a first level'])[0];
    assert.equal(fixed('null'), make('"STREAKS"', level));
    assert.equal(fixed('[]'), make('"STREAKS"', level));
    assert.ok(fixed(undefined)?.includes(`"streaks": ${level}`));
    fixed('null', { totalPeriods: '0', periods: list(period()) });
    fixed('null', { totalPeriods: 'null', periods: 'null' });
    expectFixes(make('"STREAKS"', 'null', '{', { totalPeriods: '0', periods: '[]' }), code, []);
    expectFixes(make('"STREAKS"', 'null', '{', { totalPeriods: '0', periods: 'null' }), code, []);
  });
});
