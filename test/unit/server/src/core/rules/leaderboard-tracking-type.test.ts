import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { table } from '../../../../../support/table';

const on = '«leaderboard-tracking-type:true»';
const streaks = list(object({ name: '"One"', targetCountOfSequence: '1' }));
const make = (trackingType: string | undefined, leaderboardEnabled: string | undefined, brace = '{') =>
  group({ trackingType, leaderboardEnabled, combinationType: '"ALL"', streaks, targets: '[]' }, brace);

describe('leaderboard-tracking-type', () => {
  table({
    'reports UNIFIED': make('"UNIFIED"', on),
    'reports STREAKS': make('"STREAKS"', on),
    'reports NON_CONTINUOUS_STREAKS': make('"NON_CONTINUOUS_STREAKS"', on),
    'reports CAPPING': make('"CAPPING"', on),
    'reads labels': make('«enum-label:"STREAK"»', on),
    'is silent about DEFAULT': make('"DEFAULT"', 'true'),
    'is silent about a label of DEFAULT': make('«enum-label:"Default"»', 'true'),
    'is silent where the leaderboard is off': make('"UNIFIED"', 'false'),
    'is silent where the leaderboard is absent': make('"UNIFIED"', undefined),
    'is silent where the leaderboard is null': make('"UNIFIED"', 'null'),
    'is silent where the leaderboard is of a wrong type': make('"UNIFIED"', '«schema-type:1»'),
    'is silent where the type is absent': make(undefined, 'true', '«documented-required:{»'),
    'is silent where the type is null': make('null', 'true', '«documented-required:{»'),
    'is silent where the type is unknown': make('«schema-enum:"SINGLE"»', 'true'),
    'is silent while the type is half typed':
      '{ "name": "Spring", "leaderboardEnabled": true, "trackingType": «json-syntax:UNI» }',
    'goes on while something else is half typed': `{ "name": "Spring", "leaderboardEnabled": ${on}, "trackingType": "UNIFIED", "active": «json-syntax:tr» }`,
  });

  it('is a warning that points at the type', () => {
    const [finding] = expectDiagnostics(make('"UNIFIED"', on));
    assert.equal(finding?.severity, 2);
    assert.equal(
      finding.message,
      'leaderboardEnabled is true, but trackingType is UNIFIED; only DEFAULT has leaderboards.',
    );
    assert.equal(finding.relatedInformation?.length, 1);
  });
});
