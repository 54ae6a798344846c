import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { pastedBody } from '../../../../../server/src/api/index';
import { runs } from '../../../../support/runs';

const canary = 'CANARY-s3cr3t';
const body = '{\n  "name": "It\'s \\"new\\" é😀 $HOME `x` \\\\ 50%",\n  "targets": []\n}';

type Quote = (text: string) => string;
const posix: Quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const double: Quote = (text) => `"${text.replace(/[\\"$`]/g, '\\$&')}"`;
const ansi: Quote = (text) =>
  `$'${text
    .replace(/[\\']/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/[\u0080-\uffff]/g, (unit) =>
      /\p{Surrogate}/u.test(unit) ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )}'`;
/** As browsers copy for cmd: a caret before each special character, and twice the line break. */
const cmd: Quote = (text) =>
  `^"${text
    .replace(/[\\"]/g, '\\$&')
    .replace(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/g, '^$&')
    .replace(/\r?\n/g, '^\n\n')}^"`;

const quotes: Readonly<Record<string, readonly [Quote, string]>> = {
  'POSIX shells': [posix, ' \\\n  '],
  'double quotes': [double, ' \\\r\n  '],
  'bash, as browsers copy': [ansi, ' \\\n'],
  'cmd, as browsers copy': [cmd, ' ^\n  '],
  'PowerShell, by line': [posix, ' `\n  '],
};

const command = (quote: Quote, next: string, value: string, text: string) =>
  [
    `curl --location ${quote('https://eu.example.com/v3/targetGroups?key=' + canary)}`,
    `-H ${quote(`Authorization: Basic ${value}`)}`,
    `--header ${quote('Content-Type: application/json')}`,
    `--user ${quote(`till:${value}`)}`,
    `--data-raw ${quote(text)}`,
  ].join(next);

describe('a pasted request', () => {
  for (const [name, [quote, next]] of Object.entries(quotes))
    it(`gives its body, quoted for ${name}, and no value of a header`, () => {
      const found = pastedBody(command(quote, next, canary, body));
      assert.deepEqual(found, {
        body,
        headers: ['Authorization', 'Content-Type'],
        otherHeaders: 0,
        credentials: ['--user'],
      });
    });

  it('never gives a secret, whatever its characters and those of the body are', () => {
    const anyText = fc.string({
      unit: fc.constantFrom(
        'a',
        "'",
        '"',
        '\\',
        '$',
        '`',
        '^',
        '%',
        '\n',
        ' ',
        '@',
        ';',
        '|',
        '&',
        '<',
        '>',
        '#',
        'é',
        '😀',
        '{',
        '}',
      ),
      maxLength: 15,
    });
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom(posix, double, ansi), (secret, value, quote) => {
        const text = JSON.stringify({ name: value });
        const found = pastedBody(command(quote, ' \\\n ', `${canary}${secret.replaceAll('\n', '')}`, text));
        assert.equal(found?.body, text);
        assert.ok(!JSON.stringify(found).includes(canary));
      }),
      { numRuns: runs(200) },
    );
  });

  it('takes any text in time, and throws at none', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            "'",
            '"',
            '\\',
            '$',
            '^',
            '`',
            '\n',
            ' ',
            '-d',
            '-H',
            'curl ',
            '{',
            '}',
            '<<E',
            'E\n',
            '@-',
            '=',
          ),
        }),
        (text) => {
          const found = pastedBody(`curl ${text}`);
          if (found) assert.equal(typeof JSON.parse(found.body), 'object');
        },
      ),
      { numRuns: runs(300) },
    );
    for (const piece of ['<<E ', "'", '\\', '^"', '-H "a" ', "$'\\u0041'", '`\n', '- '])
      assert.equal(pastedBody(`curl ${piece.repeat(1_000_000 / piece.length)}`), undefined);
  });

  it('reads a here-document, a joined option, one with an equals sign, and a prompt', () => {
    const expected = { body: '{"name":"a"}', headers: [], otherHeaders: 0, credentials: [] };
    assert.deepEqual(pastedBody(`$ curl -XPOST https://a -d @- <<'EOF' -s\n{"name":"a"}\nEOF\n`), expected);
    assert.deepEqual(pastedBody(`curl -sS https://a -d'{"name":"a"}'`), expected);
    assert.deepEqual(pastedBody(`/usr/bin/curl --json='{"name":"a"}' https://a`), expected);
    assert.deepEqual(pastedBody(`curl.exe https://a --data '{"name":"a"}' | jq .`), expected);
    assert.deepEqual(
      pastedBody(`curl -b 'x=${canary}' -u a:${canary} -H'X-Key: ${canary}' -d '{"name":"a"}' https://a`),
      {
        body: '{"name":"a"}',
        headers: [],
        otherHeaders: 1,
        credentials: ['-b', '-u'],
      },
    );
  });

  it('names no header that has no name, and tells of what an address carries', () => {
    const text = `curl -vd '{"name":"a"}' -H 'Authorization Basic ${canary}' --proxy-header 'X-A: ${canary}' -K ${canary} https://u:${canary}@a`;
    assert.deepEqual(pastedBody(text), {
      body: '{"name":"a"}',
      headers: [],
      otherHeaders: 1,
      credentials: ['-K', 'user:password@'],
    });
  });

  it('ends where the object of the body ends, so that nothing behind it comes along', () => {
    for (const text of [
      `POST /v3/targetGroups HTTP/1.1\nHost: h\n\n{ "name": "}" }\n\n###\nPOST /y\nAuthorization: Basic ${canary}\n\n{}`,
      `\`\`\`json\n{ "name": "}" }\n\`\`\`\ntoken ${canary}\n\`\`\`json\n{}\n\`\`\``,
      `curl -d '{ "name": "}" }'${canary}'{}' https://a`,
      `\`\`\`sh\ncurl -u a:${canary} -d '{ "name": "}" }' https://a\n\`\`\``,
      `TOKEN=${canary} curl -sd '{ "name": "}" }' -u a:${canary} https://a`,
      `export TOKEN=${canary}; curl -d '{ "name": "}" }' https://a`,
      `user@host:~$ sudo curl -d '{ "name": "}" }' -H ${canary} -H '${canary}: x' https://a`,
    ]) {
      const found = pastedBody(text);
      assert.equal(found?.body, '{ "name": "}" }', text);
      assert.ok(!JSON.stringify(found).includes(canary), text);
    }
  });

  it('reads an HTTP message and a fenced sample', () => {
    const message = `POST https://eu.example.com/v3/targetGroups HTTP/1.1\nAuthorization: Basic ${canary}\nContent-Type: application/json\n\n{ "name": "a" }\n`;
    assert.deepEqual(pastedBody(message), {
      body: '{ "name": "a" }',
      headers: ['Authorization', 'Content-Type'],
      otherHeaders: 0,
      credentials: [],
    });
    assert.deepEqual(pastedBody('```json\n{ "name": "a" }\n```\n'), {
      body: '{ "name": "a" }',
      headers: [],
      otherHeaders: 0,
      credentials: [],
    });
  });

  it('is none without a body that is written out', () => {
    for (const text of [
      '',
      '{ "name": "a" }',
      'curl',
      'curl https://a',
      'curl -d @body.json https://a',
      "curl -d 'client_id=a&client_secret=b' https://a",
      `curl -d '{"a":1}' -d '{"b":2}' https://a`,
      `curl -d '{"a":1} https://a`,
      'curling is a sport { }',

      'POST the letter\n{}',
      'GET /a\n\n{}',
    ])
      assert.equal(pastedBody(text), undefined, text);
  });
});
