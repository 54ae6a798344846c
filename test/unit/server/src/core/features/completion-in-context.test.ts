import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { MarkupContent } from 'vscode-languageserver-types';
import { createTargetGroupService, type UsedWords } from '../../../../../../server/src/core/index';
import { afterItem, completeAt } from '../../../../../support/complete';
import { describeSuggested } from '../../../../../support/corpus/describe-suggested';
import { group, list, period, target, values } from '../../../../../support/definition-text';
import { diagnose, documentOf } from '../../../../../support/diagnose';

const labelsAt = (marked: string) => completeAt(marked).items.map(({ label }) => label);
const detailsAt = (marked: string) =>
  Object.fromEntries(completeAt(marked).items.map(({ label, detail }) => [label, detail]));

/** The text after the first item, or the one of that label, was taken at `¦`. */
function taken(marked: string, label?: string): string {
  const { text, items } = completeAt(marked);
  const item = items.find((candidate) => label === undefined || candidate.label === label);
  assert.ok(item, `${label ?? 'anything'} is none of ${items.map((candidate) => candidate.label).join()}`);
  return afterItem(text, item);
}

describe('completion in context: values', () => {
  const cases: readonly [marked: string, labels: readonly string[]][] = [
    [
      '{"targets": [{"targetEntity": "LINEITEM", "targetType": ¦}]}',
      ['SALES', 'GROSS_SALES', 'QUANTITY', 'EXTENDED_FIELD'],
    ],
    ['{"targets": [{"targetEntity": "Event", "targetType": "¦"}]}', ['COUNT', 'VISIT', 'EVENT_ATTRIBUTE']],
    ['{"targets": [{"targetEntity": "¦", "targetType": "ALL"}]}', ['TRANSACTION', 'ALTERNATE_CURRENCIES']],
    ['{"targets": [{"targetType": "QUANTITY", "targetEntity": ¦', ['TRANSACTION', 'LINEITEM']],
    ['{"trackingType": "UNIFIED", "targetEvaluationType": "¦"}', ['FIXED_CALENDAR_WINDOW']],
    ['{"leaderboardEnabled": true, "targetEvaluationType": ¦}', ['FIXED_CALENDAR_WINDOW']],
    ['{"targetEvaluationType": "CYCLIC_WINDOW", "leaderboardEnabled": ¦}', ['false']],
    [group({ totalPeriods: '¦' }), ['1']],
    ['{"targets": [{"defaultValues": [{}, {}]}], "totalPeriods": ¦}', ['2']],
    [group({ periods: list(period({ refCode: '"Q09"' }), period({ refCode: '¦' })) }), ['Q10']],
    [group({ periods: list(period({ refCode: '9' }), period({ refCode: '"¦' })) }), ['10']],
    ['{"periods": [{"refCode": ¦', ['Cycle_1']],
    ['{"frequencyType": "MONTHLY", "periods": [{"startDate": "2027-02-01", "endDate": ¦', ['2027-02-28']],
    ['{"periods": [{"startDate": "2027-02-01", "endDate": "2027-02-10"}, {"startDate": "¦', ['2027-02-11']],
    [
      '{"periods": [{"startDate": "2027-02-01T00:00:00Z", "endDate": "2027-02-10T23:59:59Z"}, {"endDate": "¦',
      ['2027-02-20T23:59:59Z'],
    ],
    ['{"periods": [{"endDate": "2026-02-10", "startDate": "¦"}]}', ['2026-02-10']],
    [
      '{"fromDate": "2028-02-01", "toDate": "2028-04-30", "frequencyType": "CUSTOM", "periods": [{"startDate": ¦',
      ['2028-02-01'],
    ],
    ['{"fromDate": "2028-02-01", "toDate": "2028-04-30", "periods": [{"endDate": ¦', ['2028-04-30']],
    [
      '{"periods": [{"startDate": "2027-02-01", "endDate": ""}, {"startDate": "2027-01-01¦"}]}',
      ['2027-01-01', '2027-01-01T00:00:00.000Z'],
    ],
    [group({ targetCycleEndDateISO: '¦' }), ['2027-03-31T23:59:59+05:30']],
    ['{"targets": [{"expression": ¦', ['true', 'currentTxn.value>500']],
    [
      '{"fromDate": "2028-02-01T00:00:00.000Z", "frequencyType": "QUARTERLY", "totalPeriods": 3, "toDate": ¦',
      ['2028-10-31T23:59:59.999Z'],
    ],
    [
      '{"toDate": "2028-02-29T23:59+05:30", "periods": [{"startDate": "2028-02-01T00:00+05:30", "endDate": ¦}]}',
      ['2028-02-29T23:59+05:30'],
    ],
    ['{"periods": [{"endDate": "2028-02-29T23:59+05:30", "startDate": ¦}]}', ['2028-02-29T00:00+05:30']],
    ['{"targetCycleStartDate": "2028-02-01", "periods": [{"startDate": ¦', ['2028-02-01']],
    [
      '{"targets": [{"defaultValues": [{"defaultValue": "1.00"}, {"defaultValue": 5}, {"defaultValue": ¦',
      ['5', '1.00'],
    ],
    ['{"streaks": [{"targetCountOfSequence": ¦', ['2']],
    [group({ fromDate: '¦' }), ['2027-03-01']],
    [group({ toDate: '"¦"' }), ['2027-03-31']],
    ['{"streaks": [{"targetCountOfSequence": 3}, {"targetCountOfSequence": ¦', ['4']],
    [group({ targets: list(target({ defaultValues: list('{ "defaultValue": 1 }', '¦') })) }), []],
    ['{"totalPeriods": 4, "streaks": [{"targetCountOfSequence": 4}, {"targetCountOfSequence": ¦}]}', []],
    ['{"totalPeriods": 4, "streaks": [{"targetCountOfSequence": ¦}, {"targetCountOfSequence": 4}]}', ['2']],
    ['{"streaks": [{"targetCountOfSequence": ¦}, {"targetCountOfSequence": 2}]}', []],
    ['{"targets": [{"targetEntity": "EVENT", "eventName": "ReturnBill", "targetType": "¦"}]}', ['COUNT', 'VISIT']],
    ['{"periods": [{"refCode": ¦}, {"startDate": "2027-01-01"}, {}]}', ['Cycle_1']],
  ];
  for (const [marked, labels] of cases) {
    it(marked.slice(-90), () => {
      assert.deepEqual(labelsAt(marked), labels);
    });
  }

  it('offer no event that counts alone where an attribute is added up, though others name it', () => {
    const service = createTargetGroupService();
    const used: UsedWords[] = [{ event: ['"ReturnBill"', '"spin"'], field: [], currency: [], program: [], zone: [] }];
    const marked = '{"targets": [{"targetEntity": "EVENT", "targetType": "EVENT_ATTRIBUTE", "eventName": ¦}]}';
    assert.deepEqual(
      service
        .complete(documentOf(marked.replace('¦', '')), documentOf(marked).positionAt(marked.indexOf('¦')), {
          snippets: true,
          used,
        })
        .items.map(({ label }) => label),
      ['spin'],
    );
  });

  it('take an element that is half typed for what it becomes', () => {
    const two = (rest: string) =>
      group({
        totalPeriods: '1',
        periods: `[${period()}, ${rest}]`,
        targets: list(target({ defaultValues: values('1') })),
      });
    for (const typed of ['¦', '"¦', 'n¦', 'null¦', '"next¦"']) {
      const { text, items } = completeAt(two(typed));
      const [item] = items;
      assert.equal(item?.label, 'next period', typed);
      const codes = diagnose(afterItem(text, item)).map(({ code }) => code);
      assert.deepEqual(codes, [], typed);
    }
    const value = (rest: string) =>
      group({
        totalPeriods: '2',
        periods: undefined,
        targets: list(target({ defaultValues: `[{ "defaultValue": "1" }, ${rest}]` })),
      });
    for (const typed of ['¦', 'v¦', '"¦']) assert.equal(labelsAt(value(typed)).length, 1, typed);
  });

  it('every time zone there is', () => {
    const labels = labelsAt('{"timeZoneName": "¦');
    assert.ok(labels.length > 500 && labels.includes('UTC') && labels.includes('Europe/Berlin'));
    assert.deepEqual(labels.slice(0, 2), ['Asia/Kolkata', 'Africa/Abidjan']);
    assert.equal(new Set(labels).size, labels.length);
  });

  it('say who alone knows a value', () => {
    const types = detailsAt('{"targets": [{"targetEntity": "TRANSACTION", "targetType": ¦}]}');
    assert.deepEqual(
      [types['SALES'], types['VISIT'], types['QUANTITY'], types['ALL']],
      [undefined, 'documentation only', 'stored data only', 'stored data only'],
    );
    assert.equal(detailsAt('{"frequencyType": ¦}')['HALF_YEARLY'], 'documentation only');
    assert.deepEqual(detailsAt('{"aggregateWindow": {"windowType": ¦}}'), {
      MIN: 'documentation only',
      MAX: 'documentation only',
    });
    assert.equal(detailsAt('{"targets": [{"enrolmentMethod": ¦}]}')['AUDIENCE_FILTER'], 'stored data only');
  });

  it('say it in the list where the client shows it there', () => {
    const document = documentOf('{"frequencyType": }');
    const options = { snippets: true, labelDetails: true };
    const { items } = createTargetGroupService().complete(document, document.positionAt(18), options);
    const yearly = items.find(({ label }) => label === 'YEARLY');
    assert.deepEqual([yearly?.labelDetails, yearly?.detail], [{ description: 'documentation only' }, undefined]);
  });

  it('bring the member along without which they would be an error', () => {
    for (const [half, label] of [
      ['"targetEntity": "LINEITEM", "targetType": "¦"', 'EXTENDED_FIELD'],
      ['"targetType": "REGULAR", "targetEntity": ¦', 'ALTERNATE_CURRENCIES'],
    ]) {
      const after = taken(`{"name": "x", "targets": [{"name": "t", ${half}, "active": true}]}`, label);
      assert.deepEqual(
        diagnose(after).filter(({ severity }) => severity === 1),
        [],
        after,
      );
      assert.ok(after.includes(`"${label}", "extendedFieldInfo": {`), after);
    }
  });

  it('what this definition and others name, each once', () => {
    const marked = '{"targets": [{"eventName": "steps"}, {"targetEntity": "EVENT", "eventName": "¦"}]}';
    const [text, offset] = [marked.replace('¦', ''), marked.indexOf('¦')];
    const used: UsedWords = {
      event: ['"visit"', '"steps"', '"steps"'],
      field: ['"points"'],
      currency: [],
      program: ['46'],
      zone: [],
    };
    const service = createTargetGroupService();
    const at = (json: string, cursor: number) => {
      const document = documentOf(json);
      return service.complete(document, document.positionAt(cursor), { snippets: true, used: [used] });
    };
    assert.deepEqual(
      at(text, offset)
        .items.slice(0, 3)
        .map(({ label }) => label),
      ['steps', 'visit', 'TransactionAdd'],
    );
    const info = '{"targets": [{"extendedFieldInfo": {"programId": }}]}';
    assert.deepEqual(
      at(info, info.indexOf('}')).items.map(({ label }) => label),
      ['46'],
    );
    assert.deepEqual(service.usedWords(documentOf(text)).event, ['"steps"']);
    assert.deepEqual(service.usedWords(documentOf('{"timeZoneName": "UTC"}')).zone, ['"UTC"']);
    const mistaken = '{"targets": [{"eventName": 5, "extendedFieldInfo": {"programId": "46", "name": " "}}, {}]}';
    assert.deepEqual(Object.values(service.usedWords(documentOf(mistaken))).flat(), []);
  });
});

describe('completion in context: keys', () => {
  const wanted: readonly [marked: string, there: readonly string[], not: readonly string[]][] = [
    ['{"trackingType": "UNIFIED", ¦}', ['combinationType', 'unifiedTargetExpression'], ['streaks']],
    ['{"trackingType": "STREAK", ¦}', ['streaks'], ['combinationType', 'unifiedTargetExpression']],
    ['{"trackingType": "DEFAULT", ¦}', [], ['combinationType', 'unifiedTargetExpression', 'streaks']],
    ['{"trackingType": "UNIFIED", "combinationType": "ANY", ¦}', [], ['unifiedTargetExpression']],
    ['{"trackingType": "UNIFIED", "combinationType": "ALL", ¦}', ['unifiedTargetExpression'], []],
    ['{¦}', ['trackingType'], ['combinationType', 'unifiedTargetExpression', 'streaks']],
    ['{"targets": [{"targetEntity": "EVENT", ¦}]}', ['eventName'], []],
    ['{"targets": [{"targetEntity": "POINTS", ¦}]}', [], ['eventName']],
    ['{"targets": [{"targetType": "COUNT", ¦}]}', [], ['extendedFieldInfo']],
    [
      '{"targets": [{"targetEntity": "EVENT", "extendedFieldInfo": {¦}}]}',
      ['name'],
      ['programId', 'alternateCurrencyIdentifier'],
    ],
  ];
  for (const [marked, there, not] of wanted) {
    it(marked, () => {
      const labels = labelsAt(marked);
      assert.deepEqual(
        there.filter((label) => !labels.includes(label)),
        [],
      );
      assert.deepEqual(
        not.filter((label) => labels.includes(label)),
        [],
      );
    });
  }

  it('what the tracking type or the entity wants comes with what is needed', () => {
    const place = (marked: string, label: string) => labelsAt(marked).indexOf(label);
    assert.ok(place('{"name": "x", "trackingType": "UNIFIED", ¦}', 'combinationType') < 6);
    assert.ok(place('{"targets": [{"targetEntity": "EVENT", ¦}]}', 'eventName') < 3);
  });

  it('give what has a name one, since an empty one is an error', () => {
    const all = group({ trackingType: '"STREAKS"', streaks: '[{}, {¦}]' });
    assert.ok(taken('{¦}', 'name').includes('"name": "test"'));
    assert.ok(taken(group({ targets: '[{¦}]' }), 'name').includes('"name": "Spring target 1"'));
    assert.ok(taken(all, 'name').includes('"name": "Level 2"'));
  });

  it('begin with what fits', () => {
    const two = group({ totalPeriods: '2', targets: '[{"targetEntity": "EVENT", ¦}]' });
    assert.ok(taken(two, 'targetType').includes('"targetType": "COUNT"'));
    assert.ok(taken(two, 'defaultValues').replace(/\s/g, '').includes('[{"defaultValue":1000},{"defaultValue":1000}]'));
    assert.ok(taken('{"periods": [{"refCode": "A_1"}, {¦}]}', 'refCode').includes('"refCode": "A_2"'));
    assert.ok(
      taken(group({ totalPeriods: undefined }).replace('{', '{¦'), 'totalPeriods').includes('"totalPeriods": 1'),
    );
  });
});

describe('completion in context: elements', () => {
  it('the next period, written like the last, with a value in each target', () => {
    const marked = group({
      frequencyType: '"MONTHLY"',
      periods: '[{"refCode": "M_1", "startDate": "2027-03-01T00:00", "endDate": "2027-03-31T23:59"}, ¦]',
      targets: list(target({ defaultValues: values('7') })),
    });
    assert.deepEqual(labelsAt(marked), ['next period']);
    const after = taken(marked);
    assert.ok(
      after.includes('{"refCode": "M_2", "startDate": "2027-04-01T00:00", "endDate": "2027-04-30T23:59"}'),
      after,
    );
    assert.ok(after.includes('"totalPeriods": 2') && after.includes(values('7', '7')), after);
    assert.deepEqual(
      diagnose(after).filter(({ severity = 4 }) => severity < 3),
      [],
    );
  });

  it('the first period from where the group begins, in the style of its dates', () => {
    const from = '{"fromDate": "2028-02-01T00:00Z", "toDate": "2028-12-31T23:59Z", "frequencyType": "MONTHLY", ';
    const first = '"startDate": "2028-02-01T00:00Z", "endDate": "2028-02-29T23:59Z", "active": true}';
    for (const half of ['"periods": [¦]}', '"periods": ¦}', '¦}']) {
      const after = taken(
        from + half,
        labelsAt(from + half).find((label) => label.includes('period')),
      );
      assert.equal(after.replace(/\s+/g, ' ').includes(`"refCode": "Cycle_1", ${first.slice(0, -1)}`), true, after);
    }
    const unknown = group({ periods: '[{"refCode": 7, "startDate": "2027-03-01"}, ¦]' });
    assert.ok(taken(unknown, 'period').includes('"refCode": 8,'), taken(unknown, 'period'));
  });

  it('a target with as many values as there are periods', () => {
    const after = taken(group({ totalPeriods: '3', targets: '[¦]' }), 'target');
    assert.equal(after.match(/"defaultValue": 1000/g)?.length, 3);
  });
});

describe('completion: documentation that is asked for later', () => {
  it('is that of the item, whatever else it says', () => {
    const service = createTargetGroupService();
    for (const marked of [
      ...['{¦}', '{"targets": [{¦}]}', '{"targets": [{"extendedFieldInfo": {¦}}]}'],
      ...[
        '{"timeZoneName": ¦}',
        '{"targets": [{"expression": ¦}]}',
        '{"targets": [{"filters": [{"entityIds": [¦]}]}]}',
      ],
    ]) {
      const document = documentOf(marked.replace('¦', ''));
      const position = document.positionAt(marked.indexOf('¦'));
      const whole = service.complete(document, position, { snippets: true }).items;
      const lazy = service.complete(document, position, { snippets: true, lazy: true }).items;
      assert.ok(whole.length > 0);
      for (const [index, item] of lazy.entries()) {
        assert.equal(item.documentation, undefined);
        assert.deepEqual(service.resolveCompletion(item).documentation, whole[index]?.documentation, item.label);
      }
      for (const { documentation } of whole) assert.match((documentation as MarkupContent).value, /`/);
    }
  });

  it('is there at once where it is of the item itself', () => {
    const document = documentOf('{"trackingType": }');
    const { items } = createTargetGroupService().complete(document, document.positionAt(17), {
      snippets: true,
      lazy: true,
    });
    assert.match((items[0]?.documentation as MarkupContent).value, /^`DEFAULT`: /);
  });

  it('is none for an item that names nothing known', () => {
    const service = createTargetGroupService();
    for (const data of [undefined, 5, {}, '', '.', 'nothing', 'a.b.c.d', '__proto__.x', 'targets.__proto__'])
      assert.deepEqual(service.resolveCompletion({ label: 'x', data }), { label: 'x', data });
  });
});

describeSuggested({ every: 97 });
