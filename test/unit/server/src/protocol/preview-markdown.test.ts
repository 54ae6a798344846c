import assert from 'node:assert/strict';
import { toMarkdown, toPlainMarkdown } from '../../../../../server/src/protocol/preview-markdown';
import { previewTexts } from '../../../../../server/src/protocol/preview-texts';
import type { PreviewModel } from '../../../../../server/src/protocol/requests';
import {
  condition,
  fact,
  level,
  lineRange,
  nothingOmitted,
  period,
  previewModel,
  target,
} from '../../../../support/preview/models';

describe('the picture as Markdown', () => {
  it('says the whole', () => {
    const rows = ['&&', 'currentTxn.value > 5', 'b'].map((text, index) => ({
      depth: Math.min(index, 1),
      text,
      range: lineRange(1),
    }));
    const conditions = [{ ...condition('(currentTxn.value > 5) && b', 1), rows, omitted: 2 }, condition('', 2)];
    const [spend] = previewModel().targets;
    assert.ok(spend);
    const text = toMarkdown(
      previewModel({
        levels: [level('Gold', '4', 1)],
        targets: [spend, { ...target(1, '', 'TRANSACTION VISIT', ['1']), active: false, conditions }],
        omitted: { ...nothingOmitted, levels: 1, targets: 2 },
      }),
      'a\n```\n',
    );
    assert.equal(
      text,
      `# Diwali shopping 2027

Single milestone, active

Customers who spend 1.5 to 1000 (“Spend”; set for each cycle) and reach 2 more targets in each of 3 cycles, 8 to 20 Oct 2027, with a gap between them; 1 target is switched off

- Window: Fixed calendar days
- Till: 7998987987686876867

- Group dates: 2027-10-01 to 2027-10-31

## Streak levels

- Gold: 4 cycles in a row

Not listed here: 1

## Periods

|  | Period | From | To | Days | Spend | Target 2 | Notes |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | Cycle\\_1 | 2027-10-08 | 2027-10-08 | 1 | 500 | 1 |  |
| 2 | Cycle\\_2 | 2027-10-09 | 2027-10-11 | 3 | 1000 | missing |  |
| 3 | Cycle\\_3 | 2027-10-15 | 2027-10-20 | 6 | 1.50 | missing | gap of 3 days after period 2 |
|  | Total |  |  | 10 | 1501.50 | 1 |  |

## Targets

### Spend

- Net sales of transactions
- Event: spin
- Enrolment: TRANSACTION

### Target 2

- inactive
- Days with transactions
- Counts where (currentTxn.value \\> 5) \\&\\& b
  - All of these:
    - the transaction’s value is over 5
    - b
  - Not listed here: 2
- Counts where a condition holds that cannot be read
- Event: spin
- Enrolment: TRANSACTION

Not listed here: 2

## Problems

- warning: Something is odd. (period-dates-order)

## Request

\`\`\`\`json
a
\`\`\`
\`\`\`\`
`,
    );
  });

  it('has nothing in it that a document could have put there', () => {
    const hostile = '# a\n\n| b | <img src=x> [x](command:y) ![](https://t.example) www.t.example `c`\u2028- d\u202e';
    const headline = { ...previewModel().headline, name: hostile };
    const text = toMarkdown(
      previewModel({ headline, facts: [fact('Till', hostile, 1)], targets: [target(0, hostile, '', [hostile])] }),
    );
    assert.doesNotMatch(text, /(?<!\\)[<>[\]`]|\u2028|\u202e|www\.|https:/);
    assert.equal(text.split('\n').filter((line) => line.startsWith('#')).length, 5);
    const table = text.split('\n').filter((line) => line.startsWith('|'));
    assert.equal(new Set(table.map((line) => line.match(/(?<!\\)\|/g)?.length)).size, 1);
  });

  const tableOf = (given: Partial<PreviewModel>) =>
    toMarkdown(previewModel({ spans: [], ...given }))
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2);

  it('calls nothing missing that is there, or that belongs to no cycle', () => {
    const [first] = previewModel().periods;
    assert.ok(first);
    const targets = [
      target(0, 'few', '', ['1', '2']),
      { ...target(1, 'many', '', ['3', '4', '5', '6']), valueCount: 5 },
    ];
    assert.deepEqual(tableOf({ targets, periods: [first, period(1, 'off 2027-10-09 2027-10-11 3 off')], cycles: 2 }), [
      '| 1 | Cycle\\_1 | 2027-10-08 | 2027-10-08 | 1 | 1 | 3 |  |',
      '| 2 | off | 2027-10-09 | 2027-10-11 | 3 | 2 | 4 | switched off |',
      '| 3 | no period |  |  |  |  | 5 |  |',
      '| 4 | no period |  |  |  |  | 6 |  |',
      '|  | Total |  |  | 1 | 1 |  | without what is switched off or belongs to no cycle |',
    ]);
    assert.deepEqual(
      tableOf({ targets: [{ ...target(0, 'a', '', ['1']), valueCount: 2 }] }).map((line) => line.split(' | ').at(-2)),
      ['1', '…', 'missing', ''],
    );
  });

  it('names cycles that follow no calendar', () => {
    for (const [window, name] of [
      ['cyclic', 'Cycle'],
      ['agnostic', 'Round'],
    ] as const) {
      const rhythm = { ...previewModel().rhythm, window, rounds: 1 };
      const given = { rhythm, periods: [], cycles: 0, targets: [target(0, 'a', '', ['1', '2'])] };
      assert.deepEqual(
        tableOf(given).map((line) => line.split(' | ')[1]),
        [`${name} 1`, 'no period', 'Total'],
      );
      assert.ok(toMarkdown(previewModel(given)).includes(previewTexts[window]));
    }
  });

  it('keeps letters and emoji whole, and turns no text around', () => {
    const name = '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u{1F468}\u200d\u{1F469} \u202e\u2069\u200b';
    assert.equal(toPlainMarkdown(name), `\u2068${name.slice(0, -4)} \u2069`);
    assert.equal(toPlainMarkdown('- a'), '\\- a');
  });

  it('is short where there is little', () => {
    const nothing = { facts: [], frames: [], periods: [], spans: [], targets: [], problems: [] };
    const headline = { ...previewModel().headline, name: '', kind: '', active: false };
    assert.equal(
      toMarkdown(previewModel({ ...nothing, headline, state: 'broken' })),
      '# No name\n\ninactive\n\nThe text has syntax errors. Only what could be read is shown.\n',
    );
  });
});
