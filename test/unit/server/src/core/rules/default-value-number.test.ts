import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, target, values } from '../../../../../support/definition-text';
import { diagnose, expectDiagnostics } from '../../../../../support/diagnose';
import { table } from '../../../../../support/table';

const valued = (text: string) => group({ targets: list(target({ defaultValues: values(text) })) });
const accepted = ['0', '-1', '1.5', '1e3', '1e999', '"1"', '"1.00"', '"+1"', '"-1."', '".5"', '"1e3"', '"1E-3"'];
const refused = [
  '""',
  '" "',
  '"1,000"',
  '"1 000"',
  '" 1"',
  '"1 "',
  '"."',
  '"e5"',
  '"0x10"',
  '"Infinity"',
  '"NaN"',
  '"one"',
  '"--1"',
];

describe('default-value-number', () => {
  for (const text of accepted) {
    it(`is silent about ${text}`, () => {
      expectDiagnostics(valued(text));
    });
  }
  for (const text of [...refused, 'true', '{}', '[]']) {
    it(`reports ${text}`, () => {
      expectDiagnostics(valued(`«default-value-number:${text}»`));
    });
  }

  table({
    'reports null, on the entry': group({
      targets: list(target({ defaultValues: list(`«default-value-number:${object({ defaultValue: 'null' })}»`) })),
    }),
    'reports a missing value, on the entry': group({
      targets: list(target({ defaultValues: list('«default-value-number:{ }»') })),
    }),
    'leaves an entry of a wrong type to schema-type': group({
      targets: list(target({ defaultValues: list('«schema-type:5»') })),
    }),
    'leaves an entry of null to schema-type': group({
      targets: list(target({ defaultValues: list('«schema-type:null»') })),
    }),
    'leaves a list of a wrong type to schema-type': group({
      targets: list(target({ defaultValues: '«schema-type:5»' })),
    }),
    'is silent about a value that is half typed':
      '{ "name": "Spring", "targets": [{ "name": "Spend", "defaultValues": [{ "defaultValue": «json-syntax:tru» }] }] }',
    'says nothing is missing while something is half typed':
      '{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "name": "Spend", "defaultValues": [{ }] }] }',
    'goes on elsewhere while something is half typed':
      '{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "defaultValues": [{ "defaultValue": «default-value-number:"x"» }] }] }',
  });

  it('names the value', () => {
    const message = (text: string) => expectDiagnostics(valued(`«default-value-number:${text}»`))[0]?.message;
    assert.equal(
      message('"1,000"'),
      'defaultValue is the text "1,000"; a number, or a text that holds one, is expected.',
    );
    const entry = (text: string) =>
      diagnose(group({ targets: list(target({ defaultValues: list(text) })) })).map((finding) => finding.message);
    assert.deepEqual(entry('{ "defaultValue": null }'), [
      'defaultValue is null; a number, or a text that holds one, is expected.',
    ]);
    assert.deepEqual(entry('{ }'), [
      'This entry has no defaultValue; a number, or a text that holds one, is expected.',
    ]);
    assert.equal(message('true'), 'defaultValue is true; a number, or a text that holds one, is expected.');
  });
});
