import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'extended-field-unused';
const key = `«${code}:"extendedFieldInfo"»`;
const make = (targetType: string, name: string, value: string | undefined) =>
  group({ targets: list(target({ targetType, [name]: value })) });

describe('extended-field-unused', () => {
  table({
    'reports COUNT': make('"COUNT"', key, '{ "name": "points" }'),
    'reports VISIT': make('"VISIT"', key, '{ "name": "points" }'),
    'reports an empty object': make('"COUNT"', key, '{}'),
    'reads labels': make('«enum-label:"Count"»', key, '{}'),
    'is silent about SALES': make('"SALES"', 'extendedFieldInfo', '{ "name": "points" }'),
    'is silent about ALL': make('"ALL"', 'extendedFieldInfo', '{ "name": "points" }'),
    'is silent where it is null': make('"COUNT"', 'extendedFieldInfo', 'null'),
    'is silent where it is absent': make('"COUNT"', 'extendedFieldInfo', undefined),
    'is silent where the type is unknown': make('«schema-enum:"COUNTS"»', 'extendedFieldInfo', '{}'),
    'leaves a wrong type to schema-type': make('"COUNT"', 'extendedFieldInfo', '«schema-type:5»'),
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "targetType": "COUNT", ${key}: {} }] }`,
  });

  it('is an information that names the type', () => {
    const [finding] = expectDiagnostics(make('"VISIT"', key, '{}'));
    assert.equal(finding?.severity, 3);
    assert.equal(finding.message, 'extendedFieldInfo has no effect on VISIT, which reads no field.');
  });

  it('removes it, unless the entity needs it', () => {
    assert.deepEqual(expectFixes(make('"COUNT"', 'extendedFieldInfo', '{}'), code, ['Remove extendedFieldInfo']), [
      make('"COUNT"', 'extendedFieldInfo', undefined),
    ]);
    const currency = group({
      targets: list(
        target({
          targetEntity: '"ALTERNATE_CURRENCIES"',
          targetType: '"COUNT"',
          extendedFieldInfo: '{ "alternateCurrencyIdentifier": "0nzyDx", "programId": 46 }',
        }),
      ),
    });
    expectFixes(currency, code, []);
  });
});
