import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { table } from '../../../../../support/table';

const imported = '«window-enrolment:"IMPORT"»';
const make = (targetEvaluationType: string | undefined, enrolmentMethod: string, brace = '{') =>
  group({ targetEvaluationType, targets: list(target({ enrolmentMethod })) }, brace);

describe('window-enrolment', () => {
  table({
    'reports a cyclic window': make('"CYCLIC_WINDOW"', imported),
    'reports a period-agnostic window': make('"PERIOD_AGNOSTIC_WINDOW"', imported),
    'reports each target': group({
      trackingType: '"CAPPING"',
      targetEvaluationType: '"CYCLIC_WINDOW"',
      targets: list(target({ enrolmentMethod: imported })),
    }),
    'reads labels': make('«enum-label:"cyclic window"»', '«enum-label:«window-enrolment:"import"»»'),
    'is silent about the fixed window': make('"FIXED_CALENDAR_WINDOW"', '"IMPORT"'),
    'is silent about other enrolments': make('"CYCLIC_WINDOW"', '"AUDIENCE_FILTER"'),
    'is silent where the window is absent': make(undefined, '"IMPORT"', '«documented-required:{»'),
    'is silent where the window is null': make('null', '"IMPORT"', '«documented-required:{»'),
    'is silent where the window is unknown': make('«schema-enum:"CYCLES"»', '"IMPORT"'),
    'is silent where the enrolment is unknown': make('"CYCLIC_WINDOW"', '«schema-enum:"LIST"»'),
    'is silent where the enrolment is of a wrong type': make('"CYCLIC_WINDOW"', '«schema-type:1»'),
    'goes on while something else is half typed': `{ "name": "Spring", "targetEvaluationType": "CYCLIC_WINDOW", "active": «json-syntax:tr», "targets": [{ "enrolmentMethod": ${imported} }, { "enrolmentMethod": ${imported} }] }`,
  });

  it('is a hint that points at the window', () => {
    const [finding] = expectDiagnostics(make('"CYCLIC_WINDOW"', imported));
    assert.equal(finding?.severity, 4);
    assert.equal(finding.relatedInformation?.length, 1);
    assert.equal(
      finding.message,
      'enrolmentMethod is IMPORT with CYCLIC_WINDOW; the screens offer lists of customers with the fixed window only.',
    );
  });
});
