import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { group, list, object, period, target, values } from '../../../../../support/definition-text';
import { diagnose, documentOf, expectDiagnostics } from '../../../../../support/diagnose';

const digits = '123456789012345678901234567890';

/** What authors, generators and attackers write, each with exactly what is said about it. */
const texts: Readonly<Record<string, string>> = {
  'an empty file': '«json-syntax:»',
  'a byte order mark and nothing': '«byte-order-mark:\uFEFF»«json-syntax:»',
  'a byte order mark': `«byte-order-mark:\uFEFF»${group()}`,
  CRLF: group({ x: '0' }).replace('"x"', '«unknown-property:"x"»').replaceAll(', ', ',\r\n\t'),
  'a lone carriage return': group({ x: '0' }).replace('"x"', '«unknown-property:"x"»').replaceAll(', ', ',\r'),
  'all line ends at once': group({ name: '\n\r\n\r«name-empty:""»\r\r\n' }),
  '__proto__ in the group': group({ '«unknown-property:"__proto__"»': '{ "name": 5, "periods": 5 }' }),
  '__proto__ in a period': group({
    periods: list(period({ '«unknown-property:"__proto__"»': '{ "refCode": null }' })),
  }),
  'what every object has': group({
    '«unknown-property:"constructor"»': '1',
    '«unknown-property:"toString"»': '"x"',
    '«unknown-property:"hasOwnProperty"»': 'true',
    '«unknown-property:"valueOf"»': '{}',
  }),
  '__proto__ in place of what is required':
    '«schema-required:{» «unknown-property:"__proto__"»: { "name": "a" }, "trackingType": "CAPPING" }',
  'what every object has, as values': group({
    trackingType: '«schema-enum:"constructor"»',
    timeZoneName: '«time-zone:"__proto__"»',
    periods: list(period({ periodStatus: '«schema-enum:"toString"»', refCode: '"__proto__"' })),
    targets: list(target({ targetEntity: '«schema-enum:"valueOf"»' })),
  }),
  'a key again, and again': group({ name: '"A", «duplicate-key:"name"»: "B", «duplicate-key:"name"»: "C"' }),
  '__proto__ twice': group({ '«unknown-property:"__proto__"»': '1, «duplicate-key:"__proto__"»: 2' }).replace(
    '«duplicate-key:"__proto__"»',
    '«unknown-property:«duplicate-key:"__proto__"»»',
  ),
  'the same key in another spelling': group({ name: '"A", «duplicate-key:"n\\u0061me"»: "B"' }),
  'half a pair in a name': group({ name: '"\\ud83d"' }),
  'half a pair as it is': group({ name: '"a\ud83d"', description: '"\ude00"' }),
  'half a pair in a key': group({ '«unknown-property:"\ud83d"»': '1' }),
  '1e999': group({ frequency: '1e999', targets: list(target({ defaultValues: values('1e999') })) }),
  '-1e999': group({ totalPeriods: '«schema-minimum:-1e999»' }),
  '1e999 where a text belongs': group({ name: '«schema-type:1e999»' }),
  'an integer of 30 digits': group({ frequency: `«integer-precision:${digits}»`, preferredTillId: digits }),
  'a fraction of 30 digits': group({ frequency: `«schema-type:0.${digits}»` }),
  'a number of 30 digits as a count of periods': group({
    recurringCycles: `«integer-precision:«cycle-limit:${digits}»»`,
  }),
  'a NUL in a text': group({ name: '"a«json-syntax:\u0000»b"' }),
  'a definition in a list': `«schema-type:[${group()}]»`,
  'an object without a key': `{ "name": "a", "trackingType": "CAPPING", "periods": [${object({ '«unknown-property:""»': '1', refCode: '"a"', startDate: '"2027-01-01"', endDate: '"2027-01-01"' })}] }`,
};

describe('bad input', () => {
  for (const [what, marked] of Object.entries(texts)) {
    it(`${what}: is said where it is`, () => {
      expectDiagnostics(marked);
    });
  }

  it('leaves the prototype of everything as it was', () => {
    diagnose(
      '{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } }, "name": "a" }',
    );
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('is answered for a selection of everything, too', () => {
    const document = documentOf(group({ periods: list(...Array.from({ length: 50 }, () => '{ "active": "true" }')) }));
    const service = createTargetGroupService();
    const found = service.diagnose(document);
    const all = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
    const titles = service.codeActions(document, all, found).map(({ title }) => title);
    assert.equal(titles.filter((title) => title === 'Convert to true').length, 50);
  });
});
