import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  describeUnusableAddress,
  parseEndpoint,
  type Endpoint,
  type UnusableAddress,
} from '../../../../../server/src/api/index';
import { runs } from '../../../../support/runs';

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
      { numRuns: runs(400) },
    );
  });
});

describe('the ports that fetch refuses', () => {
  /** Fetch standard, "port blocking". */
  const listed =
    '1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 ' +
    '137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 ' +
    '1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080';
  const ports = listed.split(' ').map(Number);

  it('are refused as part of an address, and no others are', () => {
    const refused = Array.from({ length: 65_535 }, (_, index) => index + 1).filter(
      (port) => parseEndpoint(`https://api.example:${port}`).kind === 'invalid',
    );
    assert.deepEqual(refused, ports);
    for (const text of ['http://localhost:6000', 'api.example:1', 'http://[::1]:10080/']) {
      assert.deepEqual(parseEndpoint(text), { kind: 'invalid', reason: 'blocked-port' });
    }
  });

  it('are told without a word on https: plain http is refused there too', () => {
    assert.doesNotMatch(describeUnusableAddress('blocked-port'), /https/);
  });

  it("hold all that this Node's fetch refuses", async () => {
    const tried = [...new Set(ports.flatMap((port) => [port - 1, port, port + 1]))].filter((port) => port > 0);
    const dispatcher = { dispatch: () => assert.fail('open') };
    for (const port of tried) {
      const error: unknown = await fetch(`http://127.0.0.1:${port}`, { dispatcher } as RequestInit).then(
        () => assert.fail(),
        (thrown: unknown) => thrown,
      );
      const { cause } = error as { cause?: { message?: string } };
      if (cause?.message === 'bad port') assert.ok(ports.includes(port), String(port));
      else assert.equal(cause?.message ?? (error as Error).message, 'open', String(port));
    }
  });
});
