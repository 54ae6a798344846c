import assert from 'node:assert/strict';
import { createCredentials, placeOf } from '../../../../../../client/src/extension/infrastructure/secrets';
import { parseEndpoint } from '../../../../../../server/src/api/index';

function createStore() {
  const values = new Map<string, string>();
  return {
    values,
    get: (key: string) => Promise.resolve(values.get(key)),
    store: (key: string, value: string) => Promise.resolve(void values.set(key, value)),
    delete: (key: string) => Promise.resolve(void values.delete(key)),
  };
}

const credentialKeys = ({ values }: ReturnType<typeof createStore>): string[] =>
  [...values.keys()].filter((key) => key.includes('://'));

const credential = { kind: 'basic', user: 'till.1', passwordDigest: 'bdc87b9c894da5168059e00ebffb9077' } as const;

describe('stored credentials', () => {
  it('come back for the origin they were stored for, in every spelling of it', async () => {
    const credentials = createCredentials(createStore());
    await credentials.write('https://eu.example.com', credential);
    for (const spelling of ['https://eu.example.com', 'eu.example.com', 'https://EU.example.com:443/']) {
      const parsed = parseEndpoint(spelling);
      assert.ok(parsed.kind === 'ok');
      assert.deepEqual(await credentials.read(parsed.endpoint.origin, 'basic'), credential, spelling);
    }
  });

  const others = [
    'https://eu.example.com:8443',
    'http://eu.example.com',
    'https://sub.eu.example.com',
    'https://eu.example.com.',
    'https://eu.example.com.evil.example',
    'https://xn--e-7ga.example.com',
    'https://a@eu.example.com',
  ];
  for (const other of others) {
    it(`are not there for ${other}`, async () => {
      const credentials = createCredentials(createStore());
      await credentials.write('https://eu.example.com', credential);
      assert.equal(await credentials.read(other, 'basic'), undefined);
    });
  }

  it('are nothing when they were moved to the key of another origin', async () => {
    const store = createStore();
    const credentials = createCredentials(store);
    await credentials.write('https://a.example', credential);
    await credentials.write('https://b.example', { ...credential, user: 'other' });
    const [keyOfA = '', keyOfB = ''] = credentialKeys(store);
    store.values.set(keyOfB, store.values.get(keyOfA) ?? '');
    assert.equal(await credentials.read('https://b.example', 'basic'), undefined);
    assert.deepEqual(await credentials.read('https://a.example', 'basic'), credential);
  });

  it('are gone after they were forgotten, and only those', async () => {
    const store = createStore();
    const credentials = createCredentials(store);
    await credentials.write('https://a.example', credential);
    await credentials.write('https://b.example', credential);
    await credentials.forget('https://a.example');
    assert.equal(await credentials.read('https://a.example', 'basic'), undefined);
    assert.deepEqual(await credentials.read('https://b.example', 'basic'), credential);
    assert.equal(credentialKeys(store).length, 1);
    assert.doesNotMatch([...store.values].join(), /a\.example/);
  });

  it('of a till and of an API client are two', async () => {
    const credentials = createCredentials(createStore());
    const client = { kind: 'oauth', key: 'key', secret: 'secret' } as const;
    await credentials.write('https://a.example', credential);
    assert.equal(await credentials.read('https://a.example', 'oauth'), undefined);
    await credentials.write('https://a.example', client);
    assert.deepEqual(await credentials.read('https://a.example', 'oauth'), client);
    assert.deepEqual(await credentials.read('https://a.example', 'basic'), credential);
    assert.deepEqual(await credentials.places(), ['https://a.example']);
    await credentials.forget('https://a.example');
    assert.deepEqual(await credentials.places(), []);
    assert.equal(await credentials.read('https://a.example', 'oauth'), undefined);
  });

  it('of two environments on one host are two', async () => {
    const credentials = createCredentials(createStore());
    const endpoint = { origin: 'https://a.example', host: 'a.example', isLoopback: false };
    const [uat, live] = [placeOf({ name: 'UAT', endpoint }), placeOf({ name: 'Live', endpoint })];
    await credentials.write(uat, credential);
    assert.equal(await credentials.read(live, 'basic'), undefined);
    assert.deepEqual(await credentials.read(placeOf({ name: 'uat', endpoint }), 'basic'), credential);
  });

  it('have an index of origins without a secret in it', async () => {
    const store = createStore();
    await createCredentials(store).write('https://a.example', credential);
    assert.equal(store.values.get('targetgroup.places'), 'https://a.example');
  });

  it('are nothing when what is stored is broken', async () => {
    const store = createStore();
    const credentials = createCredentials(store);
    await credentials.write('https://a.example', credential);
    const [key = ''] = credentialKeys(store);
    for (const broken of ['', 'https://a.example', 'https://a.example\nuser', '{}', '\n\n']) {
      store.values.set(key, broken);
      assert.equal(await credentials.read('https://a.example', 'basic'), undefined, broken);
    }
  });
});
