import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'event-attribute-field';
const brace = `«${code}:{»`;
const attribute = (extendedFieldInfo: string | undefined, open = '{', targetType = '"EVENT_ATTRIBUTE"') =>
  group({
    targets: list(target({ targetEntity: '"EVENT"', eventName: '"spin"', targetType, extendedFieldInfo }, open)),
  });
const field = (extendedFieldInfo: string | undefined, open = '{') =>
  group({ targets: list(target({ targetType: '"EXTENDED_FIELD"', extendedFieldInfo }, open)) });

describe('event-attribute-field', () => {
  table({
    'reports EVENT_ATTRIBUTE without extendedFieldInfo': attribute(undefined, brace),
    'reports EVENT_ATTRIBUTE with null': attribute('null', brace),
    'reports EVENT_ATTRIBUTE without a name': attribute(object({ aggregateFunction: '"SUM"' }, brace)),
    'reports EVENT_ATTRIBUTE with a name of null': attribute(object({ name: 'null' }, brace)),
    'reports EVENT_ATTRIBUTE with a blank name': attribute(object({ name: `«${code}:" "»` })),
    'reports EVENT_ATTRIBUTE with an empty object': attribute(`${brace}}`),
    'is silent about EVENT_ATTRIBUTE with a name': attribute(object({ name: '"points"' })),
    'reads labels': attribute(undefined, brace, '«enum-label:"SUM"»'),
    'reports EXTENDED_FIELD without a name': field(object({ aggregateFunction: '"SUM"' }, brace)),
    'reports EXTENDED_FIELD with a blank name': field(object({ name: `«${code}:""»` })),
    'is silent about EXTENDED_FIELD with a name': field(object({ name: '"points"' })),
    'leaves EXTENDED_FIELD without extendedFieldInfo to the error': field(
      undefined,
      '«extended-field-info-required:{»',
    ),
    'is silent about other types': group({ targets: list(target({ extendedFieldInfo: '{}' })) }),
    'is silent where the type is unknown': attribute(undefined, '{', '«schema-enum:"ATTRIBUTE"»'),
    'leaves a wrong type of extendedFieldInfo to schema-type': attribute('«schema-type:5»'),
    'leaves a wrong type of the name to schema-type': attribute('{ "name": «schema-type:5» }'),
    'says nothing is missing while something is half typed':
      '{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "targetType": "EVENT_ATTRIBUTE" }, { "targetType": "EVENT_ATTRIBUTE", "extendedFieldInfo": {} }] }',
    'goes on about blanks while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "targetType": "EXTENDED_FIELD", "extendedFieldInfo": { "name": «${code}:""» } }] }`,
  });

  it('says which name is missing', () => {
    const [one] = expectDiagnostics(attribute(undefined, brace));
    assert.equal(one?.message, 'EVENT_ATTRIBUTE needs the name of the attribute in extendedFieldInfo; there is none.');
    assert.equal(one.severity, 2);
    assert.equal(one.relatedInformation?.length, 1);
    const [other] = expectDiagnostics(field(`${brace}}`));
    assert.equal(other?.message, 'EXTENDED_FIELD needs the name of the field in extendedFieldInfo; there is none.');
  });

  it('inserts a name to be replaced', () => {
    const fixed = (text: string, name: string) => expectFixes(text, code, [`Insert name: "${name}"`])[0];
    assert.equal(
      fixed(attribute('null'), 'attributeName'),
      attribute('{ "name": "attributeName", "aggregateFunction": "SUM" }'),
    );
    assert.ok(fixed(attribute(undefined), 'attributeName')?.includes('"extendedFieldInfo": { "name": "attributeName"'));
    assert.equal(fixed(attribute('{ "name": "" }'), 'attributeName'), attribute('{ "name": "attributeName" }'));
    assert.equal(fixed(field('{}'), 'fieldName'), field('{ "name": "fieldName" }'));
    assert.equal(
      fixed(field('{ "aggregateFunction": "SUM" }'), 'fieldName'),
      field('{ "aggregateFunction": "SUM", "name": "fieldName" }'),
    );
  });
});
