import assert from 'node:assert/strict';
import { createCredentials } from '../../../../../../client/src/extension/infrastructure/secrets';
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

const credential = { user: 'till.1', passwordDigest: 'bdc87b9c894da5168059e00ebffb9077' };

describe('stored credentials', () => {
  it('come back for the origin they were stored for, in every spelling of it', async () => {
    const credentials = createCredentials(createStore());
    await credentials.write('https://eu.example.com', credential);
    for (const spelling of ['https://eu.example.com', 'eu.example.com', 'https://EU.example.com:443/']) {
      const parsed = parseEndpoint(spelling);
      assert.ok(parsed.kind === 'ok');
      assert.deepEqual(await credentials.read(parsed.endpoint.origin), credential, spelling);
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
      assert.equal(await credentials.read(other), undefined);
    });
  }

  it('are nothing when they were moved to the key of another origin', async () => {
    const store = createStore();
    const credentials = createCredentials(store);
    await credentials.write('https://a.example', credential);
    await credentials.write('https://b.example', { ...credential, user: 'other' });
    const [keyOfA = '', keyOfB = ''] = store.values.keys();
    store.values.set(keyOfB, store.values.get(keyOfA) ?? '');
    assert.equal(await credentials.read('https://b.example'), undefined);
    assert.deepEqual(await credentials.read('https://a.example'), credential);
  });

  it('are gone after they were forgotten, and only those', async () => {
    const store = createStore();
    const credentials = createCredentials(store);
    await credentials.write('https://a.example', credential);
    await credentials.write('https://b.example', credential);
    await credentials.forget('https://a.example');
    assert.equal(await credentials.read('https://a.example'), undefined);
    assert.deepEqual(await credentials.read('https://b.example'), credential);
    assert.equal(store.values.size, 1);
  });

  it('are nothing when what is stored is broken', async () => {
    const store = createStore();
    const credentials = createCredentials(store);
    await credentials.write('https://a.example', credential);
    const [key = ''] = store.values.keys();
    for (const broken of ['', 'https://a.example', 'https://a.example\nuser', '{}', '\n\n']) {
      store.values.set(key, broken);
      assert.equal(await credentials.read('https://a.example'), undefined, broken);
    }
  });
});
