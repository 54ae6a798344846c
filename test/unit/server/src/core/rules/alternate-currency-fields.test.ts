import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, target, type Members } from '../../../../../support/definition-text';
import { diagnose, expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'alternate-currency-fields';
const brace = `«${code}:{»`;
const make = (members: Members, open = '{', targetEntity = '"ALTERNATE_CURRENCIES"', targetType = '"ALL"') =>
  group({ targets: list(target({ targetEntity, targetType, extendedFieldInfo: object(members, open) })) });
const identifier = { alternateCurrencyIdentifier: '"0nzyDx"' };
const program = { programId: '46' };

describe('alternate-currency-fields', () => {
  table({
    'is silent about both': make({ ...identifier, ...program }),
    'reports a missing identifier': make(program, brace),
    'reports a missing program': make(identifier, brace),
    'reports an identifier of null': make({ ...program, alternateCurrencyIdentifier: 'null' }, brace),
    'reports a program of null': make({ ...identifier, programId: 'null' }, brace),
    'reports an empty identifier': make({ ...program, alternateCurrencyIdentifier: `«${code}:""»` }),
    'reports a blank identifier': make({ ...program, alternateCurrencyIdentifier: `«${code}:" "»` }),
    'is silent about a program of 0': make({ ...identifier, programId: '0' }),
    'reports both, each once': make({}, `«${code}:«${code}:{»»`),
    'leaves a wrong type to schema-type': make({ ...identifier, programId: '«schema-type:""»' }),
    'is silent about other entities': make({ name: '"points"' }, '{', '"TRANSACTION"', '"EXTENDED_FIELD"'),
    'is silent where the entity is unknown': make({}, '{', '«schema-enum:"COINS"»'),
    'reads labels': make(program, brace, '«enum-label:"alternate-currencies"»'),
    'says nothing is missing while something is half typed':
      '{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "targetEntity": "ALTERNATE_CURRENCIES", "extendedFieldInfo": {} }] }',
    'goes on about blanks while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "targetEntity": "ALTERNATE_CURRENCIES", "extendedFieldInfo": { "alternateCurrencyIdentifier": «${code}:""» } }] }`,
  });

  it('is an error that names the member and what the API answers', () => {
    const messages = diagnose(make({})).map(({ message }) => message);
    assert.deepEqual(messages, [
      '"alternateCurrencyIdentifier" is missing; the API refuses ALTERNATE_CURRENCIES without it (310147).',
      '"programId" is missing; the API refuses ALTERNATE_CURRENCIES without it (310146).',
    ]);
    const [blank] = expectDiagnostics(make({ ...program, alternateCurrencyIdentifier: `«${code}:""»` }));
    assert.equal(
      blank?.message,
      'alternateCurrencyIdentifier is blank; the API refuses ALTERNATE_CURRENCIES without it (310147).',
    );
    assert.equal(blank.severity, 1);
  });

  it('inserts a value to be replaced', () => {
    const fixed = (members: Members, title: string) => expectFixes(make(members), code, [title])[0];
    const one = 'Insert alternateCurrencyIdentifier: "currencyIdentifier"';
    assert.equal(
      fixed({ ...program, alternateCurrencyIdentifier: '" "' }, one),
      make({ ...program, alternateCurrencyIdentifier: '"currencyIdentifier"' }),
    );
    assert.equal(fixed(program, one), make({ ...program, alternateCurrencyIdentifier: '"currencyIdentifier"' }));
    assert.equal(fixed(identifier, 'Insert programId: 0'), make({ ...identifier, programId: '0' }));
  });

  it('offers for each of two findings at one brace its own fix', () => {
    expectFixes(make({}), code, ['Insert alternateCurrencyIdentifier: "currencyIdentifier"']);
  });
});
