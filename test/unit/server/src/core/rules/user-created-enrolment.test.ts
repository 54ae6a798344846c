import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'user-created-enrolment';
const make = (userCreated: string | undefined, enrolmentMethod: string | undefined) =>
  group({ userCreated, targets: list(target({ enrolmentMethod })) });
const wrong = `«${code}:"TRANSACTION"»`;

describe('user-created-enrolment', () => {
  table({
    'reports TRANSACTION': make('true', wrong),
    'reports AUDIENCE_FILTER': make('true', `«${code}:"AUDIENCE_FILTER"»`),
    'is silent about IMPORT': make('true', '"IMPORT"'),
    'is silent where it is absent': make('true', undefined),
    'is silent where it is null': make('true', 'null'),
    'is silent where userCreated is false': make('false', '"TRANSACTION"'),
    'is silent where userCreated is absent': make(undefined, '"TRANSACTION"'),
    'is silent where userCreated is null': make('null', '"TRANSACTION"'),
    'is silent where userCreated is of a wrong type': make('«schema-type:"true"»', '"TRANSACTION"'),
    'reads labels': make('true', `«enum-label:«${code}:"transaction"»»`),
    'is silent about a label of IMPORT': make('true', '«enum-label:"Import"»'),
    'leaves what is no method to schema-enum': make('true', '«schema-enum:"LIST"»'),
    'goes on while something else is half typed': `{ "name": "Spring", "userCreated": true, "active": «json-syntax:tr», "targets": [{ "enrolmentMethod": ${wrong} }] }`,
  });

  it('names the method', () => {
    const [finding] = expectDiagnostics(make('true', wrong));
    assert.equal(finding?.severity, 2);
    assert.equal(finding.message, 'enrolmentMethod is TRANSACTION; with userCreated only IMPORT is documented.');
    assert.equal(finding.relatedInformation?.length, 1);
  });

  it('sets it', () => {
    assert.deepEqual(expectFixes(make('true', '"TRANSACTION"'), code, ['Set enrolmentMethod to IMPORT']), [
      make('true', '"IMPORT"'),
    ]);
  });
});
