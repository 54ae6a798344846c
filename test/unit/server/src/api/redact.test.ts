import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { formatRequest, maskSecrets, redactUrl, toPrintable } from '../../../../../server/src/api/index';

/** Text that occurs nowhere by itself. */
const secret = fc.string({
  unit: fc.constantFrom(...Array.from('QZJXqzjx0189!"\\/+=&% é😀')),
  minLength: 10,
  maxLength: 30,
});

function formsOf(text: string): string[] {
  return [
    text,
    encodeURIComponent(text),
    Buffer.from(text).toString('base64'),
    createHash('md5').update(text).digest('hex'),
    JSON.stringify(text).slice(1, -1),
  ];
}

function assertAbsent(output: string, text: string): void {
  for (const form of formsOf(text)) assert.ok(!output.includes(form), `${form} in ${output}`);
}

describe('maskSecrets', () => {
  it('leaves no form of a secret in a text', () => {
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
        assertAbsent(
          maskSecrets(
            formsOf(value)
              .map((form) => before + form + after)
              .join(''),
            [value],
          ),
          value,
        );
      }),
    );
  });

  it('masks the longer of two secrets first, and leaves short ones alone', () => {
    assert.equal(maskSecrets('a secret-and-more b', ['secret', 'secret-and-more']), 'a *** b');
    assert.equal(maskSecrets('abc', ['abc', '']), 'abc');
    assert.equal(maskSecrets('x\ud800secret', ['\ud800secret']), 'x***');
  });
});

describe('formatRequest', () => {
  it('never holds a secret that is in a header, the query, the user info, the fragment or the body', () => {
    const headerName = fc.oneof(
      fc.constantFrom('Authorization', 'X-CAP-API-OAUTH-TOKEN', 'Cookie', 'X-Anything', 'constructor', '__proto__'),
      fc.string({ minLength: 1 }).filter((name) => !/^(?:accept|server|date)$/i.test(name)),
    );
    fc.assert(
      fc.property(secret, headerName, (value, name) => {
        const encoded = encodeURIComponent(value);
        const request = {
          method: 'POST',
          url: `https://${encoded}:${encoded}@api.example/v3/oauth/token/generate?key=${encoded}#${encoded}`,
          headers: { Accept: 'application/json', [name]: `Bearer ${value}` },
          body: JSON.stringify({ key: value, secret: value }),
        };
        const output = formatRequest(request).join('\n');
        assertAbsent(output, value);
        assert.match(
          output,
          /^POST https:\/\/api\.example\/v3\/oauth\/token\/generate\nAccept: application\/json\n\(1 more/,
        );
      }),
    );
  });

  it('masks the given secrets even where a header may be shown', () => {
    const request = { method: 'GET', url: 'https://a.example/canary-1', headers: { Server: 'is canary-1' } };
    assert.deepEqual(formatRequest(request, ['canary-1']), ['GET https://a.example/***', 'Server: is ***']);
  });

  it('keeps to one line each', () => {
    const request = { method: 'GET', url: 'https://a.example/', headers: { Server: 'a\r\nAuthorization: b\u001b[2J' } };
    assert.deepEqual(formatRequest(request), [
      'GET https://a.example/',
      'Server: a\\u{d}\\u{a}Authorization: b\\u{1b}[2J',
    ]);
  });
});

describe('redactUrl', () => {
  it('keeps origin and path of a web address, and nothing of any other', () => {
    assert.equal(redactUrl('https://u:p@a.example:8443/x/y?q=1#f'), 'https://a.example:8443/x/y');
    assert.equal(redactUrl('data:text/plain,secret'), 'data:…');
    assert.equal(redactUrl('no address with a secret'), '(no address)');
  });
});

describe('toPrintable', () => {
  it('shows what a terminal would obey', () => {
    assert.equal(
      toPrintable('a\u001b[31m\n\u2028\u202e\u200b\u0085\ud800é😀'),
      'a\\u{1b}[31m\\u{a}\\u{2028}\\u{202e}\\u{200b}\\u{85}\\u{d800}é😀',
    );
    assert.equal(toPrintable('abcdef', 3), 'abc…');
  });
});
