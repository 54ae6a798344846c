import assert from 'node:assert/strict';
import fc from 'fast-check';
import { originKey, parseEndpoint, type Endpoint, type UnusableAddress } from '../../../../../server/src/api/index';

function endpointOf(text: string): Endpoint {
  const parsed = parseEndpoint(text);
  if (parsed.kind === 'invalid') assert.fail(`${text}: ${parsed.reason}`);
  return parsed.endpoint;
}

describe('parseEndpoint', () => {
  const usable: [text: string, origin: string, host: string, isLoopback: boolean][] = [
    ['https://eu.api.capillarytech.com', 'https://eu.api.capillarytech.com', 'eu.api.capillarytech.com', false],
    ['eu.api.capillarytech.com', 'https://eu.api.capillarytech.com', 'eu.api.capillarytech.com', false],
    ['HTTPS://EU.Api.Example/', 'https://eu.api.example', 'eu.api.example', false],
    ['https://api.example:443', 'https://api.example', 'api.example', false],
    ['https://api.example:8443', 'https://api.example:8443', 'api.example:8443', false],
    ['api.example:8443', 'https://api.example:8443', 'api.example:8443', false],
    ['https://bücher.example', 'https://xn--bcher-kva.example', 'xn--bcher-kva.example', false],
    ['https://аpple.example', 'https://xn--pple-43d.example', 'xn--pple-43d.example', false],
    ['http://localhost:8765', 'http://localhost:8765', 'localhost:8765', true],
    ['http://127.0.0.1:8765', 'http://127.0.0.1:8765', '127.0.0.1:8765', true],
    ['http://127.8.9.10', 'http://127.8.9.10', '127.8.9.10', true],
    ['http://[::1]:80', 'http://[::1]', '[::1]', true],
    ['https://localhost', 'https://localhost', 'localhost', true],
    ['https://intranet', 'https://intranet', 'intranet', false],
  ];
  for (const [text, origin, host, isLoopback] of usable) {
    it(`takes ${text}`, () => {
      assert.deepEqual(endpointOf(text), { origin, host, isLoopback });
    });
  }

  const refused: [text: string, reason: UnusableAddress][] = [
    ['', 'empty'],
    [' https://api.example', 'forbidden-character'],
    ['https://api.example\n', 'forbidden-character'],
    ['https://api\t.example', 'forbidden-character'],
    ['https://api.example\u00a0', 'forbidden-character'],
    ['https://evil.example\\@good.example', 'forbidden-character'],
    ['https:\\\\api.example', 'forbidden-character'],
    [`https://${'a'.repeat(300)}.example`, 'forbidden-character'],
    ['https://user:password@api.example', 'user-info'],
    ['https://good.example@evil.example', 'user-info'],
    ['https://@api.example', 'user-info'],
    ['https://api.example#x', 'fragment'],
    ['https://api.example/#', 'fragment'],
    ['https://api.example?x=1', 'query'],
    ['https://api.example/v3', 'path'],
    ['https://api.example/v3/targetGroups', 'path'],
    ['https://api.example//', 'path'],
    ['api.example/v3', 'path'],
    ['http://api.example', 'not-https'],
    ['http://10.0.0.1', 'not-https'],
    ['http://127.0.0.1.evil.example', 'not-https'],
    ['http://localhost.evil.example', 'not-https'],
    ['ftp://api.example', 'not-https'],
    ['file://api.example', 'not-https'],
    ['ws://localhost', 'not-https'],
    ['javascript://api.example', 'not-https'],
    ['https://10.0.0.1', 'ip-address'],
    ['https://0.0.0.0', 'ip-address'],
    ['https://[2001:db8::1]', 'ip-address'],
    ['https://[::ffff:7f00:1]', 'ip-address'],
    ['https://2130706433', 'malformed'],
    ['https://0x7f.1', 'malformed'],
    ['http://127.1', 'malformed'],
    ['https://[0:0:0:0:0:0:0:1]', 'malformed'],
    ['https://good。example', 'malformed'],
    ['https://good．example', 'malformed'],
    ['https://ｇood.example', 'malformed'],
    ['https://go\u00adod.example', 'malformed'],
    ['https://go\u200bod.example', 'malformed'],
    ['https://ex%61mple.com', 'malformed'],
    ['https://api.example.', 'malformed'],
    ['https://.example', 'malformed'],
    ['https://api..example', 'malformed'],
    ['https://api.example:', 'malformed'],
    ['https://api.example:0', 'malformed'],
    ['https://api.example:65536', 'malformed'],
    ['https://api.example:80x', 'malformed'],
    ['https:api.example', 'malformed'],
    ['//api.example', 'malformed'],
    ['https://', 'malformed'],
    ['https://a<b.example', 'malformed'],
  ];
  for (const [text, reason] of refused) {
    it(`refuses ${JSON.stringify(text.slice(0, 50))}: ${reason}`, () => {
      assert.deepEqual(parseEndpoint(text), { kind: 'invalid', reason });
    });
  }

  it('never throws, and takes nothing but https or this machine, in ASCII, which it reads alike again', () => {
    const pieces = [
      'https://',
      'http://',
      'good.example',
      'localhost',
      '127.0.0.1',
      '@',
      ':',
      '/',
      '.',
      '。',
      '#',
      '[',
      '::1]',
      'ü',
    ];
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc
        .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 8 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        const parsed = parseEndpoint(value);
        if (parsed.kind === 'invalid') return;
        const { origin, host, isLoopback } = parsed.endpoint;
        assert.match(origin, isLoopback ? /^https?:\/\/[!-~]+$/ : /^https:\/\/[!-~]+$/);
        assert.equal(new URL(origin).host, host);
        assert.deepEqual(parseEndpoint(origin), parsed);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('originKey', () => {
  it('is the same for one server, however it is written', () => {
    for (const text of ['https://a.example', 'https://A.EXAMPLE/', 'https://a.example:443', 'a.example']) {
      assert.equal(originKey(endpointOf(text)), 'https://a.example:443');
    }
  });

  it('differs for another port, scheme, sub-domain or look-alike', () => {
    const texts = [
      'https://localhost',
      'https://localhost:8443',
      'http://localhost',
      'http://localhost:443',
      'https://a.localhost',
      'https://lоcalhost',
    ];
    assert.equal(new Set(texts.map((text) => originKey(endpointOf(text)))).size, texts.length);
  });
});
