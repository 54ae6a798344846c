import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { documentOf } from '../../../../../support/diagnose';
import { readMarkers } from '../../../../../support/markers';

const service = createTargetGroupService();

/** A group of two periods and two targets, with `¦` put in behind the first occurrence of a text. */
const text =
  '{ "name": "Spring", "periods": [{ "refCode": "A", "startDate": "2027-03-01" }, { "refCode": 7, "endDate": "x" }, {}], "targets": [{ "name": "one", "defaultValues": [{ "defaultValue": 10 }, { "defaultValue": "20" }] }, { "name": "two", "defaultValues": [{ "defaultValue": 30 }, 40, { "defaultValue": 50 }, { "defaultValue": 60 }] }] }';

function at(place: string, content = text) {
  const offset = content.indexOf(place) + place.length;
  assert.ok(offset >= place.length, place);
  const document = documentOf(content);
  return { document, position: document.positionAt(offset) };
}
const definitionAt = (place: string) => {
  const { document, position } = at(place);
  return service.definition(document, position).map(({ range }) => document.getText(range));
};
const referencesAt = (place: string, withPeriod: boolean) => {
  const { document, position } = at(place);
  return service.references(document, position, withPeriod).map(({ range }) => document.getText(range));
};
const highlightsAt = (place: string) => {
  const { document, position } = at(place);
  return service.highlights(document, position).map(({ range, kind }) => `${kind ?? ''} ${document.getText(range)}`);
};

describe('ways between default values and periods', () => {
  const ways: [place: string, definition: string[], values: string[], period: string[]][] = [
    ['"defaultValue": 1', ['"A"'], ['10', '30'], ['"A"']],
    ['{ "default', ['"A"'], ['10', '30'], ['"A"']],
    ['30 }, 4', ['7'], ['"20"', '40'], ['7']],
    ['"defaultValue": 5', ['{}'], ['50'], ['{}']],
    ['"refCode": "A', ['10', '30'], ['10', '30'], ['"A"']],
    ['2027-03', ['10', '30'], ['10', '30'], ['"A"']],
    ['"refCode": 7', ['"20"', '40'], ['"20"', '40'], ['7']],
    // More values than periods; neither of them.
    ['"defaultValue": 6', [], ['60'], []],
    ['"name": "Spr', [], [], []],
    ['"periods"', [], [], []],
    ['"name": "one', [], [], []],
  ];
  for (const [place, definition, values, period] of ways) {
    it(`at ${place}`, () => {
      assert.deepEqual(definitionAt(place), definition);
      assert.deepEqual(referencesAt(place, false), values);
      assert.deepEqual(referencesAt(place, true), [...period, ...values]);
      assert.deepEqual(highlightsAt(place), [...period.map((one) => `3 ${one}`), ...values.map((one) => `2 ${one}`)]);
    });
  }

  it('are there in half-typed text, and none in other text', () => {
    const half = '{ "periods": [{ "refCode": "A" }], "targets": [{ "defaultValues": [{ "defaultValue": 1';
    const { document, position } = at(half, half);
    assert.deepEqual(
      service.definition(document, position).map(({ range }) => document.getText(range)),
      ['"A"'],
    );
    for (const other of ['', '[]', '5', '{ "periods": 5, "targets": {} }'])
      assert.deepEqual(service.definition(documentOf(other), { line: 0, character: 1 }), []);
  });
});

describe('rename', () => {
  /** The text after a rename at `¦`, or why it is refused. */
  function renamed(marked: string, newName: string): string {
    const { text: content, cursor = 0 } = readMarkers(marked);
    const document = documentOf(content);
    const done = service.rename(document, document.positionAt(cursor), newName);
    return done.kind === 'refused' ? done.reason : TextDocument.applyEdits(document, [...done.edits]);
  }
  const periods = (...codes: string[]) =>
    `{ "periods": [${codes.map((code) => `{ "refCode": ${code} }`).join(', ')}] }`;

  const cases: [marked: string, name: string, result: string][] = [
    [periods('"Cy¦cle"', '"b"'), 'Spring', periods('"Spring"', '"b"')],
    [periods('¦"a"'), ' b ', periods('"b"')],
    [periods('"a"¦'), 'say "x"\\', periods('"say \\"x\\"\\\\"')],
    [periods('5¦'), '6', periods('6')],
    [periods('5¦'), '06', periods('"06"')],
    [periods('5¦'), '99999999999999999999', periods('"99999999999999999999"')],
    [periods('5¦'), 'six', periods('"six"')],
    [periods('"5¦"'), '6', periods('"6"')],
    [periods('"a¦"', '"b"'), 'a', periods('"a"', '"b"')],
    [periods('"a¦"', '"b"'), 'b', 'The refCode "b" is that of period 2.'],
    [periods('"a¦"', '5'), '5', 'The refCode "5" is that of period 2.'],
    [periods('"a¦"'), ' ', 'A refCode may not be empty.'],
    [periods('"a"').replace('refCode', 'ref¦Code'), 'b', 'Only the refCode of a period can be renamed.'],
    ['{ "name": "x¦" }', 'b', 'Only the refCode of a period can be renamed.'],
    ['{ "periods": [{ "refCode": "a¦', 'b', 'Only the refCode of a period can be renamed.'],
  ];
  for (const [marked, name, result] of cases) {
    it(`${marked} to ${name}`, () => {
      assert.equal(renamed(marked, name), result);
    });
  }

  it('begins with the name as it is, without its quotes', () => {
    for (const [code, shown, placeholder] of [
      ['"Cycle_1"', 'Cycle_1', 'Cycle_1'],
      ['"a\\"b"', 'a\\"b', 'a"b'],
      ['57', '57', '57'],
    ] as const) {
      const { document, position } = at(code.slice(0, 2), periods(code));
      const found = service.renameable(document, position);
      assert.equal(found && document.getText(found.range), shown);
      assert.equal(found?.placeholder, placeholder);
    }
    const { document, position } = at('"name', text);
    assert.equal(service.renameable(document, position), undefined);
  });
});

describe('names for the search in the workspace', () => {
  const namesOf = (content: string) =>
    service
      .groupSymbols(documentOf(content))
      .map(({ name, containerName, location }) => [name, containerName, documentOf(content).getText(location.range)]);

  it('are those of the group and of its targets, each at its place', () => {
    assert.deepEqual(namesOf(text), [
      ['Spring', '', '"Spring"'],
      ['one', 'Spring', '"one"'],
      ['two', 'Spring', '"two"'],
    ]);
  });

  it('are none where there is none', () => {
    for (const content of ['', '[]', '{ "name": " " }', '{ "name": 5 }', '{ "targets": [{}, 5] }'])
      assert.deepEqual(namesOf(content), content.includes('5 }') ? [['5', '', '5']] : [], content);
  });
});
