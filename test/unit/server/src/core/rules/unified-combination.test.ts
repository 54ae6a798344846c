import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, type Members } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'unified-combination';
const brace = `«${code}:{»`;
const make = (
  trackingType: string | undefined,
  combinationType: string | undefined,
  open = '{',
  members: Members = {},
) => group({ trackingType, combinationType, targets: '[]', ...members }, open);

describe('unified-combination', () => {
  table({
    'reports UNIFIED without it': make('"UNIFIED"', undefined, brace),
    'reports UNIFIED with null': make('"UNIFIED"', 'null', brace),
    'is silent about ALL': make('"UNIFIED"', '"ALL"'),
    'is silent about ANY': make('"UNIFIED"', '"ANY"'),
    'is silent about other groups': make('"DEFAULT"', undefined),
    'reads labels': make('«enum-label:"Unified"»', undefined, brace),
    'leaves what it does not accept to schema-enum': make('"UNIFIED"', '«schema-enum:"SOME"»'),
    'leaves a wrong type to schema-type': make('"UNIFIED"', '«schema-type:true»'),
    'is silent where the kind is unknown': make('«schema-enum:"UNIFORM"»', undefined),
    'is silent while something is half typed':
      '{ "name": "Spring", "trackingType": "UNIFIED", "active": «json-syntax:tr» }',
  });

  it('is a warning that points at the kind', () => {
    const [finding] = expectDiagnostics(make('"UNIFIED"', undefined, brace));
    assert.equal(finding?.severity, 2);
    assert.equal(finding.message, '"combinationType" is missing; a unified group is expected to say ALL or ANY.');
    assert.equal(finding.relatedInformation?.length, 1);
  });

  it('inserts either, or ALL where there is an overall target', () => {
    const all = 'Insert combinationType: "ALL"';
    const any = 'Insert combinationType: "ANY"';
    assert.deepEqual(expectFixes(make('"UNIFIED"', 'null'), code, [all, any]), [
      make('"UNIFIED"', '"ALL"'),
      make('"UNIFIED"', '"ANY"'),
    ]);
    const overall = (unifiedTargetExpression: string) => make('"UNIFIED"', 'null', '{', { unifiedTargetExpression });
    expectFixes(overall('{ "aggregation": "SUM", "thresholdValue": 5 }'), code, [all]);
    expectFixes(overall('{ "thresholdValue": 5 }'), code, [all]);
    expectFixes(overall('{ "aggregation": "SUM" }'), code, [all]);
    expectFixes(overall('{ "aggregation": null }'), code, [all, any]);
    expectFixes(overall('{}'), code, [all, any]);
  });
});
