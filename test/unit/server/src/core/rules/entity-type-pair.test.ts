import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, target, type Members } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'entity-type-pair';
/** The table of RULES, Pairs. */
const fits: Readonly<Record<string, readonly string[]>> = {
  TRANSACTION: ['SALES', 'GROSS_SALES', 'COUNT', 'VISIT', 'QUANTITY', 'EXTENDED_FIELD', 'ALL'],
  LINEITEM: ['SALES', 'GROSS_SALES', 'QUANTITY', 'EXTENDED_FIELD'],
  EVENT: ['COUNT', 'VISIT', 'EVENT_ATTRIBUTE'],
  POINTS: ['REGULAR_POINTS', 'PROMOTIONAL_POINTS', 'ALL_POINTS'],
  ALTERNATE_CURRENCIES: ['ALL', 'REGULAR', 'PROMOTION'],
};
const types = [...new Set(Object.values(fits).flat())];
const info = object({ name: '"points"', alternateCurrencyIdentifier: '"0nzyDx"', programId: '46' });
const make = (entity: string | undefined, type: string | undefined, members: Members = {}, brace = '{') =>
  group({ targets: list(target({ targetEntity: entity, targetType: type, ...members }, brace)) });
/** The whole of what any pair may need; unused for counts. */
const full = (entity: string, type: string, isCount: boolean) =>
  make(`"${entity}"`, type, {
    eventName: '"spin"',
    [isCount ? '«extended-field-unused:"extendedFieldInfo"»' : 'extendedFieldInfo']: info,
  });

describe('entity-type-pair', () => {
  for (const [entity, fitting] of Object.entries(fits)) {
    for (const type of types) {
      const isCount = type === 'COUNT' || type === 'VISIT';
      const isFit = fitting.includes(type);
      it(`${isFit ? 'accepts' : 'reports'} ${entity} with ${type}`, () => {
        expectDiagnostics(full(entity, isFit ? `"${type}"` : `«${code}:"${type}"»`, isCount));
      });
    }
  }

  table({
    'reads REWARDS as POINTS': make('«enum-label:"REWARDS"»', '"ALL_POINTS"'),
    'reports REWARDS with what POINTS has not': make('«enum-label:"REWARDS"»', `«${code}:"SALES"»`),
    'reads labels': make('«enum-label:"line item"»', `«enum-label:«${code}:"visit"»»`),
    'reads SUM by the entity': make('"TRANSACTION"', '«enum-label:"SUM"»'),
    'is silent about a SUM that no entity decides': make('"POINTS"', '«enum-label:"SUM"»'),
    'is silent where the entity is absent': make(undefined, '"VISIT"', {}, '«documented-required:{»'),
    'is silent where the type is null': make('"LINEITEM"', 'null', {}, '«documented-required:{»'),
    'is silent where the entity is unknown': make('«schema-enum:"BILL"»', '"VISIT"'),
    'is silent where the type is unknown': make('"LINEITEM"', '«schema-enum:"VISITS"»'),
    'is silent where the type is of a wrong type': make('"LINEITEM"', '«schema-type:1»'),
    'is silent while the type is half typed':
      '{ "name": "Spring", "targets": [{ "targetEntity": "LINEITEM", "targetType": «json-syntax:"VISIT» }] }',
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "targetEntity": "LINEITEM", "targetType": «${code}:"VISIT"» }] }`,
  });

  it('names both, and what fits', () => {
    const [finding] = expectDiagnostics(make('"LINEITEM"', `«${code}:"VISIT"»`));
    assert.equal(finding?.severity, 2);
    assert.equal(finding.relatedInformation?.length, 1);
    assert.equal(
      finding.message,
      'targetType is VISIT, which does not fit targetEntity LINEITEM; SALES, GROSS_SALES, QUANTITY or EXTENDED_FIELD does.',
    );
  });

  const titles = (...fitting: string[]) => fitting.map((type) => `Change targetType to ${type}`);

  it('offers the types that fit and need nothing else', () => {
    const after = expectFixes(make('"LINEITEM"', '"VISIT"'), code, titles('SALES', 'GROSS_SALES', 'QUANTITY'));
    assert.equal(after[0], make('"LINEITEM"', '"SALES"'));
    expectFixes(make('"EVENT"', '"SALES"', { eventName: '"spin"' }), code, titles('COUNT', 'VISIT'));
    expectFixes(
      make('"LINEITEM"', '"VISIT"', { extendedFieldInfo: '{ "name": " " }' }),
      code,
      titles('SALES', 'GROSS_SALES', 'QUANTITY'),
    );
  });

  it('offers those that need a field where there is one', () => {
    const extendedFieldInfo = '{ "name": "points" }';
    expectFixes(
      make('"LINEITEM"', '"ALL"', { extendedFieldInfo }),
      code,
      titles('SALES', 'GROSS_SALES', 'QUANTITY', 'EXTENDED_FIELD'),
    );
    const event = (eventName: string) => make('"EVENT"', '"SALES"', { extendedFieldInfo, eventName });
    expectFixes(event('"spin"'), code, titles('COUNT', 'VISIT', 'EVENT_ATTRIBUTE'));
    expectFixes(event('"ReturnBill"'), code, titles('COUNT', 'VISIT'));
  });
});
