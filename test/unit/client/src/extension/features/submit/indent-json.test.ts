import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indentJson } from '../../../../../../../client/src/extension/features/submit/indent-json';

describe('the indentation of an answer', () => {
  it('keeps numbers and texts as they are written', () => {
    const answer =
      '{"data":{"id":7998987987686876867,"v":1.00,"s":"a \\" , { b","none":{},"list":[ ]},"errors":[null,true]}';
    assert.equal(
      indentJson(answer),
      `{
  "data": {
    "id": 7998987987686876867,
    "v": 1.00,
    "s": "a \\" , { b",
    "none": {},
    "list": []
  },
  "errors": [
    null,
    true
  ]
}
`,
    );
  });

  it('changes nothing but blanks, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        assert.deepEqual(JSON.parse(indentJson(text)), JSON.parse(text));
        assert.equal(JSON.stringify(JSON.parse(indentJson(text))), JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('leaves alone what is no JSON object, is cut, long or deep', () => {
    const texts = ['<html>{}</html>', '', '[1]', '{"a":', '{"a" : b c}', `{"a":${'['.repeat(70)}${']'.repeat(70)}}`];
    for (const text of [...texts, `{"a":"${'x'.repeat(600_000)}"}`]) assert.equal(indentJson(text), text);
  });
});
