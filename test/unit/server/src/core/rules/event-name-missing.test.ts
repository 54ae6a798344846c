import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'event-name-missing';
const brace = `«${code}:{»`;
const make = (targetEntity: string, eventName: string | undefined, open = '{') =>
  group({ targets: list(target({ targetEntity, targetType: '"COUNT"', eventName }, open)) });

describe('event-name-missing', () => {
  table({
    'reports an absent name': make('"EVENT"', undefined, brace),
    'reports null': make('"EVENT"', 'null', brace),
    'reports an empty name': make('"EVENT"', `«${code}:""»`),
    'reports a blank name': make('"EVENT"', `«${code}:" \\t"»`),
    'is silent about a name': make('"EVENT"', '"x"'),
    'reads labels': make('«enum-label:"Event"»', undefined, brace),
    'is silent about other entities': make('"TRANSACTION"', undefined),
    'is silent about blanks of other entities': make('"TRANSACTION"', '""'),
    'is silent where the entity is unknown': make('«schema-enum:"EVENTS"»', undefined),
    'leaves a wrong type to schema-type': make('"EVENT"', '«schema-type:5»'),
    'is silent while the name is half typed':
      '{ "name": "Spring", "targets": [{ "targetEntity": "EVENT", "eventName": «json-syntax:"» }] }',
    'says nothing is missing while something is half typed':
      '{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "targetEntity": "EVENT" }] }',
    'goes on about blanks while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "targetEntity": "EVENT", "eventName": «${code}:""» }] }`,
  });

  it('says what the API would take', () => {
    const message = (text: string) => expectDiagnostics(text)[0]?.message;
    assert.equal(
      message(make('"EVENT"', undefined, brace)),
      '"eventName" is missing; the API would take TransactionAdd in its place.',
    );
    assert.equal(
      message(make('"EVENT"', `«${code}:""»`)),
      'eventName is blank; the API would take TransactionAdd in its place.',
    );
    assert.equal(expectDiagnostics(make('"EVENT"', undefined, brace))[0]?.severity, 2);
  });

  it('inserts it', () => {
    const fixed = (eventName: string | undefined) =>
      expectFixes(make('"EVENT"', eventName), code, ['Insert eventName: "TransactionAdd"'])[0];
    assert.equal(fixed('" "'), make('"EVENT"', '"TransactionAdd"'));
    assert.equal(fixed('null'), make('"EVENT"', '"TransactionAdd"'));
    assert.ok(fixed(undefined)?.includes('"enrolmentMethod": "IMPORT", "eventName": "TransactionAdd"'));
  });
});
