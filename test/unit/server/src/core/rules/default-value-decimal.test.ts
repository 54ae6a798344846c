import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target, values } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const typed = (targetType: string, ...texts: string[]) =>
  group({
    totalPeriods: String(texts.length),
    periods: '[]',
    targets: list(target({ targetType, defaultValues: values(...texts) })),
  });

describe('default-value-decimal', () => {
  table({
    'reports a fraction of COUNT': typed('"COUNT"', '«default-value-decimal:1.5»'),
    'reports a fraction of VISIT': typed('"VISIT"', '«default-value-decimal:1.5»'),
    'reports a fraction of QUANTITY': typed('"QUANTITY"', '«default-value-decimal:"1.5"»'),
    'reports each value': typed('"COUNT"', '«default-value-decimal:1.5»', '1', '«default-value-decimal:"0.01"»'),
    'is silent about zeros behind the point': typed('"COUNT"', '"1.00"', '2.000', '"3."'),
    'reads exponents': typed('"COUNT"', '15e1', '«default-value-decimal:"15e-1"»'),
    'is silent about amounts': typed('"SALES"', '1.5'),
    'reads labels': typed('«enum-label:"Count"»', '«default-value-decimal:1.5»'),
    'is silent where the type is unknown': typed('«schema-enum:"COUNTS"»', '1.5'),
    'leaves what is no number to default-value-number': typed('"COUNT"', '«default-value-number:"1,5"»'),
    'is silent about null': group({
      targets: list(
        target({ targetType: '"COUNT"', defaultValues: list('«default-value-number:{ "defaultValue": null }»') }),
      ),
    }),
    'is silent about a value that is half typed':
      '{ "name": "Spring", "targets": [{ "targetType": "COUNT", "defaultValues": [{ "defaultValue": «json-syntax:1.5.» }] }] }',
    'goes on while something else is half typed':
      '{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "targetType": "COUNT", "defaultValues": [{ "defaultValue": «default-value-decimal:1.5» }] }] }',
  });

  it('is an information that names the value and the type', () => {
    const [finding] = expectDiagnostics(typed('"VISIT"', '«default-value-decimal:"2.50"»'));
    assert.equal(finding?.severity, 3);
    assert.equal(finding.message, 'defaultValue is 2.50, but VISIT counts in whole numbers.');
  });

  it('rounds, and leaves a text a text', () => {
    const fixed = (text: string, title: string) =>
      expectFixes(typed('"COUNT"', text), 'default-value-decimal', [title])[0];
    assert.equal(fixed('2.5', 'Round to 3'), typed('"COUNT"', '3'));
    assert.equal(fixed('"2.49"', 'Round to 2'), typed('"COUNT"', '"2"'));
    assert.equal(fixed('0.2', 'Round to 0'), typed('"COUNT"', '0'));
  });
});
