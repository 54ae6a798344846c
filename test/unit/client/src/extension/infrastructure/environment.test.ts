import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  environmentNamed,
  isSameEnvironment,
  readEnvironments,
  sandboxEnvironment,
} from '../../../../../../client/src/extension/infrastructure/environment';
import { chooseEnvironment } from '../../../../../../client/src/extension/infrastructure/environment-choice';
import { parseEndpoint } from '../../../../../../server/src/api/index';

const test = { name: 'Test', host: 'https://eu.example.com', authentication: 'basic', kind: 'test' };
const production = { name: 'Live', host: 'https://live.example.com', kind: 'production' };

const reasons = (value: unknown): string[] => readEnvironments(value).faults.map(({ reason }) => reason);

describe('the setting targetgroup.environments', () => {
  it('gives the built-in sandbox when it is not there', () => {
    for (const value of [undefined, null, []]) {
      assert.deepEqual(readEnvironments(value), { environments: [sandboxEnvironment], faults: [] });
    }
  });

  it('has the sandbox at the address that the URL parser gives', () => {
    const parsed = parseEndpoint(sandboxEnvironment.endpoint.origin);
    assert.deepEqual(parsed, { kind: 'ok', endpoint: sandboxEnvironment.endpoint });
  });

  it('gives each usable entry, with its origin made canonical', () => {
    const { environments, faults } = readEnvironments([test, { ...production, host: 'https://LIVE.example.com:443/' }]);
    assert.deepEqual(faults, []);
    assert.deepEqual(
      environments.map(({ name, kind, endpoint, isBuiltIn }) => [name, kind, endpoint.origin, isBuiltIn]),
      [
        ['Sandbox', 'sandbox', 'http://127.0.0.1:8765', true],
        ['Test', 'test', 'https://eu.example.com', false],
        ['Live', 'production', 'https://live.example.com', false],
      ],
    );
  });

  const faulty: readonly (readonly [string, unknown, string])[] = [
    ['a text', 'https://x', 'no-object'],
    ['a list', [], 'no-object'],
    ['no name', { ...test, name: undefined }, 'name'],
    ['a name with blanks around', { ...test, name: ' Test' }, 'name'],
    ['the name of the sandbox', { ...test, name: 'SANDBOX' }, 'name-taken'],
    ['no kind', { ...test, kind: undefined }, 'kind'],
    ['an unknown kind', { ...test, kind: 'prod' }, 'kind'],
    ['another authentication', { ...test, authentication: 'none' }, 'authentication'],
    ['no host', { ...test, host: undefined }, 'empty'],
    ['plain http', { ...test, host: 'http://eu.example.com' }, 'not-https'],
    ['a user in the host', { ...test, host: 'https://eu.example.com@evil.example' }, 'user-info'],
    ['a path', { ...test, host: 'https://eu.example.com/v3' }, 'path'],
    ['an IP address', { ...test, host: 'https://10.0.0.1' }, 'ip-address'],
  ];
  for (const [what, entry, reason] of faulty) {
    it(`leaves an entry with ${what} out and says why`, () => {
      assert.deepEqual(reasons([entry]), [reason]);
      assert.equal(readEnvironments([entry]).environments.length, 1);
    });
  }

  it('takes the first of two entries with one name, ignoring case', () => {
    const { environments, faults } = readEnvironments([test, { ...test, name: 'tEST', host: 'https://other.example' }]);
    assert.equal(environmentNamed('TEST', environments)?.endpoint.origin, 'https://eu.example.com');
    assert.deepEqual(faults, [{ position: 1, name: 'tEST', reason: 'name-taken' }]);
  });

  it('never throws, and never gives an address that is neither https nor on this machine', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.array(fc.record({ name: fc.string(), host: fc.webUrl(), kind: fc.constant('test') })),
        (any, list) => {
          readEnvironments(any);
          for (const { endpoint } of readEnvironments([any, ...list]).environments) {
            assert.ok(endpoint.isLoopback || endpoint.origin.startsWith('https://'), endpoint.origin);
          }
        },
      ),
    );
  });
});

describe('the environment of a window', () => {
  const { environments } = readEnvironments([test, production]);
  const [, testEnvironment, productionEnvironment] = environments;

  it('is none when nothing is chosen', () => {
    assert.deepEqual(chooseEnvironment(environments, '', undefined), { kind: 'none' });
  });

  it('is the one that the settings name, ignoring case', () => {
    assert.deepEqual(chooseEnvironment(environments, 'tesT', undefined), {
      kind: 'active',
      environment: testEnvironment,
    });
  });

  it('is not production until the user picked it here', () => {
    const named = chooseEnvironment(environments, 'Live', undefined);
    assert.deepEqual(named, { kind: 'inactive', name: 'Live', environment: productionEnvironment });
    const picked = chooseEnvironment(environments, 'Live', productionEnvironment);
    assert.deepEqual(picked, { kind: 'active', environment: productionEnvironment });
  });

  it('is not a name that the user has not defined', () => {
    const choice = chooseEnvironment(environments, 'Elsewhere', undefined);
    assert.deepEqual(choice, { kind: 'inactive', name: 'Elsewhere', environment: undefined });
  });

  it('is what was picked, whatever a workspace names', () => {
    const choice = chooseEnvironment(environments, 'Live', testEnvironment);
    assert.deepEqual(choice, { kind: 'active', environment: testEnvironment });
  });

  it('is no longer what was picked when that is defined in another way', () => {
    for (const change of [{ host: 'https://moved.example' }, { kind: 'production' }, { name: 'Renamed' }]) {
      const now = readEnvironments([{ ...test, ...change }]).environments;
      assert.deepEqual(chooseEnvironment(now, '', testEnvironment), { kind: 'none' });
      const [, changed] = now;
      assert.ok(testEnvironment && changed && !isSameEnvironment(testEnvironment, changed));
    }
  });
});
