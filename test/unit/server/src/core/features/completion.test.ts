import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CompletionItemKind, InsertTextFormat, type MarkupContent } from 'vscode-languageserver-types';
import { afterItem, completeAt } from '../../../../../support/complete';
import { readSchema, resolveReference } from '../../../../../support/target-group-schema';

const groupKeys = Object.entries(readSchema().properties ?? {}).flatMap(([key, { readOnly }]) =>
  readOnly ? [] : [key],
);
/** Where a key can stand: some only where the tracking type wants them. */
const roomFor = (key: string) =>
  key === 'streaks'
    ? '{"trackingType": "STREAKS", ¦}'
    : /^(?:combinationType|unified)/.test(key)
      ? '{"trackingType": "UNIFIED", ¦}'
      : '{¦}';
const labelsAt = (marked: string) => completeAt(marked).items.map(({ label }) => label);

/** The text after the item of that label was taken at `¦`. */
function taken(marked: string, label: string, snippets = true): string {
  const { text, items } = completeAt(marked, snippets);
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item, `${label} is none of ${items.map((candidate) => candidate.label).join()}`);
  return afterItem(text, item, snippets);
}

describe('completion: keys', () => {
  /** Where a key can be written, and what becomes of the text when trackingType is taken. */
  const places: [marked: string, after: string][] = [
    ['{¦}', '{"trackingType": "DEFAULT"}'],
    ['{ ¦ }', '{ "trackingType": "DEFAULT" }'],
    ['{\n  ¦\n}', '{\n  "trackingType": "DEFAULT"\n}'],
    ['{¦', '{"trackingType": "DEFAULT"'],
    ['{"¦', '{"trackingType": "DEFAULT"'],
    ['{"¦"}', '{"trackingType": "DEFAULT"}'],
    ['{"¦}', '{"trackingType": "DEFAULT"}'],
    ['{"tra¦', '{"trackingType": "DEFAULT"'],
    ['{"tra¦cking"}', '{"trackingType": "DEFAULT"}'],
    ['{tra¦}', '{"trackingType": "DEFAULT"}'],
    ["{'tra¦'}", '{"trackingType": "DEFAULT"}'],
    ['{"tra"¦}', '{"trackingType": "DEFAULT"}'],
    ['{"tra¦": "DEFAULT"}', '{"trackingType": "DEFAULT"}'],
    ['{tra¦: "DEFAULT"}', '{"trackingType": "DEFAULT"}'],
    ['{"tra¦" "DEFAULT"}', '{"trackingType" "DEFAULT"}'],
    ['{"name": "x" ¦}', '{"name": "x", "trackingType": "DEFAULT"}'],
    ['{"name": "x", ¦}', '{"name": "x", "trackingType": "DEFAULT"}'],
    ['{"name": "x",¦', '{"name": "x","trackingType": "DEFAULT"'],
    ['{"name": "x"\n  ¦', '{"name": "x",\n  "trackingType": "DEFAULT"'],
    ['{"name": "x"\r\n  ¦\r\n}', '{"name": "x",\r\n  "trackingType": "DEFAULT"\r\n}'],
    ['{"name": "x" "¦"}', '{"name": "x", "trackingType": "DEFAULT"}'],
    ['{¦ "name": "x"}', '{"trackingType": "DEFAULT", "name": "x"}'],
    ['{"¦" "name": "x"}', '{"trackingType": "DEFAULT", "name": "x"}'],
    ['{"a": 1 ¦, "name": "x"}', '{"a": 1, "trackingType": "DEFAULT", "name": "x"}'],
    ['{"a": 1, ¦ "name": "x"}', '{"a": 1, "trackingType": "DEFAULT", "name": "x"}'],
    ['{"a": 1 ¦ "name": "x"}', '{"a": 1, "trackingType": "DEFAULT", "name": "x"}'],
    ['{"periods": [{}] ¦ "name": "x"}', '{"periods": [{}], "trackingType": "DEFAULT", "name": "x"}'],
    ['{ /* c */ ¦ }', '{ /* c */ "trackingType": "DEFAULT" }'],
    ['{\n// c\n¦ }', '{\n// c\n"trackingType": "DEFAULT" }'],
  ];
  for (const [marked, after] of places) {
    it(JSON.stringify(marked), () => {
      assert.equal(taken(marked, 'trackingType'), after);
    });
  }

  const nowhere = [
    ...['{"name" ¦}', '{"name" ¦"x"}', '{}¦', '{} ¦', '[¦]', '[{¦}]', '// ¦\n{}', '{ // ¦\n}', '{ /* ¦ */ }'],
    ...[
      '{"x": {¦}}',
      '{"x": [{¦}]}',
      '{"attribution": {¦}}',
      '{"name": "a¦b"}',
      '{"name": {¦}}',
      '{"periods": [[{¦}]]}',
      '{"name": 5¦5}',
    ],
  ];
  for (const marked of nowhere) {
    it(`nothing at ${JSON.stringify(marked)}`, () => {
      assert.deepEqual(labelsAt(marked), []);
    });
  }

  it('offers all that are not there, those that are needed first', () => {
    const labels = labelsAt('{ "description": "d", ¦ }');
    const free = groupKeys.filter((key) => key !== 'description' && roomFor(key) === '{¦}');
    assert.deepEqual([...labels].sort(), [...free].sort());
    const needed = [
      'name',
      'trackingType',
      'targetEvaluationType',
      'totalPeriods',
      'frequencyType',
      'frequency',
      'recurringCycles',
    ];
    assert.deepEqual(labels.slice(0, needed.length), needed);
    const { items } = completeAt('{¦}');
    const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    assert.deepEqual(sorted, items);
  });

  it('knows the keys of every object', () => {
    const keys: [marked: string, some: string[], count: number][] = [
      ['{"periods": [{¦}]}', ['refCode', 'startDate', 'endDate', 'description', 'active', 'periodStatus'], 6],
      ['{"targets": [{¦}]}', ['name', 'targetEntity', 'targetType', 'defaultValues', 'expressionJson'], 14],
      ['{"targets": [{"filters": [{¦}]}]}', ['entityType', 'entityIds'], 2],
      ['{"targets": [{"defaultValues": [{¦}]}]}', ['defaultValue'], 1],
      ['{"targets": [{"extendedFieldInfo": {¦}}]}', ['name', 'programId', 'aggregateWindow'], 5],
      [
        '{"targets": [{"extendedFieldInfo": {"aggregateWindow": {¦}}}]}',
        ['windowType', 'windowTimeUnit', 'windowValue'],
        3,
      ],
      ['{"streaks": [{¦}]}', ['name', 'targetCountOfSequence'], 2],
      ['{"unifiedTargetExpression": {¦}}', ['aggregation', 'thresholdValue'], 2],
      ['{"activePeriod": {¦}}', ['refCode', 'startDate'], 6],
    ];
    for (const [marked, some, count] of keys) {
      const labels = labelsAt(marked);
      assert.deepEqual(
        some.filter((key) => !labels.includes(key)),
        [],
        marked,
      );
      assert.equal(labels.length, count, marked);
    }
  });

  it('offers only what takes the value that stands behind', () => {
    assert.deepEqual(labelsAt('{"na¦": true}'), ['active', 'leaderboardEnabled', 'userCreated']);
    assert.deepEqual(labelsAt('{"na¦": "UNIFIED"}').slice(0, 3), ['name', 'trackingType', 'description']);
    assert.deepEqual(labelsAt('{"na¦": []}'), ['periods', 'targets']);
    assert.deepEqual(labelsAt('{"total¦": 1.5}'), ['windowValue']);
    assert.ok(labelsAt('{"na¦": null}').length > 20);
    assert.deepEqual(labelsAt('{"na¦me": "x"}'), ['name']);
  });

  it('inserts what a key begins with: its values, a default, an example, an empty value', () => {
    const inserted: [key: string, newText: string][] = [
      ['name', '"name": "${1:test}"'],
      ['description', '"description": "$1"'],
      ['active', '"active": ${1|true,false|}'],
      ['leaderboardEnabled', '"leaderboardEnabled": ${1|false,true|}'],
      ['combinationType', '"combinationType": "${1|ALL,ANY|}"'],
      ['totalPeriods', '"totalPeriods": ${1:1}'],
      ['frequency', '"frequency": ${1:0}'],
      ['fromDate', '"fromDate": "${1:2027-01-01T00:00:00.000Z}"'],
      ['activePeriod', '"activePeriod": {\n  "refCode"'],
    ];
    for (const [key, newText] of inserted) {
      const edit = completeAt(roomFor(key)).items.find(({ label }) => label === key)?.textEdit;
      assert.ok(edit?.newText.startsWith(newText), `${key}: ${edit?.newText ?? ''}`);
    }
  });

  it('indents as the file does', () => {
    const lines = (marked: string) => taken(marked, 'periods').split('\n').slice(0, 4);
    assert.deepEqual(lines('{\n\t"name": "x",\n\t¦\n}').slice(2), ['\t"periods": [', '\t{']);
    assert.deepEqual(lines('{\n    "name": "x",\n    ¦\n}').slice(2), ['    "periods": [', '    {']);
  });

  it('tells what a key means, in Markdown', () => {
    const item = completeAt('{¦}').items.find(({ label }) => label === 'trackingType');
    const { kind, value } = item?.documentation as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.match(value, /^\*\*Tracking type\*\* · `trackingType` · text/);
    assert.match(value, /- `UNIFIED`: Several targets/);
    assert.equal(item?.kind, CompletionItemKind.Property);
    assert.equal(item.detail, 'Tracking type');
  });
});

describe('completion: values', () => {
  /** Where a value can be written, and what becomes of the text when UNIFIED is taken. */
  const places: [marked: string, after: string][] = [
    ['{"trackingType":¦}', '{"trackingType": "UNIFIED"}'],
    ['{"trackingType": ¦}', '{"trackingType": "UNIFIED"}'],
    ['{"trackingType": ¦', '{"trackingType": "UNIFIED"'],
    ['{"trackingType": "¦', '{"trackingType": "UNIFIED"'],
    ['{"trackingType": "¦"}', '{"trackingType": "UNIFIED"}'],
    ['{"trackingType": "¦}', '{"trackingType": "UNIFIED"}'],
    ['{"trackingType": "UN¦', '{"trackingType": "UNIFIED"'],
    ['{"trackingType": "DEF¦AULT"}', '{"trackingType": "UNIFIED"}'],
    ['{"trackingType": "DEFAULT"¦}', '{"trackingType": "UNIFIED"}'],
    ['{"trackingType": ¦"DEFAULT"}', '{"trackingType": "UNIFIED"}'],
    ['{"trackingType": UNI¦}', '{"trackingType": "UNIFIED"}'],
    ['{"trackingType": \'UNI¦\'}', '{"trackingType": "UNIFIED"}'],
    ['{"trackingType": nul¦l}', '{"trackingType": "UNIFIED"}'],
    ['{"trackingType": 5¦}', '{"trackingType": "UNIFIED"}'],
    ['{trackingType: ¦}', '{trackingType: "UNIFIED"}'],
    ['{"trackingType": ¦, "name": "x"}', '{"trackingType": "UNIFIED", "name": "x"}'],
    ['{"trackingType": ¦ "name": "x"}', '{"trackingType": "UNIFIED", "name": "x"}'],
    ['{"trackingType":¦\n"name": "x"}', '{"trackingType": "UNIFIED",\n"name": "x"}'],
    ['{\n  "trackingType": "U¦\n  "name": "x"\n}', '{\n  "trackingType": "UNIFIED",\n  "name": "x"\n}'],
  ];
  for (const [marked, after] of places) {
    it(JSON.stringify(marked), () => {
      assert.equal(taken(marked, 'UNIFIED'), after);
    });
  }

  it('brings the blank behind a colon along, which goes on when one is typed', () => {
    const at = (marked: string) => completeAt(marked).items[0];
    assert.equal(at('{"trackingType":¦}')?.filterText, ' "DEFAULT"');
    assert.equal(at('{"trackingType": ¦}')?.filterText, '"DEFAULT"');
    assert.equal(at('{"trackingType":"¦"}')?.filterText, '"DEFAULT"');
    assert.equal(taken('{"active":¦}', 'true'), '{"active": true}');
  });

  it('offers every value of an enum, each with its meaning', () => {
    const { items } = completeAt('{"trackingType": ¦}');
    assert.deepEqual(
      items.map(({ label }) => label),
      ['DEFAULT', 'UNIFIED', 'STREAKS', 'NON_CONTINUOUS_STREAKS', 'CAPPING'],
    );
    for (const { label, kind, documentation } of items) {
      assert.equal(kind, CompletionItemKind.EnumMember);
      assert.match((documentation as MarkupContent).value, new RegExp(`^\`${label}\`: [A-Z].*\\.$`));
    }
  });

  it('offers booleans, defaults, examples, whole periods and targets', () => {
    assert.deepEqual(labelsAt('{"active": ¦}'), ['true', 'false']);
    assert.deepEqual(labelsAt('{"active": tr¦}'), ['true', 'false']);
    assert.deepEqual(labelsAt('{"totalPeriods": ¦}'), ['1', '4', '12']);
    assert.deepEqual(labelsAt('{"periods": [{"startDate": "¦"}]}'), ['2027-01-01', '2027-01-01T00:00:00.000Z']);
    assert.deepEqual(labelsAt('{"periods": ¦}'), ['one period']);
    assert.deepEqual(labelsAt('{"periods": [¦]}'), ['period']);
    assert.deepEqual(labelsAt('{"targets": [¦]}'), ['target']);
    assert.deepEqual(labelsAt('{"targets": [{"filters": [{"entityIds": [1, ¦]}]}]}'), ['50679757']);
    assert.deepEqual(labelsAt('{"name": ¦}'), []);
    assert.deepEqual(labelsAt('{"x": ¦}'), []);
    assert.deepEqual(labelsAt('{"periods": [{"refCode": "A"}¦]}'), []);
  });

  it('a whole definition in an empty file, and where its first word is typed', () => {
    for (const marked of ['¦', ' \n¦', '\uFEFF¦', 'ta¦', '"¦"', '// c\n¦']) {
      assert.deepEqual(labelsAt(marked), ['target group'], marked);
      assert.match(taken(marked, 'target group'), /\{\n {2}"name": "Spring spenders"/);
    }
  });

  it('puts the commas that are missing around an element', () => {
    const one = '{\n  "refCode"';
    assert.ok(taken('{"periods": [{} ¦ {}]}', 'period').startsWith(`{"periods": [{}, ${one}`));
    assert.match(taken('{"periods": [{} ¦ {}]}', 'period'), /\}, \{\}\]\}$/);
    assert.match(taken('{"periods": [¦ {}]}', 'period'), /\}, \{\}\]\}$/);
    assert.ok(taken('{"periods": [{}, ¦]}', 'period').startsWith(`{"periods": [{}, ${one}`));
  });

  it('a comma that touches the replaced text is written with it, since no edit may touch another', () => {
    const marked = '{"name": "a""frequency¦"}';
    for (const { additionalTextEdits } of completeAt(marked).items) assert.equal(additionalTextEdits, undefined);
    assert.match(taken(marked, 'frequency'), /^\{"name": "a","frequency"/);
  });
});

describe('completion: what the typed text is matched by', () => {
  it('the quote that stands at the start of the replaced text is in it', () => {
    const filters = (marked: string) =>
      completeAt(marked)
        .items.slice(0, 1)
        .map(({ filterText }) => filterText);
    assert.deepEqual(filters('{"¦"}'), ['"name"']);
    assert.deepEqual(filters('{"trackingType": "¦"}'), ['"DEFAULT"']);
    assert.deepEqual(filters('{"totalPeriods": "¦"}'), ['"1']);
    assert.deepEqual(filters('{"totalPeriods": ¦}'), ['1']);
  });

  it('the replaced text is the whole token, on one line', () => {
    for (const marked of [
      '{"tra¦cking": "x"}',
      '{"trackingType": "DE¦F"}',
      '{"trackingType": DE¦F}',
      '{"a": 1, "b¦\n}',
    ]) {
      for (const { textEdit } of completeAt(marked).items) {
        assert.ok(textEdit && 'range' in textEdit);
        assert.equal(textEdit.range.start.line, textEdit.range.end.line);
        assert.ok(textEdit.range.end.character > textEdit.range.start.character);
      }
    }
  });
});

describe('completion: clients without snippets', () => {
  it('get plain text: defaults and first choices in place of tab stops', () => {
    const { items } = completeAt('{¦}', false);
    for (const { textEdit, insertTextFormat, label } of items) {
      assert.equal(insertTextFormat, InsertTextFormat.PlainText);
      assert.doesNotMatch(textEdit?.newText ?? '', /\$\{|\$\d|\|\}/, label);
    }
    const texts = Object.fromEntries(items.map(({ label, textEdit }) => [label, textEdit?.newText]));
    assert.equal(texts['name'], '"name": "test"');
    assert.equal(texts['active'], '"active": true');
    assert.equal(texts['trackingType'], '"trackingType": "DEFAULT"');
    assert.equal(texts['totalPeriods'], '"totalPeriods": 1');
    assert.equal(texts['fromDate'], '"fromDate": "2027-01-01T00:00:00.000Z"');
  });

  it('get the same text that the defaults of the snippets give', () => {
    for (const marked of [
      '¦',
      '{¦}',
      '{"periods": ¦}',
      '{"targets": [¦]}',
      '{"targets": [{¦}]}',
      '{"trackingType": ¦}',
    ]) {
      for (const { label } of completeAt(marked).items)
        assert.equal(taken(marked, label, false), taken(marked, label, true), `${marked} ${label}`);
    }
  });
});

describe('completion: every field of the schema', () => {
  const schema = readSchema();
  for (const key of groupKeys) {
    it(`${key} is offered, and what it begins with is JSON of its type`, () => {
      const text = taken(roomFor(key), key, false);
      const value = (JSON.parse(text) as Record<string, unknown>)[key];
      const { type } = resolveReference(schema, schema.properties?.[key] ?? {});
      const types = [type].flat();
      const kind = Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;
      assert.ok(types.includes(kind), `${kind} of ${types.join()}`);
    });
  }
});
