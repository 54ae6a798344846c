import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { table } from '../../../../../support/table';

const code = 'emf-event-attribute';
const make = (eventName: string | undefined, targetType = '"EVENT_ATTRIBUTE"') =>
  group({
    targets: list(
      target({ targetEntity: '"EVENT"', eventName, targetType, extendedFieldInfo: '{ "name": "points" }' }),
    ),
  });
const counted = (eventName: string, targetType: string) =>
  group({ targets: list(target({ targetEntity: '"EVENT"', eventName, targetType })) });

describe('emf-event-attribute', () => {
  for (const event of ['CustomerRegistration', 'PointsRedemption', 'ReturnBill', 'PointsTransfer']) {
    it(`reports ${event}, but not where it is counted`, () => {
      expectDiagnostics(make(`«${code}:"${event}"»`));
      expectDiagnostics(counted(`"${event}"`, '"COUNT"'));
      expectDiagnostics(counted(`"${event}"`, '"VISIT"'));
    });
  }

  table({
    'is silent about other events': make('"TransactionAdd"'),
    'tells upper and lower case apart': make('"returnbill"'),
    'is silent about a name that every object has': make('"constructor"'),
    'reads labels': make(`«${code}:"ReturnBill"»`, '«enum-label:"SUM"»'),
    'is silent where the type is unknown': make('"ReturnBill"', '«schema-enum:"ATTRIBUTE"»'),
    'leaves a wrong type to schema-type': make('«schema-type:5»'),
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "targetType": "EVENT_ATTRIBUTE", "eventName": «${code}:"ReturnBill"» }] }`,
  });

  it('names the event', () => {
    const [finding] = expectDiagnostics(make(`«${code}:"ReturnBill"»`));
    assert.equal(
      finding?.message,
      'eventName is ReturnBill, a system event; it supports COUNT and VISIT, not EVENT_ATTRIBUTE.',
    );
    assert.equal(finding.severity, 2);
    assert.equal(finding.relatedInformation?.length, 1);
  });
});
