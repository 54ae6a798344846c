import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parse } from '../../../../../../server/src/core/document/parse';
import { applyEdits } from '../../../../../../server/src/core/edits/apply-edits';
import { jsonTextIn, type Written } from '../../../../../../server/src/core/edits/json-text';
import { setMember } from '../../../../../../server/src/core/edits/set-member';

const value: Written = [
  { name: '"One"', level: '1' },
  { name: '"Two"', parts: [], none: {} },
];

function insert(text: string): string {
  const { root } = parse(text);
  assert.ok(root?.kind === 'object');
  return applyEdits(text, [setMember(text, root, 'x', jsonTextIn(text, root, value))]);
}

describe('JSON text in its surroundings', () => {
  const rows: [string, string, string][] = [
    [
      'on one line',
      '{ "a": 1 }',
      '{ "a": 1, "x": [{ "name": "One", "level": 1 }, { "name": "Two", "parts": [], "none": {} }] }',
    ],
    [
      'without blanks',
      '{"a":1,"b":2}',
      '{"a":1,"b":2,"x":[{"name":"One","level":1},{"name":"Two","parts":[],"none":{}}]}',
    ],
    [
      'over lines',
      '{\n  "a": 1\n}\n',
      '{\n  "a": 1,\n  "x": [\n    {\n      "name": "One",\n      "level": 1\n    },\n    {\n      "name": "Two",\n      "parts": [],\n      "none": {}\n    }\n  ]\n}\n',
    ],
    [
      'with tabs and CRLF',
      '{\r\n\t"a" : 1\r\n}',
      '{\r\n\t"a" : 1,\r\n\t"x" : [\r\n\t\t{\r\n\t\t\t"name" : "One",\r\n\t\t\t"level" : 1\r\n\t\t},\r\n\t\t{\r\n\t\t\t"name" : "Two",\r\n\t\t\t"parts" : [],\r\n\t\t\t"none" : {}\r\n\t\t}\r\n\t]\r\n}',
    ],
    [
      'in an empty object over lines',
      '{\n}',
      '{\n  "x": [\n    {\n      "name": "One",\n      "level": 1\n    },\n    {\n      "name": "Two",\n      "parts": [],\n      "none": {}\n    }\n  ]\n}',
    ],
    [
      'in an empty object on one line',
      '{}',
      '{ "x": [{ "name": "One", "level": 1 }, { "name": "Two", "parts": [], "none": {} }] }',
    ],
  ];
  for (const [what, text, after] of rows) {
    it(what, () => {
      assert.equal(insert(text), after);
    });
  }
});
