import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMessageFromPreview, isMessageToPreview } from '../../../../../server/src/protocol/preview-messages';
import { previewTexts } from '../../../../../server/src/protocol/preview-texts';
import { lineRange, previewModel, submittedView } from '../../../../support/preview/models';

const picture = { kind: 'picture', generation: 1, model: previewModel() };
const stalled = { kind: 'stalled', generation: 2, reason: 'closed' };
const start = { kind: 'start', texts: previewTexts, uri: 'file:///x' };
const submitted = { kind: 'submitted', view: submittedView() };
const ready = { kind: 'ready' };
const reveal = { kind: 'reveal', version: 3, range: lineRange(7) };
const locate = { kind: 'locate', pointer: '/targets/0/name' };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const copy = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;

/** Every place in a value, the root first. */
function* pathsIn(value: Json, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    yield* pathsIn(member, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** The value with another one in that place. */
function replaced(value: Json, [first, ...rest]: Path, by: Json): Json {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? replaced(item, rest, by) : item));
  if (typeof value !== 'object' || value === null) throw new Error('no such place');
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === first ? replaced(member, rest, by) : member]),
  );
}

describe('messages to the preview', () => {
  for (const message of [picture, stalled, start, submitted]) {
    it(`${message.kind}: taken as it is`, () => {
      assert.equal(isMessageToPreview(message), true);
      assert.equal(isMessageToPreview(copy(message)), true);
      assert.equal(isMessageFromPreview(message), false);
    });

    it(`${message.kind}: refused with anything of another type in any place`, () => {
      const whole = copy(message);
      const wrong = fc.constantFrom<Json>(null, true, -1, 1.5, '2027-13', ['x'], [], { length: 3 }, {});
      fc.assert(
        fc.property(fc.constantFrom(...pathsIn(whole)), wrong, (path, by) => {
          const changed = replaced(whole, path, by);
          const kept = path.reduce<Json>((value, key) => (value as Record<string, Json>)[key] ?? null, whole);
          // Another text, switch or empty list is as good as the one that was there.
          fc.pre(message.kind !== 'submitted' || by !== null || path.length !== 1);
          fc.pre(typeof kept !== typeof by || (typeof kept === 'object' && Array.isArray(kept) !== Array.isArray(by)));
          assert.equal(isMessageToPreview(changed), false, `${path.join('.')} = ${JSON.stringify(by)}`);
        }),
      );
    });
  }

  it('refused with a member too many or too few, wherever', () => {
    const whole = copy(picture);
    const objects = [...pathsIn(whole)].filter((path) => {
      const at = path.reduce<Json>((value, key) => (value as Record<string, Json>)[key] ?? null, whole);
      return typeof at === 'object' && at !== null && !Array.isArray(at);
    });
    const optional =
      /^model\.(extent|(headline\.(kind|active)Range)|rhythm\.range|periods\.\d+\.(startDay|endDay|days|startRange|endRange)|frames\.\d+\.(startDay|endDay))$/;
    for (const path of objects) {
      const at = path.reduce<Json>((value, key) => (value as Record<string, Json>)[key] ?? null, whole);
      const members = Object.entries(at as Record<string, Json>);
      for (const extra of ['x', 'constructor', 'toString']) {
        const more = Object.fromEntries([...members, [extra, 1]]) as Json;
        assert.equal(isMessageToPreview(replaced(whole, path, more)), false, `${path.join('.')} with ${extra}`);
      }
      const proto = JSON.parse(`{"__proto__": {}, ${JSON.stringify(at).slice(1)}`) as Json;
      assert.equal(isMessageToPreview(replaced(whole, path, proto)), false, `${path.join('.')} with __proto__`);
      for (const [key] of members) {
        const less = Object.fromEntries(members.filter(([other]) => other !== key)) as Json;
        const name = [...path, key].join('.');
        assert.equal(isMessageToPreview(replaced(whole, path, less)), optional.test(name), `less ${name}`);
      }
    }
  });

  it('taken where nothing was sent, refused with a time that is none', () => {
    assert.equal(isMessageToPreview({ kind: 'submitted', view: null }), true);
    assert.equal(isMessageToPreview({ kind: 'submitted', view: submittedView({ time: 'now' }) }), false);
    assert.equal(isMessageToPreview({ kind: 'submitted' }), false);
  });

  it('refused when inherited members stand in for own ones', () => {
    assert.equal(isMessageToPreview(Object.create(picture)), false);
    assert.equal(isMessageFromPreview(Object.create(ready)), false);
  });

  it('refused when huge', () => {
    const long = 'x'.repeat(5_000_000);
    const many = Array.from({ length: 20_000 }, () => previewModel().facts[0]);
    assert.equal(isMessageToPreview({ ...picture, model: { ...previewModel(), facts: many } }), false);
    const headline = { ...previewModel().headline, name: long };
    assert.equal(isMessageToPreview({ ...picture, model: previewModel({ headline }) }), false);
  });

  it('refused with a hole in a list', () => {
    const facts = [...previewModel().facts];
    Reflect.deleteProperty(facts, 0);
    assert.equal(isMessageToPreview({ ...picture, model: { ...previewModel(), facts } }), false);
  });
});

describe('messages from the preview', () => {
  it('taken as they are', () => {
    assert.equal(isMessageFromPreview(ready), true);
    assert.equal(isMessageFromPreview(reveal), true);
    assert.equal(isMessageFromPreview(locate), true);
  });

  const end = { line: 9, character: 0 };
  const refused: unknown[] = [
    undefined,
    null,
    'ready',
    [],
    {},
    { kind: 'Ready' },
    { ...ready, uri: 'file:///etc/passwd' },
    { ...reveal, uri: 'file:///etc/passwd' },
    { ...reveal, version: '3' },
    { ...reveal, range: undefined },
    { ...reveal, range: { start: { line: -1, character: 0 }, end } },
    { ...reveal, range: { start: { line: 1e400, character: 0 }, end } },
    { ...reveal, range: { start: { line: NaN, character: 0 }, end } },
    { ...reveal, range: { start: { line: 0.5, character: 0 }, end } },
    { ...reveal, range: { start: { line: '1', character: 0 }, end } },
    { ...reveal, range: { start: { line: 1 }, end } },
    { ...locate, pointer: 'targets' },
    { ...locate, pointer: `/${'x'.repeat(1000)}` },
    { ...locate, pointer: ['/name'] },
    picture,
  ];
  for (const [index, message] of refused.entries()) {
    it(`refused: number ${index}`, () => {
      assert.equal(isMessageFromPreview(message), false);
    });
  }

  it('nothing makes the guards throw', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true }), (value) => {
        assert.equal(typeof isMessageFromPreview(value), 'boolean');
        assert.equal(typeof isMessageToPreview(value), 'boolean');
      }),
    );
  });
});
