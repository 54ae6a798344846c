import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Node } from '../../../../../../server/src/core/document/node';
import type { parse } from '../../../../../../server/src/core/document/parse';
import type { SyntaxFix, SyntaxProblem } from '../../../../../../server/src/core/document/syntax-problem';
import { applyEdits } from '../../../../../../server/src/core/edits/apply-edits';
import { assertTree, describeDamagedJson, isAccepted, read } from '../../../../../support/corpus/describe-damaged-json';
import { describeHostileText } from '../../../../../support/corpus/describe-hostile-text';
import { readMarkers } from '../../../../../support/markers';
import { tokensOf } from '../../../../../support/tokens';
import { runs } from '../../../../../support/runs';

/** Marked text, and the text after the repair that is offered; a row without a second column has none that helps. */
type Row = [marked: string, mended?: string];

const broken: Record<string, Row[]> = {
  'nothing written': [
    ['«json-syntax:»'],
    ['«json-syntax:» '],
    ['«json-syntax:»\t\r\n '],
    ['\uFEFF«json-syntax:»'],
    ['\uFEFF«json-syntax:»\n'],
  ],
  'half typed': [
    ['«json-syntax:{»', '{}'],
    ['«json-syntax:[»'],
    ['«json-syntax:"»', '""'],
    ['«json-syntax:"a»', '"a"'],
    ['{«json-syntax:"»'],
    ['{«json-syntax:"a»'],
    ['{«json-syntax:"a"»'],
    ['{"a"«json-syntax::»'],
    ['{"a"«json-syntax::» '],
    ['{«json-syntax:"a"»: }'],
    ['{"a": «json-syntax:"»'],
    ['{"a": «json-syntax:"»}', '{"a": ""}'],
    ['{"a": «json-syntax:"b»'],
    ['{"a": «json-syntax:t»}', '{"a": true}'],
    ['{"a": «json-syntax:fals»}', '{"a": false}'],
    ['{"a": «json-syntax:nul», "b": 1}', '{"a": null, "b": 1}'],
    ['{"a": «json-syntax:-»}'],
    ['{"a": «json-syntax:1»', '{"a": 1}'],
    ['{"a": 1«json-syntax:,»'],
    ['{"a": 1, «json-syntax:"»'],
    ['{"a": 1, «json-syntax:"b»'],
    ['{"a": 1, «json-syntax:"b"»'],
    ['{"a": 1, «json-syntax:"b"»}'],
    ['{"a": 1, "b"«json-syntax::»'],
    ['{"a": 1, "b": «json-syntax:[»'],
    ['{"a": 1, "b": [«json-syntax:2»', '{"a": 1, "b": [2]}'],
    ['{"a": 1, "b": [2«json-syntax:,»'],
    ['{"a": 1, "b": [2, 3«json-syntax:]»', '{"a": 1, "b": [2, 3]}'],
    ['{"a": 1, "b": {"c": «json-syntax:2»', '{"a": 1, "b": {"c": 2}}'],
    ['{\n  "a": «json-syntax:"b»\n}', '{\n  "a": "b"\n}'],
    ['{\n  "a": «json-syntax:"b»,\n  "c": 1\n}', '{\n  "a": "b",\n  "c": 1\n}'],
    ['{\n  «json-syntax:"a»\n}'],
    ['{\n  "a": 1\n  «json-syntax:"»\n}'],
    ['{\n  "a": 1,\n  «json-syntax:"b»\n}'],
    ['{\n  "a": 1,\n  «json-syntax:"b"»\n}'],
    ['{\n  «json-syntax:"a"»:\n  "b": 1\n}'],
    ['{\n  «json-syntax:"a"»\n  "b": 1\n}'],
    ['{\n  «json-syntax:"a"»\n  "b": 1,\n "c": 2\n}'],
    ['{\n  «json-syntax:a»\n}'],
    ['{"a": {«json-syntax:"b"»}, "c": 1}'],
    ['{"a": [{«json-syntax:"b"»: }], "c": 1}'],
    ['«json-syntax:x»', '"x"'],
  ],
  commas: [
    ['{"a": 1 «json-syntax:"b"»: 2}', '{"a": 1, "b": 2}'],
    ['{"a": "b" «json-syntax:"c"»: 1}', '{"a": "b", "c": 1}'],
    ['{"a": {} «json-syntax:"b"»: 1}', '{"a": {}, "b": 1}'],
    ['{"a": [] «json-syntax:"b"»: 1}', '{"a": [], "b": 1}'],
    ['{"a": true «json-syntax:"b"»: 1}', '{"a": true, "b": 1}'],
    ['[1 «json-syntax:2»]', '[1, 2]'],
    ['["a" «json-syntax:"b"»]', '["a", "b"]'],
    ['[{} «json-syntax:{»}]', '[{}, {}]'],
    ['[[] «json-syntax:[»]]', '[[], []]'],
    ['{"a": 1,«json-syntax:,» "b": 2}', '{"a": 1, "b": 2}'],
    ['{«json-syntax:,» "a": 1}', '{ "a": 1}'],
    ['[1,«json-syntax:,»2]', '[1,2]'],
    ['[«json-syntax:,»1]', '[1]'],
    ['[«json-syntax:,»]', '[]'],
    ['{"a": 1,«json-syntax:,»}'],
    ['{"a": 1«json-syntax:;» "b": 2}', '{"a": 1, "b": 2}'],
    ['{"a": 1«json-syntax:;»}', '{"a": 1}'],
    ['[1«json-syntax:;» 2]', '[1, 2]'],
    ['{"a": 1«json-trailing-comma:,»}', '{"a": 1}'],
    ['[1«json-trailing-comma:,»]', '[1]'],
    ['{"a": {"b": 1«json-trailing-comma:,»}}', '{"a": {"b": 1}}'],
  ],
  colons: [
    ['{"a" «json-syntax:1»}', '{"a": 1}'],
    ['{"a" «json-syntax:"b"»}', '{"a": "b"}'],
    ['{"a" «json-syntax:{»}}', '{"a": {}}'],
    ['{"a" «json-syntax:[»1]}', '{"a": [1]}'],
    ['{"a" «json-syntax:true», "b": 1}', '{"a": true, "b": 1}'],
    ['{"a"«json-syntax:;» 1}', '{"a": 1}'],
    ['{"a"«json-syntax:=» 1}', '{"a": 1}'],
    ['{"a" «json-syntax:=>» 1}', '{"a" : 1}'],
    ['{"a":«json-syntax::» 1}', '{"a": 1}'],
    ['{"a": 1«json-syntax::» 2}'],
    ['{«json-syntax::» 1}'],
    ['[1«json-syntax::» 2]'],
    ['[«json-syntax::» 1]'],
    ['{«json-syntax:"a"», "b": 1}'],
  ],
  quotes: [
    ['{«json-syntax:"a»: 1}', '{"a": 1}'],
    ['{«json-syntax:a"»: 1}', '{"a": 1}'],
    ['{«json-syntax:a»: 1}', '{"a": 1}'],
    [`{«json-syntax:'a'»: 1}`, '{"a": 1}'],
    ['{«json-syntax:1»: 2}', '{"1": 2}'],
    ['{"a": 1, «json-syntax:true»: 2}', '{"a": 1, "true": 2}'],
    ['{«json-syntax:"a»: "x", "b": 1}', '{"a": "x", "b": 1}'],
    ['{«json-syntax:"a»: 1, "b": 2}', '{"a": 1, "b": 2}'],
    ['{"a": «json-syntax:"b»}', '{"a": "b"}'],
    ['{"a": «json-syntax:"b», "c": 1}', '{"a": "b", "c": 1}'],
    ['{"a": «json-syntax:"b»,"c": 1}', '{"a": "b","c": 1}'],
    ['{"a": [{"b": «json-syntax:"1»}, {"b": "2"}]}', '{"a": [{"b": "1"}, {"b": "2"}]}'],
    ['{"a": [«json-syntax:"b», "c"]}', '{"a": ["b", "c"]}'],
    ['{"a": «json-syntax:b"»}', '{"a": "b"}'],
    ['{"a": «json-syntax:b c"», "d": 1}', '{"a": "b c", "d": 1}'],
    ['["a, b"«json-syntax:c»]'],
    ['{"a": «json-syntax:b»}', '{"a": "b"}'],
    [`{"a": «json-syntax:'b'»}`, '{"a": "b"}'],
    [`{"a": «json-syntax:'it\\'s'»}`, `{"a": "it's"}`],
    [`{"a": «json-syntax:'b}»`],
    ['{"a": "say "«json-syntax:hi»" now", "b": 1}'],
    ['{"a": «json-syntax:"b»\nc"}'],
    ['{"a": "b\u2028c", "d": «json-syntax:e»}', '{"a": "b\u2028c", "d": "e"}'],
    ['{"a": «json-syntax:"b\\"»}', '{"a": "b\\""}'],
    ['{"a": «json-syntax:"{"b":"c"}"», "d": 1}', '{"a": "{\\"b\\":\\"c\\"}", "d": 1}'],
    ['{"a": «json-syntax:"[{"b":[1]}]"»}', '{"a": "[{\\"b\\":[1]}]"}'],
    ['{"a": "say "«json-syntax:hi»", then", "b": 1}'],
    ['{"a": "{", "b": "}"}'],
  ],
  brackets: [
    ['«json-syntax:}»'],
    ['«json-syntax:]»'],
    ['{«json-syntax:]»', '{}'],
    ['[«json-syntax:}»', '[]'],
    ['{"a": 1«json-syntax:]»', '{"a": 1}'],
    ['[1«json-syntax:}»', '[1]'],
    ['{"a": [1, 2«json-syntax:}»', '{"a": [1, 2]}'],
    ['{"a": [1, 2«json-syntax:}»}', '{"a": [1, 2]}'],
    ['{"a": [1«json-syntax:}», "b": 2}', '{"a": [1], "b": 2}'],
    ['{"a": [1, «json-syntax:}»'],
    ['{"a": {"b": 1«json-syntax:]»}', '{"a": {"b": 1}}'],
    ['{"a": {"b": 1«json-syntax:]», "c": 2}', '{"a": {"b": 1}, "c": 2}'],
    ['[{"a": 1«json-syntax:]»', '[{"a": 1}]'],
    ['[{"a": 1, "b": [1«json-syntax:}», {"a": 2}]', '[{"a": 1, "b": [1]}, {"a": 2}]'],
    ['{"a": [{"b": 1}, {"b": 2«json-syntax:]»}', '{"a": [{"b": 1}, {"b": 2}]}'],
    ['{"a": [{"b": 1, «json-syntax:{»"b": 2}]}', '{"a": [{"b": 1}, {"b": 2}]}'],
    ['{"a": [{"b": 1 «json-syntax:{»"b": 2}]}', '{"a": [{"b": 1}, {"b": 2}]}'],
    ['{"a": [{"b": [1«json-syntax:}», {"b": [2]}]}', '{"a": [{"b": [1]}, {"b": [2]}]}'],
    ['{"a": [{"b": [1«json-syntax:}», "c": 2}]}', '{"a": [{"b": [1], "c": 2}]}'],
    ['{"a": [1]«json-syntax:]»}', '{"a": [1]}'],
    ['{"a": [1«json-syntax:}», 2]}', '{"a": [1, 2]}'],
    ['{"a": {"b": 1}«json-syntax:}», "c": 2}', '{"a": {"b": 1}, "c": 2}'],
    ['{"a": 1}«json-syntax:}»', '{"a": 1}'],
    ['{}«json-syntax:]»', '{}'],
    ['[1]«json-syntax:]»', '[1]'],
    ['{"a": [{"b": 1}, «json-syntax:"c"»: 2}', '{"a": [{"b": 1}], "c": 2}'],
    ['{"a": [{"b": 1} «json-syntax:"c"»: 2}', '{"a": [{"b": 1}], "c": 2}'],
    ['{"a": [1, «json-syntax:"c"»: 2}', '{"a": [1], "c": 2}'],
    ['{"a": [ «json-syntax:"c"»: 2}', '{"a": [], "c": 2}'],
    ['{"a": [{"b": 1}, «json-syntax:"b"»: 2}]}', '{"a": [{"b": 1}, {"b": 2}]}'],
    ['{"b": 0, "a": [«json-syntax:"b"»: 1}]}', '{"b": 0, "a": [{"b": 1}]}'],
    ['[«json-syntax:"a"»: 1}]', '[{"a": 1}]'],
    ['[«json-syntax:"a"»: 1]'],
    ['«json-syntax:"a"»: 1}', '{"a": 1}'],
    ['«json-syntax:"a"»: 1, "b": 2'],
    ['{«json-syntax:{»"a": 1}}'],
    ['{«json-syntax:[»1]}'],
    ['{"a": 1, «json-syntax:{»"b": 2}}'],
    ['{"a": 1 «json-syntax:{»"b": 2}}'],
    ['{"a": «json-syntax:(1)»}', '{"a": "(1)"}'],
  ],
  numbers: [
    ['{"a": «json-syntax:01»}', '{"a": 1}'],
    ['{"a": «json-syntax:-01»}', '{"a": -1}'],
    ['{"a": «json-syntax:00»}', '{"a": 0}'],
    ['{"a": «json-syntax:+1»}', '{"a": 1}'],
    ['{"a": «json-syntax:.5»}', '{"a": 0.5}'],
    ['{"a": «json-syntax:-.5»}', '{"a": -0.5}'],
    ['{"a": «json-syntax:5.»}', '{"a": 5}'],
    ['{"a": «json-syntax:1e»}'],
    ['{"a": «json-syntax:1e+»}'],
    ['{"a": «json-syntax:0x10»}'],
    ['{"a": «json-syntax:1_000»}'],
    ['{"a": «json-syntax:1.2.3»}'],
    ['{"a": 1,«json-syntax:000»}'],
    ['{"a": 1 «json-syntax:000»}'],
    ['{"a": «json-syntax:1n»}'],
    ['{"a": «json-syntax:--1»}'],
    ['{"a": «json-syntax:NaN»}'],
    ['{"a": «json-syntax:Infinity»}'],
    ['{"a": «json-syntax:-Infinity»}'],
    ['{"a": «json-syntax:10%»}'],
  ],
  words: [
    ['{"a": «json-syntax:True»}', '{"a": true}'],
    ['{"a": «json-syntax:FALSE»}', '{"a": false}'],
    ['{"a": «json-syntax:None»}', '{"a": null}'],
    ['{"a": «json-syntax:undefined»}', '{"a": null}'],
    ['{"a": «json-syntax:truth»}', '{"a": "truth"}'],
    ['{"a": «json-syntax:yes» no}'],
    ['{"a": true «json-syntax:false»}'],
    ['{"a": «json-syntax:/»}'],
    ['{"a": «json-syntax:<b>»}', '{"a": "<b>"}'],
    ['{"a": «json-syntax:\u0000»}'],
    ['{"a": «json-syntax:❤»}'],
  ],
  'escapes and characters': [
    ['{"a": "«json-syntax:\\x»"}', '{"a": "\\\\x"}'],
    [`{"a": "«json-syntax:\\'»"}`, `{"a": "\\\\'"}`],
    ['{"a": "«json-syntax:\\u12»"}'],
    ['{"a": "«json-syntax:\\u12»G4"}'],
    ['{"a": "«json-syntax:\\x»\\y"}'],
    ['{"a«json-syntax:\\x»": 1}', '{"a\\\\x": 1}'],
    ['{"a": "b«json-syntax:\t»c"}', '{"a": "b\\tc"}'],
    ['{"a": "«json-syntax:\u0000»"}', '{"a": "\\u0000"}'],
    ['{"a": "«json-syntax:\u001F»"}', '{"a": "\\u001f"}'],
    ['{"a": "\u007F\u0080\u2028\u2029\uFEFF"}'],
    ['{"a": "\uD800"}'],
    ['{"\uDC00": 1}'],
    ['{"a":«json-syntax:\u00A0»1}', '{"a": 1}'],
    ['{«json-syntax:\u2028»"a": 1}', '{ "a": 1}'],
    ['{"a"«json-syntax:\u3000»: 1}', '{"a" : 1}'],
    ['{"a": 1«json-syntax:\u000C»}', '{"a": 1 }'],
    ['{«json-syntax:\uFEFF»}', '{ }'],
    ['«json-syntax:\u200B»{}', ' {}'],
    ['\uFEFF«json-syntax:\uFEFF»{}', '\uFEFF {}'],
    ['{"a": [1,«json-syntax:\u00A0\u00A0»2]}', '{"a": [1,  2]}'],
  ],
  comments: [
    ['«json-comment:// c»\n{}', '\n{}'],
    ['{} «json-comment:// c»', '{} '],
    ['«json-comment:/* c */» {}', ' {}'],
    ['{"a": «json-comment:/* c */» 1}', '{"a":  1}'],
    ['{«json-comment:/* c */»}', '{}'],
    ['{"a" «json-comment:/* c */» : 1}', '{"a"  : 1}'],
    ['[1 «json-comment:/* , */», 2]', '[1 , 2]'],
    ['{"a": 1 «json-comment:// c»\r}', '{"a": 1 \r}'],
    ['{"a": 1 «json-comment:// c»\r\n}', '{"a": 1 \r\n}'],
    ['{"a": 1}«json-comment://»', '{"a": 1}'],
    ['{"a": "// c"}'],
    ['{«json-syntax:/* c }»'],
    ['«json-syntax:/* c»'],
    ['{"a": 1} «json-syntax:/* c»'],
    ['«json-syntax:#» c\n{}'],
    ['{"a": 1, «json-syntax:#» c\n "b": 2}'],
  ],
  'around the definition, and whole texts': [
    ['{}«json-syntax:{}»'],
    ['{} «json-syntax:{}»'],
    ['{}«json-syntax:,»', '{}'],
    ['{}«json-syntax:;»', '{}'],
    ['[]«json-syntax:{}»'],
    ['1 «json-syntax:2»'],
    ['{"a": 1} «json-syntax:x»'],
    ['{"a": 1} «json-syntax:"b": 2»'],
    ['«json-syntax:x» {"a": 1}'],
    ['«json-syntax:const» x = {"a": 1}'],
    ['«json-syntax:<!--» c -->{}'],
    ['true'],
    ['"x"'],
    ['null'],
    ['-0'],
    ['\uFEFF{}'],
    ['\r{\r"a": 1\r}\r'],
    ['\r\n{\r\n"a" «json-syntax:1»\r\n}\r\n', '\r\n{\r\n"a": 1\r\n}\r\n'],
    ['{"__proto__": 1}'],
    ['{"__proto__": {"__proto__": 1«json-syntax:}»', '{"__proto__": {"__proto__": 1}}'],
    ['{"a": 1, "a": 2}'],
    ['{"": 1}'],
  ],
};

/** More than one mistake: each is told once. */
const twice: string[] = [
  '{"a": [1«json-trailing-comma:,»]«json-trailing-comma:,»}',
  '{«json-syntax:"a"», «json-syntax:"b"»}',
  '{"a": 1«json-trailing-comma:,» «json-comment:// c»\n}',
  '«json-syntax:»«json-comment:// nothing else»',
  '{"a": {"b": 1 «json-syntax:"c"»: «json-syntax:01»}, «json-syntax:d»: 2}',
  '{"a": «json-syntax:tru», "b": "«json-syntax:\\x»", "c": «json-syntax:01»}',
  '{«json-syntax:a»: 1,\n«json-syntax:b»: 2}',
  '{"a": [«json-syntax:01», «json-syntax:.5»], "b": 1«json-trailing-comma:,»}',
  '{"a": «json-syntax:"b»,\n"c": «json-syntax:"d»\n}',
  '{«json-syntax:"a"»:\n"b": 1 «json-syntax:"c"»: 2}',
];

/** Problems as the markers name them, in the order of the text. */
function seenIn(problems: readonly SyntaxProblem[], text: string): string[] {
  return [...problems]
    .sort((a, b) => a.offset - b.offset || a.length - b.length)
    .map(({ code, offset, length }) => `${code} «${text.slice(offset, offset + length)}»@${offset}`);
}

function expectedIn({ text, expected }: ReturnType<typeof readMarkers>): string[] {
  return [...expected]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ code, start, end }) => `${code} «${text.slice(start, end)}»@${start}`);
}

/** The repair that leaves fewer problems, as the editor would offer it. */
function helpful(text: string, problems: readonly SyntaxProblem[]): SyntaxFix | undefined {
  return problems
    .flatMap(({ fix }) => fix ?? [])
    .find((fix) => read(applyEdits(text, fix.edits)).problems.length < problems.length);
}

/** The value of a tree as JSON.parse gives it: the last of repeated keys counts, `__proto__` is a key as any other. */
function valueOf(node: Node): unknown {
  switch (node.kind) {
    case 'object': {
      const entries = node.members.map(({ key, value }) => [key.value, value && valueOf(value)] as const);
      const object = {};
      for (const [key, value] of entries)
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
      return object;
    }
    case 'array':
      return node.items.map(valueOf);
    case 'null':
      return null;
    default:
      return node.value;
  }
}

describe('parse: one mistake is one problem, on its exact place', () => {
  for (const [group, rows] of Object.entries(broken)) {
    describe(group, () => {
      for (const [marked, mended] of rows) {
        it(JSON.stringify(marked), () => {
          const marks = readMarkers(marked);
          const { problems } = read(marks.text);
          assert.deepEqual(seenIn(problems, marks.text), expectedIn(marks));
          const fix = helpful(marks.text, problems);
          assert.equal(fix && applyEdits(marks.text, fix.edits), mended);
          assertTree(marks.text);
        });
      }
    });
  }

  it('is a table of more than 200 texts, each once', () => {
    const all = Object.values(broken).flatMap((rows) => rows.map(([marked]) => marked));
    assert.ok(all.length > 200, String(all.length));
    assert.deepEqual([...new Set(all)], all);
  });

  for (const marked of twice) {
    it(`several mistakes: ${JSON.stringify(marked)}`, () => {
      const marks = readMarkers(marked);
      assert.deepEqual(seenIn(read(marks.text).problems, marks.text), expectedIn(marks));
    });
  }

  it('names the place where an open bracket began', () => {
    const [problem] = read('{"a": [1, {"b": 2}').problems;
    assert.deepEqual(problem?.related, { place: { offset: 6, length: 1 }, message: 'The array begins here.' });
  });

  it('says in its messages what stands there and what is expected', () => {
    const messages: [text: string, message: string][] = [
      ['', 'The file is empty; a target group definition is expected.'],
      ['{"a": 1 "b": 2}', 'A comma is missing in front of "b".'],
      ['{"a" 1}', 'A colon is missing between the key and "1".'],
      ['{"a": "b\tc"}', 'The control character U+0009 is not allowed in a text; it is written \\t.'],
      ['{"a":\u00A01}', 'The character U+00A0 is no blank that JSON knows.'],
      ['{"a": [1}, "b": 2}', '"}" stands where the array is closed by "]".'],
      ['{"a": Spring sale", "b": 1}', 'The text "Spring sale"" has no opening quote.'],
      ['{"a": True}', 'True is not a JSON value; it is written true.'],
      ['{"a": 01}', '01 is not a number as JSON writes them.'],
      [`{"a": "${'x'.repeat(99)}`, `The text "${'x'.repeat(38)}… has no closing quote.`],
      ['{"a": [1, 2', 'The text ends while 2 brackets are still open: ]} is missing.'],
    ];
    for (const [text, message] of messages)
      assert.deepEqual(
        read(text).problems.map((one) => one.message),
        [message],
      );
  });
});

describe('parse: agrees with JSON.parse', () => {
  /** After JSONTestSuite: what a reader must take, must refuse, and what readers disagree about. */
  const suite: string[] = [
    ...[
      '[[]   ]',
      '[""]',
      '[]',
      '["a"]',
      '[false]',
      '[null, 1, "1", {}]',
      '[null]',
      '[1\n]',
      ' [1]',
      '[1,null,null,null,2]',
    ],
    ...['[2] ', '[123e65]', '[0e+1]', '[0e1]', '[ 4]', '[-0.000000000000000000000000000000000000000000001]', '[20e1]'],
    ...[
      '[123]',
      '[-0]',
      '[-123]',
      '[-1]',
      '[1E22]',
      '[1E-2]',
      '[1E+2]',
      '[123e45]',
      '[123.456e78]',
      '[1e-2]',
      '[1e+2]',
    ],
    ...['[123.456789]', '{"asd":"sdf", "dfg":"fgh"}', '{"a":"b","a":"c"}', '{}', '{"":0}', '{"foo\\u0000bar": 42}'],
    ...['{ "min": -1.0e+28, "max": 1.0e+28 }', '{"a":[]}', '["\\u0060\\u012a\\u12AB"]', '["\\uD801\\udc37"]'],
    ...['["\\\"\\\\\\/\\b\\f\\n\\r\\t"]', '["\\\\u0000"]', '["\\""]', '["a/*b*/c/*d//e"]', '["\\\\a"]', '["\\u0012"]'],
    ...[
      '["\\uFFFF"]',
      '["asd"]',
      '[ "asd"]',
      '["\u{10FFFF}"]',
      '["\uFFFF"]',
      '["\\u0000"]',
      '["\u2028"]',
      '["\u2029"]',
    ],
    ...['["\\uDADA"]', '["\uDADA"]', '["\\u0022"]', '["\u007f"]', 'false', '42', '-0.1', 'null', '"asd"', 'true', '""'],
    ...[
      '["a"]\n',
      '[true]',
      ' [] ',
      '[1 true]',
      '["": 1]',
      '[""],',
      '[,1]',
      '[1,,2]',
      '["x",,]',
      '["x"]]',
      '["",]',
      '["x"',
    ],
    ...[
      '[x',
      '[3[4]]',
      '[\uFFFF]',
      '[1:2]',
      '[,]',
      '[-]',
      '[   , ""]',
      '["a",\n4\n,1,',
      '[1,]',
      '["\va"\\f]',
      '[*]',
      '["a"',
    ],
    ...[
      '[1,',
      '[1,\n1\n,1',
      '[{}',
      '[fals]',
      '[nul]',
      '[tru]',
      '[++1234]',
      '[+1]',
      '[+Inf]',
      '[-01]',
      '[-1.0.]',
      '[-2.]',
    ],
    ...[
      '[-NaN]',
      '[.-1]',
      '[.2e-3]',
      '[0.1.2]',
      '[0.3e+]',
      '[0.3e]',
      '[0.e1]',
      '[0E+]',
      '[0E]',
      '[0e+]',
      '[0e]',
      '[1.0e+]',
    ],
    ...[
      '[1.0e-]',
      '[1.0e]',
      '[1 000.0]',
      '[1eE2]',
      '[2.e+3]',
      '[2.e-3]',
      '[2.e3]',
      '[9.e+]',
      '[Inf]',
      '[NaN]',
      '[\uFF11]',
    ],
    ...[
      '[1+2]',
      '[0x1]',
      '[0x42]',
      '[Infinity]',
      '[0e+-1]',
      '[-123.123foo]',
      '[-Infinity]',
      '[-foo]',
      '[- 1]',
      '[-012]',
    ],
    ...[
      '[-.123]',
      '[-1x]',
      '[1ea]',
      '[1.]',
      '[.123]',
      '[1.2a-3]',
      '[1.8011670033376514H-308]',
      '[012]',
      '["x", truth]',
    ],
    ...[
      '{[: "x"}',
      '{"x", null}',
      '{"x"::"b"}',
      '{"a":"a" 123}',
      "{key: 'value'}",
      '{"a" b}',
      '{:"b"}',
      '{"a" "b"}',
      '{"a":',
    ],
    ...[
      '{"a"',
      '{1:1}',
      '{9999E9999:1}',
      '{null:null,null:null}',
      '{"id":0,,,,,}',
      "{'a':0}",
      '{"id":0,}',
      '{"a":"b"}/**/',
    ],
    ...[
      '{"a":"b"}/**//',
      '{"a":"b"}//',
      '{"a":"b"}/',
      '{"a":"b",,"c":"d"}',
      '{a: "b"}',
      '{"a":"a',
      '{ "foo" : "bar", "a" }',
    ],
    ...[
      '{"a":"b"}#',
      ' ',
      '["\\uD800\\"]',
      '["\\uD800\\u"]',
      '["\\uD800\\u1"]',
      '["\\uD800\\u1x"]',
      '[\u00E9]',
      '["\\x00"]',
    ],
    ...[
      '["\\\\\\"]',
      '["\\\t"]',
      '["\\\u{1F300}"]',
      '["\\"]',
      '["\\u00A"]',
      '["\\uD834\\uDd"]',
      '["\\uD800\\uD800\\x"]',
      '["\\a"]',
    ],
    ...[
      '["\\uqqqq"]',
      '[\\u0020"asd"]',
      '[\\n]',
      '"',
      "['single quote']",
      'abc',
      '["\\',
      '["a\u0000a"]',
      '["new\nline"]',
      '["\t"]',
    ],
    ...[
      '"\\UA66D"',
      '""x',
      '<.>',
      '[<null>]',
      '[1]x',
      '[1]]',
      '["asd]',
      'aå',
      '[True]',
      '1]',
      '{"x": true,',
      '[][]',
      ']',
      '[',
      '',
    ],
    ...[
      '[{"":[{"":',
      '{',
      '{]',
      '{,',
      '{[',
      '{"a',
      "{'a'",
      '["a',
      '{\\u',
      '{"a":/*comment*/"b"}',
      '{"a": true} "x"',
      "['",
      '[,',
    ],
    ...[
      '[{',
      '["a',
      '[\u2060]',
      '\u00E9',
      '*',
      '{"a":"b"}#{}',
      '[\u000C]',
      '[\u00A0]',
      '[1e400]',
      '[-1e-400]',
      '[100000000000000000000]',
    ],
    ...[
      '{"__proto__": {"a": 1}, "constructor": null, "toString": []}',
      '{"\\u0061": 1, "a": 2}',
      '[1.00, 7998987987686876867]',
    ],
  ];

  for (const text of suite) {
    it(JSON.stringify(text), () => {
      const { root, problems } = read(text);
      assert.equal(problems.length === 0, isAccepted(text), JSON.stringify(problems));
      if (problems.length === 0) assert.deepEqual(root && valueOf(root), JSON.parse(text));
      assertTree(text);
    });
  }

  const json = fc.json({ maxDepth: 4, stringUnit: 'binary' });
  /** JSON with blanks of every kind, rarely written keys, and numbers as authors type them. */
  const spread = fc
    .tuple(json, fc.constantFrom('\n', '\r\n', '\r', '\t', ' '), fc.constantFrom(undefined, 2, '\t'))
    .map(([text, lineEnd, indent]) => JSON.stringify(JSON.parse(text), undefined, indent).replaceAll('\n', lineEnd));
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '\\',
    '/',
    '//',
    '/*',
    '*/',
    '\n',
    '\r',
    ' ',
    '\t',
    '\u00A0',
    '\uFEFF',
    'true',
    'x',
  ];
  const more = [
    '-',
    '0',
    '1',
    '.',
    'e',
    "'",
    ';',
    '=',
    '\\u12',
    '\u0000',
    '\uD800',
    '\u2028',
    '"a"',
    '"a":',
    '{"a":1}',
    '1,',
  ];
  const piece = fc.constantFrom(...pieces, ...more);
  const change = fc.record({
    at: fc.nat(),
    remove: fc.nat({ max: 4 }),
    insert: fc.oneof(piece, fc.constant(''), fc.string({ maxLength: 3 })),
  });
  const mutated = fc.tuple(fc.oneof(json, spread), fc.array(change, { maxLength: 4 })).map(([text, changes]) =>
    changes.reduce((now, { at, remove, insert }) => {
      const offset = at % (now.length + 1);
      return now.slice(0, offset) + insert + now.slice(offset + remove);
    }, text),
  );
  const anything = fc.oneof(
    { weight: 3, arbitrary: mutated },
    { weight: 1, arbitrary: fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  );

  it('on every JSON text: no problem, and the same value', () => {
    fc.assert(
      fc.property(fc.oneof(json, spread), (text) => {
        const { root, problems } = read(text);
        assert.deepEqual(problems, []);
        assert.deepEqual(root && valueOf(root), JSON.parse(text));
        assertTree(text);
      }),
      { numRuns: runs(100) },
    );
  });

  it('on every other text: problems exactly where JSON.parse refuses, whatever stands there', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const start = text.startsWith('\uFEFF') ? 1 : 0;
        assert.equal(read(text).problems.length === 0, isAccepted(text.slice(start)));
        assertTree(text);
      }),
      { numRuns: runs(600) },
    );
  });

  it('apart from comments and trailing commas, which their repairs remove without a trace', () => {
    const comment = fc.constantFrom('/* c */', '// c\n', '/**/', '//\r\n', '/* "{[,:" */');
    fc.assert(
      fc.property(
        json,
        fc.array(comment, { maxLength: 20 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        (text, comments, commas) => {
          let commented = '';
          let left = 0;
          for (const { text: token } of tokensOf(text)) {
            const closes =
              (token === '}' || token === ']') && !/[[{,]$/.test(commented.trimEnd()) && commas.pop() === true;
            commented += `${closes ? ',' : ''}${comments.pop() ?? ''}${token}`;
            left += closes ? 1 : 0;
          }
          const { problems } = read(commented);
          assert.equal(problems.filter(({ code }) => code === 'json-trailing-comma').length, left);
          assert.deepEqual(
            problems.filter(({ code }) => code === 'json-syntax'),
            [],
          );
          const edits = problems.flatMap(({ fix }) => fix?.edits ?? []);
          assert.deepEqual(JSON.parse(applyEdits(commented, edits)), JSON.parse(text));
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('and the same text is read the same way twice', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const seen = ({ root, problems, depth }: ReturnType<typeof parse>) =>
          JSON.stringify([root && valueOf(root), problems, depth]);
        assert.equal(seen(read(text)), seen(read(text)));
      }),
      { numRuns: runs(60) },
    );
  });
});

// `npm run test:corpus` damages every place.
describeDamagedJson({ every: 5 });

// `npm run test:corpus` has them long enough for whatever takes more than linear time.
describeHostileText({ length: 10_000 });

describe('parse: large texts', () => {
  it('reads what JSON.parse reads of a definition with 5,000 periods', () => {
    const periods = Array.from({ length: 5000 }, (_, index) => ({ refCode: `P${index}`, startDate: '2027-01-01' }));
    const text = JSON.stringify({ name: 'Many', periods }, undefined, 2);
    const { root } = read(text);
    assert.deepEqual(root && valueOf(root), { name: 'Many', periods });
  });
});
