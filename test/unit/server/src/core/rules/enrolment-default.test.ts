import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target, type Members } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'enrolment-default';
const brace = `«${code}:{»`;
const make = (enrolmentMethod: string | undefined, open = '{', members: Members = {}) =>
  group({ targets: list(target({ enrolmentMethod }, open)), ...members });

describe('enrolment-default', () => {
  table({
    'reports an absent method': make(undefined, brace),
    'reports null': make('null', brace),
    'is silent about IMPORT': make('"IMPORT"'),
    'is silent about others': make('"TRANSACTION"'),
    'is silent about labels': make('«enum-label:"import"»'),
    'leaves what is no method to schema-enum': make('«schema-enum:"LIST"»'),
    'leaves a wrong type to schema-type': make('«schema-type:5»'),
    'is silent in a user-created group': make(undefined, '{', { userCreated: 'true' }),
    'reports where userCreated is false': make(undefined, brace, { userCreated: 'false' }),
    'reports where userCreated is null': make(undefined, brace, { userCreated: 'null' }),
    'is silent where userCreated is of a wrong type': make(undefined, '{', { userCreated: '«schema-type:1»' }),
    'reports in a capping group': make(undefined, brace, { trackingType: '"CAPPING"' }),
    'reports each target': group({
      trackingType: '"UNIFIED"',
      combinationType: '"ALL"',
      targets: list(
        target({ enrolmentMethod: undefined }, brace),
        target({ name: '"B"' }),
        target({ name: '"C"', enrolmentMethod: undefined }, brace),
      ),
    }),
    'is silent while something is half typed':
      '{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "name": "Spend" }] }',
  });

  it('is a hint that says what the API would take', () => {
    const [finding] = expectDiagnostics(make(undefined, brace));
    assert.equal(finding?.severity, 4);
    assert.equal(finding.message, '"enrolmentMethod" is missing; the API would take IMPORT.');
  });

  it('inserts it in the right target', () => {
    assert.deepEqual(expectFixes(make('null'), code, ['Insert enrolmentMethod: "IMPORT"']), [make('"IMPORT"')]);
    const two = (method: string | undefined) =>
      group({
        trackingType: '"UNIFIED"',
        combinationType: '"ALL"',
        targets: list(target(), target({ name: '"B"', enrolmentMethod: method })),
      });
    assert.deepEqual(expectFixes(two('null'), code, ['Insert enrolmentMethod: "IMPORT"']), [two('"IMPORT"')]);
  });
});
