import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'extended-field-info-required';
const brace = `«${code}:{»`;
const make = (targetEntity: string, targetType: string, extendedFieldInfo: string | undefined, open = '{') =>
  group({ targets: list(target({ targetEntity, targetType, extendedFieldInfo }, open)) });
const field = (info: string | undefined, open = '{') => make('"TRANSACTION"', '"EXTENDED_FIELD"', info, open);
const currency = (info: string | undefined, open = '{') => make('"ALTERNATE_CURRENCIES"', '"ALL"', info, open);

describe('extended-field-info-required', () => {
  table({
    'reports EXTENDED_FIELD without it': field(undefined, brace),
    'reports EXTENDED_FIELD with null': field('null', brace),
    'reports ALTERNATE_CURRENCIES without it, and nothing else': currency(undefined, brace),
    'reports ALTERNATE_CURRENCIES with null': currency('null', brace),
    'reports once where both need it': make(
      '"ALTERNATE_CURRENCIES"',
      '«entity-type-pair:"EXTENDED_FIELD"»',
      undefined,
      brace,
    ),
    'is silent where it is there': field('{ "name": "points" }'),
    'leaves an empty one to event-attribute-field': field('«event-attribute-field:{»}'),
    'is silent about other types': make('"TRANSACTION"', '"SALES"', undefined),
    'leaves EVENT_ATTRIBUTE to event-attribute-field': group({
      targets: list(
        target(
          { targetEntity: '"EVENT"', eventName: '"x"', targetType: '"EVENT_ATTRIBUTE"' },
          '«event-attribute-field:{»',
        ),
      ),
    }),
    'reads labels': make('«enum-label:"Alternate currencies"»', '"ALL"', undefined, brace),
    'is silent where the type is unknown': make('"TRANSACTION"', '«schema-enum:"FIELD"»', undefined),
    'leaves a wrong type to schema-type': field('«schema-type:"points"»'),
    'is silent while something is half typed':
      '{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "targetType": "EXTENDED_FIELD" }] }',
  });

  it('is an error that points at what needs it', () => {
    const [one] = expectDiagnostics(field(undefined, brace));
    assert.equal(one?.message, '"extendedFieldInfo" is missing; the API refuses EXTENDED_FIELD without it.');
    assert.equal(one.severity, 1);
    assert.equal(one.relatedInformation?.[0]?.message, 'targetType is EXTENDED_FIELD here.');
    const [other] = expectDiagnostics(currency(undefined, brace));
    assert.equal(other?.message, '"extendedFieldInfo" is missing; the API refuses ALTERNATE_CURRENCIES without it.');
    assert.equal(other.relatedInformation?.[0]?.message, 'targetEntity is ALTERNATE_CURRENCIES here.');
  });

  it('inserts what the API asks for', () => {
    const fixed = (text: string) => expectFixes(text, code, ['Insert extendedFieldInfo'])[0];
    assert.equal(fixed(field('null')), field('{ "name": "fieldName", "aggregateFunction": "SUM" }'));
    assert.equal(
      fixed(currency('null')),
      currency('{ "alternateCurrencyIdentifier": "currencyIdentifier", "programId": 0 }'),
    );
    assert.ok(fixed(field(undefined))?.includes('"extendedFieldInfo": {'));
  });
});
