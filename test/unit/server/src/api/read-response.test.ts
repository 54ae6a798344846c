import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Answer } from '../../../../../server/src/api/index';
import { readResponse } from '../../../../../server/src/api/read-response';
import { refusal } from '../../../../support/fake-fetch';
import { runs } from '../../../../support/runs';

const nameTaken = { code: 310069, message: 'Target group name already exists' };

function answer(status: number, text: string, rest: Partial<Answer> = {}): Answer {
  return {
    status,
    text,
    ending: 'complete',
    requestId: undefined,
    retryAfter: undefined,
    serverTime: undefined,
    redirect: undefined,
    ...rest,
  };
}

/** Kind, and what belongs to it, as one short text. */
function verdictOf(status: number, text: string, rest: Partial<Answer> = {}): string {
  const verdict = readResponse(answer(status, text, rest));
  switch (verdict.kind) {
    case 'created':
      return `created ${verdict.id}`;
    case 'rejected':
    case 'unknown':
    case 'unauthorized':
      return `${verdict.kind} ${verdict.reason}`;
  }
}

describe('readResponse: 2xx', () => {
  const cases: [text: string, verdict: string][] = [
    ['{"data":{"id":2330,"name":"x"},"errors":null,"warnings":null}', 'created 2330'],
    ['{"data":{"id":2330}}', 'created 2330'],
    ['{"data":{"id":2330},"errors":[]}', 'created 2330'],
    ['{"data":{"id":2330},"errors":[{"code":0,"message":""}]}', 'created 2330'],
    ['{"data":{"id":2330},"errors":[{"code":"0","message":""}]}', 'created 2330'],
    ['{"data":{"id":"2330"}}', 'created 2330'],
    ['{"data":{"id":7998987987686876867}}', 'created 7998987987686876867'],
    ['{"data":{"id":0}}', 'created 0'],
    ['\n {"data" : {"id" : 1} } ', 'created 1'],
    [refusal(nameTaken), 'rejected refused'],
    ['{"data":null,"errors":[{"code":"310069"}]}', 'rejected refused'],
    ['{"data":null,"errors":[{"message":"no code"}]}', 'rejected refused'],
    ['{"data":null,"errors":[{"code":null}]}', 'rejected refused'],
    ['{"data":null,"errors":["text"]}', 'rejected refused'],
    ['{"data":null,"errors":[{"code":0},{"code":310069}]}', 'rejected refused'],
    ['{"data":null,"errors":[{"code":0,"message":""}]}', 'unknown no-verdict'],
    ['{"data":null,"errors":null}', 'unknown no-verdict'],
    ['{"data":null,"errors":[null]}', 'unknown no-verdict'],
    ['{"data":null,"errors":"text"}', 'unknown no-verdict'],
    ['{"data":{"id":1},"errors":[{"code":310069}]}', 'unknown no-verdict'],
    ['{"data":{"id":1},"errors":"text"}', 'unknown no-verdict'],
    ['{"data":{"id":1},"errors":{"code":310069}}', 'unknown no-verdict'],
    ['{"data":{}}', 'unknown no-verdict'],
    ['{"data":{"id":null}}', 'unknown no-verdict'],
    ['{"data":{"id":""}}', 'unknown no-verdict'],
    ['{"data":{"id":true}}', 'unknown no-verdict'],
    ['{"data":{"id":{"id":1}}}', 'unknown no-verdict'],
    ['{"data":[{"id":1}]}', 'unknown no-verdict'],
    ['{"data":true,"errors":null}', 'unknown no-verdict'],
    ['{"__proto__":{"data":{"id":1}}}', 'unknown no-verdict'],
    ['{"data":{"__proto__":{"id":1}}}', 'unknown no-verdict'],
    ['{}', 'unknown no-verdict'],
    ['[]', 'unknown answer-unreadable'],
    ['null', 'unknown answer-unreadable'],
    ['', 'unknown answer-unreadable'],
    ['<html>ok</html>', 'unknown answer-unreadable'],
    ['{"data":{"id":2330}', 'unknown answer-unreadable'],
  ];
  for (const [text, verdict] of cases) {
    it(`${text}: ${verdict}`, () => {
      assert.equal(verdictOf(200, text), verdict);
      assert.equal(verdictOf(201, text), verdict);
    });
  }

  it('an answer that is not whole is no verdict, even if the part that came says yes', () => {
    const text = '{"data":{"id":2330},"errors":null}';
    assert.equal(verdictOf(200, text, { ending: 'cut' }), 'unknown answer-cut');
    assert.equal(verdictOf(200, text, { ending: 'too-large' }), 'unknown answer-too-large');
    assert.equal(verdictOf(200, text, { ending: 'deadline' }), 'unknown deadline');
    assert.equal(verdictOf(200, text, { ending: 'cancelled' }), 'unknown cancelled');
  });
});

describe('readResponse: other statuses', () => {
  const created = '{"data":{"id":2330},"errors":null}';
  const no = refusal(nameTaken);
  const html = '<html>';
  const cases: [statuses: number[], text: string, verdict: string][] = [
    [[401, 403], no, 'unauthorized refused'],
    [[401, 403], html, 'unauthorized refused'],
    [[401, 403], created, 'unauthorized refused'],
    [[400, 404, 405, 409, 415, 421, 422, 425, 429, 461, 498, 499], no, 'rejected refused'],
    [[400, 404, 405, 409, 415, 421, 422, 425, 429, 461, 498, 499], html, 'rejected refused'],
    [[400, 429], created, 'rejected refused'],
    [[408, 500, 502, 503, 504, 521, 599], no, 'rejected refused'],
    [[408, 500, 502, 503, 504, 521, 599], html, 'unknown answer-unreadable'],
    [[408, 500, 503], '', 'unknown answer-unreadable'],
    [[408, 500, 503], created, 'unknown no-verdict'],
    [[408, 500], '{"errors":[{"code":310069}]}', 'unknown no-verdict'],
    [[408, 500], '{"data":null,"errors":[]}', 'unknown no-verdict'],
    [[408, 500], '{"data":null,"errors":[{"code":0,"message":""}]}', 'unknown no-verdict'],
    [[408, 500], '{"data":{"id":1},"errors":[{"code":1}]}', 'unknown no-verdict'],
    [[100, 199, 0, 600, 999], no, 'rejected refused'],
    [[100, 199, 0, 600, 999], created, 'unknown no-verdict'],
  ];
  for (const [statuses, text, verdict] of cases) {
    it(`${statuses.join(', ')} with ${text}: ${verdict}`, () => {
      for (const status of statuses) assert.equal(verdictOf(status, text), verdict);
    });
  }

  it('3xx: rejected as a redirect, whatever the body', () => {
    for (const status of [0, 300, 301, 302, 303, 304, 307, 308]) {
      assert.equal(verdictOf(status, created, { redirect: { to: 'elsewhere.example' } }), 'rejected redirect');
    }
  });

  it('a status that is a verdict by itself stays one when its body broke off', () => {
    for (const ending of ['cut', 'too-large', 'deadline', 'cancelled'] as const) {
      assert.equal(verdictOf(400, '{"da', { ending }), 'rejected refused');
      assert.equal(verdictOf(401, '{"da', { ending }), 'unauthorized refused');
    }
    assert.equal(verdictOf(500, no, { ending: 'cut' }), 'unknown answer-cut');
  });
});

describe('readResponse: errors', () => {
  function errorsOf(text: string): unknown {
    const verdict = readResponse(answer(400, text));
    return verdict.kind === 'rejected' ? verdict.errors : verdict.kind;
  }

  it('keeps code and message as they came', () => {
    assert.deepEqual(
      errorsOf(refusal(nameTaken, { code: '310008' }, { message: 'm' }, 'text', { code: null, message: 5 })),
      [
        nameTaken,
        { code: '310008', message: '' },
        { code: undefined, message: 'm' },
        { code: undefined, message: 'text' },
        { code: undefined, message: '' },
      ],
    );
  });

  it('takes a hundred errors, says how many more there are, cuts long messages and leaves no control characters', () => {
    const many = (length: number) => errorsOf(refusal(...Array.from({ length }, () => nameTaken))) as unknown[];
    assert.deepEqual([many(100).length, many(100).at(-1)], [100, nameTaken]);
    assert.deepEqual(many(101).slice(99), [nameTaken, { code: undefined, message: '1 more error is not shown.' }]);
    assert.deepEqual(many(5000).slice(100), [{ code: undefined, message: '4900 more errors are not shown.' }]);
    assert.deepEqual(errorsOf(refusal({ code: 1, message: '\u001b[31mred\u202e' + 'x'.repeat(5000) })), [
      { code: 1, message: `\\u{1b}[31mred\\u{202e}${'x'.repeat(2000 - 9)}…` },
    ]);
  });

  it('has none when the body is anything else', () => {
    for (const text of ['{"errors":5}', '{"errors":{"0":{"code":1}}}', '[{"code":1}]', '"errors"', 'null', '<']) {
      assert.deepEqual(errorsOf(text), []);
    }
  });

  it('answers for any text and any status, without throwing', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.json().map((inner) => `{"data":${inner},"errors":[${inner}]}`),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 999 }), (body, status) => {
        const verdict = readResponse(answer(status, body));
        if (verdict.kind === 'created') assert.ok(status >= 200 && status < 300 && verdict.id !== '');
      }),
      { numRuns: runs(200) },
    );
  });

  it('survives nesting that is too deep for recursion', () => {
    const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
    assert.match(verdictOf(200, `{"data":{"id":2330,"x":${deep}}}`), /^(created 2330|unknown answer-unreadable)$/);
    assert.match(verdictOf(200, '{"a":'.repeat(500_000)), /^unknown/);
  });
});
