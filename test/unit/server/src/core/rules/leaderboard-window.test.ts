import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const make = (leaderboardEnabled: string | undefined, targetEvaluationType: string | undefined, brace = '{') =>
  group({ leaderboardEnabled, targetEvaluationType, targets: '[]' }, brace);

describe('leaderboard-window', () => {
  table({
    'reports a cyclic window': make('true', '«leaderboard-window:"CYCLIC_WINDOW"»'),
    'reports a period-agnostic window': make('true', '«leaderboard-window:"PERIOD_AGNOSTIC_WINDOW"»'),
    'is silent about the fixed window': make('true', '"FIXED_CALENDAR_WINDOW"'),
    'reads the misspelt fixed window as the fixed one': make('true', '«enum-label:"FIXED_CALENDER_WINDOW"»'),
    'reads labels': make('true', '«enum-label:«leaderboard-window:"Cyclic window"»»'),
    'is silent where the window is absent': make('true', undefined, '«documented-required:{»'),
    'is silent where the window is null': make('true', 'null', '«documented-required:{»'),
    'is silent where the window is unknown': make('true', '«schema-enum:"CYCLES"»'),
    'is silent where the window is of a wrong type': make('true', '«schema-type:1»'),
    'is silent where the leaderboard is off': make('false', '"CYCLIC_WINDOW"'),
    'is silent where the leaderboard is absent': make(undefined, '"CYCLIC_WINDOW"'),
    'is silent where the leaderboard is null': make('null', '"CYCLIC_WINDOW"'),
    'is silent where the leaderboard is of a wrong type': make('«schema-type:"true"»', '"CYCLIC_WINDOW"'),
    'is silent while the leaderboard is half typed':
      '{ "name": "Spring", "targetEvaluationType": "CYCLIC_WINDOW", "leaderboardEnabled": «json-syntax:tru» }',
    'goes on while something else is half typed':
      '{ "name": "Spring", "targetEvaluationType": «leaderboard-window:"CYCLIC_WINDOW"», "leaderboardEnabled": true, "active": «json-syntax:tr» }',
  });

  it('is an error that points at the leaderboard', () => {
    const [finding] = expectDiagnostics(make('true', '«leaderboard-window:"CYCLIC_WINDOW"»'));
    assert.equal(finding?.severity, 1);
    assert.equal(finding.relatedInformation?.length, 1);
    assert.equal(
      finding.message,
      'targetEvaluationType is CYCLIC_WINDOW; with leaderboardEnabled the API accepts FIXED_CALENDAR_WINDOW alone.',
    );
  });

  it('sets the window, or turns the leaderboard off', () => {
    assert.deepEqual(
      expectFixes(make('true', '"CYCLIC_WINDOW"'), 'leaderboard-window', [
        'Set targetEvaluationType to FIXED_CALENDAR_WINDOW',
        'Turn the leaderboard off',
      ]),
      [make('true', '"FIXED_CALENDAR_WINDOW"'), make('false', '"CYCLIC_WINDOW"')],
    );
  });
});
