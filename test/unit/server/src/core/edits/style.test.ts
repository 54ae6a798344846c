import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixesOf } from '../../../../../support/fixes';

/** A definition as authors indent it; `→` stands for one step of indentation, each line for one of the file. */
const lines = `{
→"trackingType": "CAPPING",
→"preferredTillId": "12",
→"orgId": 5,
→"orgID": 5,
→"periods": [
→→{
→→→"id": 6,
→→→"startDate": "2027-03-01",
→→→"endDate": "2027-03-31",
→→→"endDate": "2027-03-31"
→→}
→],
→"filters": {},
→"targets": {
→→"name": "Spend",
→→"targetEntity": "TRANSACTION",
→→"targetType": "SALES"
→}
}
`;

/** [code, title, the lines that change: from what to what] */
const changes: [code: string, title: string, from: string, to: string][] = [
  ['schema-required', 'Insert a name', '→"orgID": 5,\n', '→"orgID": 5,\n→"name": "New target group",\n'],
  ['schema-type', 'Convert to 12', '→"preferredTillId": "12",\n', '→"preferredTillId": 12,\n'],
  ['server-field', 'Remove "orgId"', '→"orgId": 5,\n', ''],
  ['unknown-property', 'Remove this member', '→"orgID": 5,\n', ''],
  [
    'duplicate-key',
    'Remove the repetition',
    '"endDate": "2027-03-31",\n→→→"endDate": "2027-03-31"\n',
    '"endDate": "2027-03-31"\n',
  ],
  [
    'documented-required',
    'Insert refCode: "Cycle_1"',
    '→→→"endDate": "2027-03-31",\n→→→"endDate": "2027-03-31"\n',
    '→→→"endDate": "2027-03-31",\n→→→"endDate": "2027-03-31",\n→→→"refCode": "Cycle_1"\n',
  ],
];

const styles: [name: string, lineEnd: string, indent: string][] = [
  ['LF and two blanks', '\n', '  '],
  ['LF and four blanks', '\n', '    '],
  ['LF and tabs', '\n', '\t'],
  ['CRLF and two blanks', '\r\n', '  '],
  ['CRLF and tabs', '\r\n', '\t'],
  ['lone CR and two blanks', '\r', '  '],
];

describe('fixes: keep the style of the file, byte for byte', () => {
  for (const [name, lineEnd, indent] of styles) {
    const inStyle = (text: string) => text.replaceAll('→', indent).replaceAll('\n', lineEnd);
    for (const [code, title, from, to] of changes) {
      it(`${name}: ${code}, ${title}`, () => {
        const text = inStyle(lines);
        const fix = fixesOf(text, code).find((candidate) => candidate.title === title);
        assert.ok(text.includes(inStyle(from)));
        assert.equal(fix?.after, text.replace(inStyle(from), inStyle(to)));
      });
    }

    it(`${name}: an object becomes a list of one as it stands`, () => {
      const text = inStyle(lines.replace('→"filters": {},\n', '').replace('"12"', '12'));
      const start = text.indexOf('{', text.indexOf('"targets"'));
      const end = text.indexOf(`${indent}}`, start) + indent.length + 1;
      const [fix] = fixesOf(text, 'schema-type');
      assert.equal(fix?.after, `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`);
    });

    it(`${name}: a member goes into an empty object, on a line of its own`, () => {
      const text = inStyle('{\n→"trackingType": "CAPPING",\n→"name": "A",\n→"periods": [\n→→{}\n→]\n}\n');
      const [fix] = fixesOf(text, 'documented-required');
      assert.equal(fix?.after, text.replace('{}', inStyle('{\n→→→"refCode": "Cycle_1"\n→→}')));
    });

    it(`${name}: comments, commas and byte order marks go, and nothing else`, () => {
      const text = inStyle('\uFEFF{\n→// first\n→"trackingType": "CAPPING", /* second */\n→"name": "A",\n}\n');
      assert.equal(fixesOf(text, 'byte-order-mark')[0]?.after, text.slice(1));
      assert.equal(fixesOf(text, 'json-comment')[0]?.after, text.replace('// first', ''));
      assert.equal(fixesOf(text, 'json-trailing-comma')[0]?.after, text.replace('"A",', '"A"'));
    });
  }
});
