import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, object, type Members } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { table } from '../../../../../support/table';

const code = 'unified-expression';
const aggregation = `«${code}:"aggregation"»`;
const threshold = `«${code}:"thresholdValue"»`;
const make = (combinationType: string | undefined, overall: Members | undefined, trackingType = '"UNIFIED"') =>
  group({
    trackingType,
    combinationType,
    targets: '[]',
    unifiedTargetExpression: overall && object(overall),
  });

describe('unified-expression', () => {
  table({
    'is silent about ALL with both': make('"ALL"', { aggregation: '"SUM"', thresholdValue: '5' }),
    'reports ANY with both, once': make('"ANY"', { [aggregation]: '"SUM"', thresholdValue: '5' }),
    'reports ANY with an aggregation': make('"ANY"', { [aggregation]: '"SUM"' }),
    'reports ANY with a threshold': make('"ANY"', { [threshold]: '5' }),
    'reports ANY with a threshold of 0': make('"ANY"', { [threshold]: '0' }),
    'is silent about ANY with neither': make('"ANY"', {}),
    'is silent about ANY with null': make('"ANY"', { aggregation: 'null', thresholdValue: 'null' }),
    'is silent about ANY without the object': make('"ANY"', undefined),
    'reports an aggregation without a threshold': make('"ALL"', { [aggregation]: '"SUM"' }),
    'reports an aggregation with a threshold of null': make('"ALL"', {
      [aggregation]: '"SUM"',
      thresholdValue: 'null',
    }),
    'is silent about a threshold alone': make('"ALL"', { thresholdValue: '5' }),
    'is silent about neither': make('"ALL"', {}),
    'reads labels': make('«enum-label:"any"»', { [aggregation]: '«enum-label:"sum"»' }),
    'looks at other groups too': make(undefined, { [aggregation]: '"SUM"' }, '"DEFAULT"'),
    'is silent where the aggregation is unknown': make('"ALL"', { aggregation: '«schema-enum:"MEAN"»' }),
    'is silent where the threshold is of a wrong type': make('"ALL"', {
      aggregation: '"SUM"',
      thresholdValue: '«schema-type:"5"»',
    }),
    'is silent about ANY where both are unknown': make('"ANY"', {
      aggregation: '«schema-enum:"MEAN"»',
      thresholdValue: '«schema-type:"5"»',
    }),
    'is silent where the combination is unknown': make('«schema-enum:"SOME"»', {
      aggregation: '"SUM"',
      thresholdValue: '5',
    }),
    'says nothing is missing while something is half typed':
      '{ "name": "Spring", "active": «json-syntax:tr», "unifiedTargetExpression": { "aggregation": "SUM" } }',
    'goes on about ANY while something else is half typed': `{ "name": "Spring", "combinationType": "ANY", "active": «json-syntax:tr», "unifiedTargetExpression": { ${aggregation}: "SUM" } }`,
  });

  it('says which of the two it is', () => {
    const message = (text: string) => expectDiagnostics(text)[0]?.message;
    assert.equal(
      message(make('"ANY"', { [threshold]: '5' })),
      'thresholdValue is set, but combinationType is ANY; an overall target is known with ALL only.',
    );
    assert.equal(
      message(make('"ALL"', { [aggregation]: '"COUNT"' })),
      'aggregation is COUNT, but there is no thresholdValue; the documentation requires one with it.',
    );
    assert.equal(expectDiagnostics(make('"ALL"', { [aggregation]: '"SUM"' }))[0]?.severity, 2);
    assert.equal(expectDiagnostics(make('"ANY"', { [threshold]: '5' }))[0]?.relatedInformation?.length, 1);
  });
});
