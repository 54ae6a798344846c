import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isList, isObject, type Json, NumberText } from '../../../../../server/src/sandbox/json-value';
import { readJson } from '../../../../../server/src/sandbox/read-json';
import { writeJson } from '../../../../../server/src/sandbox/write-json';

function toPlain(value: Json): unknown {
  if (value instanceof NumberText) return Number(value.text);
  if (isList(value)) return value.map(toPlain);
  if (!isObject(value)) return value;
  const plain = {};
  for (const [key, member] of value) {
    Object.defineProperty(plain, key, { value: toPlain(member), enumerable: true, configurable: true, writable: true });
  }
  return plain;
}

describe('sandbox: reading and writing JSON', () => {
  it('reads what the runtime reads, in any layout', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('', '\t', '  '), (json, indent) => {
        const text = `\r\n ${JSON.stringify(JSON.parse(json), undefined, indent)} `;
        const read = readJson(text);
        assert.ok(read !== undefined);
        assert.deepEqual(toPlain(read), JSON.parse(text));
      }),
    );
  });

  it('refuses what the runtime refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('{}[]",:\\u0 -1.e+tfn')) }), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        assert.equal(readJson(text) !== undefined, isJson);
      }),
    );
  });

  it('writes what it read, number texts and order of members included', () => {
    const text =
      '{"2":1.00,"1":[-0,1e5,12345678901234567890,0.1E-7],"__proto__":{"\\"\\\\":"é\\u0000😀"},"n":null,"t":true}';
    assert.equal(writeJson(readJson(text) ?? null), text);
  });

  it('takes the last of equal keys', () => {
    assert.equal(writeJson(readJson('{"a":1,"b":2,"a":3}') ?? null), '{"a":3,"b":2}');
  });

  it('stops at 512 levels', () => {
    const nested = (depth: number) => readJson('['.repeat(depth) + ']'.repeat(depth));
    assert.ok(nested(512) !== undefined);
    assert.equal(nested(513), undefined);
    assert.equal(nested(3_000_000), undefined);
  });
});
