import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const cyclic = '«fixed-window-required:"CYCLIC_WINDOW"»';
const streaks = list(object({ name: '"One"', targetCountOfSequence: '1' }));
const make = (trackingType: string | undefined, targetEvaluationType: string | undefined, brace = '{') =>
  group({ trackingType, targetEvaluationType, combinationType: '"ALL"', streaks, targets: '[]' }, brace);

describe('fixed-window-required', () => {
  table({
    'reports UNIFIED': make('"UNIFIED"', cyclic),
    'reports STREAKS': make('"STREAKS"', cyclic),
    'reports NON_CONTINUOUS_STREAKS': make('"NON_CONTINUOUS_STREAKS"', cyclic),
    'reports the period-agnostic window': make('"UNIFIED"', '«fixed-window-required:"PERIOD_AGNOSTIC_WINDOW"»'),
    'reads labels': make('«enum-label:"STREAK"»', cyclic),
    'is silent about the fixed window': make('"UNIFIED"', '"FIXED_CALENDAR_WINDOW"'),
    'is silent about DEFAULT': make('"DEFAULT"', '"CYCLIC_WINDOW"'),
    'is silent about CAPPING': make('"CAPPING"', '"CYCLIC_WINDOW"'),
    'is silent where the window is absent': make('"UNIFIED"', undefined, '«documented-required:{»'),
    'is silent where the window is null': make('"UNIFIED"', 'null', '«documented-required:{»'),
    'is silent where the window is unknown': make('"UNIFIED"', '«schema-enum:"CYCLES"»'),
    'is silent where the type is absent': make(undefined, '"CYCLIC_WINDOW"', '«documented-required:{»'),
    'is silent where the type is unknown': make('«schema-enum:"SINGLE"»', '"CYCLIC_WINDOW"'),
    'is silent where the type is of a wrong type': make('«schema-type:1»', '"CYCLIC_WINDOW"'),
    'is silent while the window is half typed':
      '{ "name": "Spring", "trackingType": "UNIFIED", "targetEvaluationType": «json-syntax:"CYCLIC_WINDOW» }',
    'goes on while something else is half typed': `{ "name": "Spring", "trackingType": "UNIFIED", "targetEvaluationType": ${cyclic}, "active": «json-syntax:tr» }`,
  });

  it('is a warning that points at the type', () => {
    const [finding] = expectDiagnostics(make('"UNIFIED"', cyclic));
    assert.equal(finding?.severity, 2);
    assert.equal(finding.relatedInformation?.length, 1);
    assert.equal(
      finding.message,
      'targetEvaluationType is CYCLIC_WINDOW; for UNIFIED only FIXED_CALENDAR_WINDOW is known to work.',
    );
  });

  it('sets the window', () => {
    assert.deepEqual(
      expectFixes(make('"UNIFIED"', '"CYCLIC_WINDOW"'), 'fixed-window-required', [
        'Set targetEvaluationType to FIXED_CALENDAR_WINDOW',
      ]),
      [make('"UNIFIED"', '"FIXED_CALENDAR_WINDOW"')],
    );
  });
});
