import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, period, target, values } from '../../../../../support/definition-text';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import { diagnose, expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes, fixesOf } from '../../../../../support/fixes';
import { readMarkers } from '../../../../../support/markers';
import { readSchema, resolveReference, type SchemaNode } from '../../../../../support/target-group-schema';
import { table } from '../../../../../support/table';

const inPeriod = (members: Record<string, string>) => group({ periods: list(period(members)) });
const inTarget = (members: Record<string, string>) => group({ targets: list(target(members)) });
const inFilter = (members: Record<string, string>) =>
  inTarget({ filters: list(object({ entityType: '"STORE"', entityIds: '[]', ...members })) });

/** One JSON text of every type. */
const samples: Readonly<Record<string, string>> = {
  string: '"zzz"',
  integer: '7',
  number: '7.5',
  boolean: 'true',
  array: '[]',
  object: '{}',
};

/** Where the members of each object of the schema stand in a definition. */
const homes: Readonly<Record<string, (member: string, value: string) => string>> = {
  group: (member, value) => object({ name: '"Spring"', trackingType: '"CAPPING"', ...{ [member]: value } }),
  period: (member, value) => inPeriod({ [member]: value }),
  target: (member, value) => inTarget({ [member]: value }),
  filter: (member, value) => inFilter({ [member]: value }),
  streak: (member, value) => group({ streaks: list(object({ [member]: value })) }),
  unifiedTargetExpression: (member, value) => group({ unifiedTargetExpression: object({ [member]: value }) }),
  extendedFieldInfo: (member, value) => inTarget({ extendedFieldInfo: object({ [member]: value }) }),
  aggregateWindow: (member, value) => group({ aggregateWindow: object({ [member]: value }) }),
};

/** The codes that stand on exactly the marked text. */
function codesOn(marked: string): string[] {
  const { text, expected } = readMarkers(marked);
  const [place] = expected;
  assert.ok(place);
  const at = (range: Range) => [range.start, range.end].map(({ character }) => character);
  const onPlace = ({ range }: Diagnostic) => String(at(range)) === String([place.start, place.end]);
  return diagnose(text)
    .filter(onPlace)
    .map(({ code }) => String(code));
}

describe('schema-type', () => {
  const schema: SchemaNode = readSchema();
  const objects: Readonly<Record<string, SchemaNode>> = { group: schema, ...schema.definitions };

  for (const [owner, home] of Object.entries(homes)) {
    const properties = objects[owner]?.properties ?? {};
    for (const [member, node] of Object.entries(properties)) {
      const { type, enum: values } = resolveReference(schema, node);
      if (node.readOnly || type === undefined) continue;
      const accepted = new Set([type].flat().flatMap((name) => (name === 'number' ? ['number', 'integer'] : [name])));
      it(`${owner}.${member} takes ${[...accepted].join(' or ')} alone`, () => {
        for (const [name, sample] of Object.entries(samples)) {
          const value = member === 'name' && name === 'string' ? '"Spring"' : sample;
          const codes = codesOn(home(member, `«the-value:${value}»`));
          const isTypeFinding = codes.includes('schema-type');
          assert.equal(isTypeFinding, !accepted.has(name), `${member}: ${value} has ${codes.join()}`);
          if (!isTypeFinding && name === 'string' && values) assert.ok(codes.includes('schema-enum'), codes.join());
        }
        assert.deepEqual(codesOn(home(member, '«the-value:null»')), []);
      });
    }
  }

  table({
    '2.0 is a whole number': group({ totalPeriods: '1.0' }),
    '1e0 is a whole number': group({ totalPeriods: '1e0' }),
    'a fraction is none': group({ totalPeriods: '«schema-type:1.5»' }),
    'a threshold may be a fraction': group({ unifiedTargetExpression: object({ thresholdValue: '1.5' }) }),
    'ids are whole numbers or their digits': inFilter({ entityIds: '[1, "2", -3, "-4", 0]' }),
    'ids are nothing else': inFilter({
      entityIds:
        '[«schema-type:"A1"», «schema-type:""», «schema-type:" 1"», «schema-type:1.5», «schema-type:"1.5"», «schema-type:true», «schema-type:[1]»]',
    }),
    'an element that is no object': group({ streaks: '[«schema-type:"A"», «schema-type:[]», {}]' }),
    'triggers and audiences are objects': inTarget({
      targetMilestoneTriggers: '[{ "x": 1 }, «schema-type:1»]',
      targetAudienceFilter: '[«schema-type:"x"»]',
    }),
    'what only answers carry is of every type': group({
      '«server-field:"id"»': '{}',
      '«server-field:"createdOn"»': '[]',
    }),
    'what nobody knows is of every type': group({ '«unknown-property:"x"»': '{ "name": 5 }' }),
    'a default value is left to its own rule': inTarget({
      defaultValues: '[{ "defaultValue": «default-value-number:true» }]',
    }),
  });

  it('says what stands there and what is expected', () => {
    const say = (marked: string) => expectDiagnostics(marked)[0]?.message;
    assert.equal(
      say(group({ totalPeriods: '«schema-type:"one"»' })),
      'totalPeriods is the text "one"; a whole number is expected.',
    );
    assert.equal(say(group({ active: '«schema-type:1»' })), 'active is the number 1; true or false is expected.');
    assert.equal(say(group({ name: '«schema-type:{}»' })), 'name is an object; a text is expected.');
    assert.equal(say(group({ periods: '«schema-type:{}»' })), 'periods is an object; an array is expected.');
    assert.equal(
      say(group({ periods: '[«schema-type:null»]' })),
      'An entry of periods is null; an object is expected.',
    );
    assert.equal(say(inPeriod({ refCode: '«schema-type:true»' })), 'refCode is true; a text or a number is expected.');
    assert.equal(say('«schema-type:[]»'), 'The definition is an array; an object is expected.');
    const long = '1234567890123456789012345';
    assert.equal(say(group({ name: `«schema-type:${long}»` })), `name is the number ${long}; a text is expected.`);
    assert.equal(
      say(inFilter({ entityIds: '[«schema-type:"A1"»]' })),
      'An entry of entityIds is the text "A1"; a whole number or its digits as text is expected.',
    );
  });

  describe('converts what is lossless', () => {
    const converted: [what: string, text: (value: string) => string, from: string, to: string][] = [
      ['digits', (value) => group({ totalPeriods: value }), '"1"', '1'],
      ['a fraction that is none', (value) => group({ totalPeriods: value }), '"1.0"', '1.0'],
      [
        'a decimal',
        (value) => group({ unifiedTargetExpression: object({ thresholdValue: value }) }),
        '"12.50"',
        '12.50',
      ],
      [
        'more digits than a double keeps',
        (value) => group({ preferredTillId: value }),
        '"7998987987686876867"',
        '7998987987686876867',
      ],
      ['true', (value) => group({ active: value }), '"true"', 'true'],
      ['false', (value) => group({ active: value }), '"false"', 'false'],
      ['a number that is a name', (value) => group({ name: value }), '2027.00', '"2027.00"'],
      ['a literal that is a name', (value) => group({ name: value }), 'true', '"true"'],
      ['an object to a list of one', (value) => group({ periods: value }), period(), list(period())],
      [
        'a filter to a list of one',
        (value) => inTarget({ filters: value }),
        '{ "entityType": "ZONE", "entityIds": [] }',
        '[{ "entityType": "ZONE", "entityIds": [] }]',
      ],
      [
        'a tree to its JSON text',
        (value) => inTarget({ expressionJson: value }),
        '{ "arity": "literal", "value": "true", "type": "boolean:primitive" }',
        JSON.stringify('{ "arity": "literal", "value": "true", "type": "boolean:primitive" }'),
      ],
    ];
    for (const [what, text, from, to] of converted) {
      it(what, () => {
        const title = to.startsWith('[') ? 'a list of one' : to.length > 40 ? 'a JSON text' : to;
        const [after] = expectFixes(text(from), 'schema-type', [`Convert to ${title}`]);
        assert.equal(after, text(to));
      });
    }

    const kept: [what: string, text: string][] = [
      ['a text that is no number', group({ totalPeriods: '"one"' })],
      ['a fraction', group({ totalPeriods: '"1.5"' })],
      ['a number with a sign that JSON does not know', group({ totalPeriods: '"+1"' })],
      ['a number with a leading zero', group({ totalPeriods: '"01"' })],
      ['a number with blanks', group({ totalPeriods: '" 1"' })],
      ['a text that is no literal', group({ active: '"yes"' })],
      ['a number to a literal', group({ active: '1' })],
      ['a number to a list', group({ periods: '1' })],
      ['an empty object to a list', group({ periods: '{}' })],
      ['an object to a list of ids', inFilter({ entityIds: '{ "id": 1 }' })],
      ['an object to a text', group({ name: '{ "a": 1 }' })],
      ['a list to an object', inTarget({ extendedFieldInfo: '[{ "name": "a" }]' })],
      ['null among the periods', group({ periods: '[null]' })],
      ['a number that would be no date', inPeriod({ startDate: '5' })],
      ['a number that would be no value of an enum', group({ trackingType: '5' })],
      ['a literal that would be no tree', inTarget({ expressionJson: 'true' })],
    ];
    for (const [what, text] of kept) {
      it(`and leaves ${what}`, () => {
        assert.deepEqual(fixesOf(text, 'schema-type'), []);
      });
    }
  });
});

describe('schema-enum', () => {
  it('names the accepted values', () => {
    const [found] = expectDiagnostics(group({ frequencyType: '«schema-enum:"HOURLY"»' }));
    assert.equal(
      found?.message,
      'frequencyType is "HOURLY"; DAILY, WEEKLY, MONTHLY, QUARTERLY, HALF_YEARLY, YEARLY or CUSTOM is accepted.',
    );
  });

  it('offers every accepted value, the nearest first and preferred', () => {
    const fixes = fixesOf(group({ frequencyType: '"MONTLY"' }), 'schema-enum');
    assert.equal(fixes.length, 7);
    assert.deepEqual(
      [...fixes.map(({ title }) => title)].sort(),
      fixes.map(({ after }) => `Replace with ${/"frequencyType": ("[A-Z_]+")/.exec(after)?.[1] ?? ''}`).sort(),
    );
    assert.equal(fixes[0]?.title, 'Replace with "MONTHLY"');
    assert.deepEqual(
      fixes.map(({ isPreferred }) => isPreferred),
      [true, ...Array.from({ length: 6 }, () => false)],
    );
  });

  it('prefers none where none is near', () => {
    const fixes = fixesOf(group({ frequencyType: '"EVERY_FORTNIGHT"' }), 'schema-enum');
    assert.equal(fixes.length, 7);
    assert.ok(fixes.every(({ isPreferred }) => !isPreferred));
  });

  table({
    'an empty text': group({ trackingType: '«schema-enum:""»', targets: '[]' }),
    'a value of another field': group({ frequencyType: '«schema-enum:"DEFAULT"»' }),
    'a value with one letter more': group({ frequencyType: '«schema-enum:"DAILYS"»' }),
    'a label is not one': group({ frequencyType: '«enum-label:"Daily"»', periods: '[]' }),
    'in an element of a list': inFilter({ entityType: '«schema-enum:"SHOP"»' }),
    'in an object inside an object': inTarget({
      extendedFieldInfo: object({ name: '"a"', aggregateWindow: object({ windowType: '«schema-enum:"AVG"»' }) }),
    }),
    'a window as a text is no enum': group({ aggregateWindow: '"MAX"' }),
  });
});

describe('schema-required', () => {
  it('asks for a name, and inserts one behind the last plain member', () => {
    const [found] = expectDiagnostics('«schema-required:{» "trackingType": "CAPPING", "targets": [] }');
    assert.equal(found?.message, 'The definition has no name; no group can be created without one.');
    const [after] = expectFixes('{ "trackingType": "CAPPING", "targets": [] }', 'schema-required', ['Insert a name']);
    assert.equal(after, '{ "trackingType": "CAPPING", "name": "New target group", "targets": [] }');
  });

  it('puts it where null stands', () => {
    const [after] = expectFixes('{ "name": null, "trackingType": "CAPPING" }', 'schema-required', ['Insert a name']);
    assert.equal(after, '{ "name": "New target group", "trackingType": "CAPPING" }');
  });

  it('fills an empty definition', () => {
    assert.equal(fixesOf('{}', 'schema-required')[0]?.after, '{ "name": "New target group" }');
    assert.equal(fixesOf('{\r\n\r\n}', 'schema-required')[0]?.after, '{\r\n  "name": "New target group"\r\n}');
  });
});

describe('schema-minimum', () => {
  table({
    'no cycles': group({ totalPeriods: '0', periods: '[]', targets: '[]' }),
    'fewer than no cycles': group({ totalPeriods: '«schema-minimum:-1»' }),
    'a streak of none': group({ streaks: '[{ "targetCountOfSequence": «schema-minimum:0» }]' }),
    'a streak of one': group({ streaks: '[{ "targetCountOfSequence": 1 }]' }),
    'other numbers have none': group({ frequency: '-1', recurringCycles: '-5', preferredTillId: '-1' }),
  });

  it('says the number as it is written', () => {
    const [found] = expectDiagnostics(group({ totalPeriods: '«schema-minimum:-1.0»' }));
    assert.equal(found?.message, 'totalPeriods is -1.0; 0 is the smallest that makes sense.');
  });

  it('sets the smallest that makes sense: the number of periods, 0, 1', () => {
    const [periods] = expectFixes(group({ totalPeriods: '-1' }), 'schema-minimum', ['Set to 1']);
    assert.equal(periods, group());
    const without = { periods: undefined, targets: '[]' };
    const [zero] = expectFixes(group({ totalPeriods: '-1', ...without }), 'schema-minimum', ['Set to 0']);
    assert.equal(zero, group({ totalPeriods: '0', ...without }));
    const [one] = expectFixes(group({ streaks: '[{ "targetCountOfSequence": -3 }]' }), 'schema-minimum', ['Set to 1']);
    assert.equal(one, group({ streaks: '[{ "targetCountOfSequence": 1 }]' }));
  });

  it('keeps the values that a target has', () => {
    expectDiagnostics(group({ totalPeriods: '1', targets: list(target({ defaultValues: values('1') })) }));
  });
});
