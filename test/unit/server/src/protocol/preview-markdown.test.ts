import assert from 'node:assert/strict';
import { toMarkdown } from '../../../../../server/src/protocol/preview-markdown';
import { fact, level, lineRange, previewModel, target } from '../../../../support/preview/models';

describe('the picture as Markdown', () => {
  it('says the whole', () => {
    const condition = { text: 'a > 5', rows: [{ depth: 0, text: 'a' }], range: lineRange(1) };
    const [spend] = previewModel().targets;
    assert.ok(spend);
    const text = toMarkdown(
      previewModel({
        levels: [level('Gold', '4', 1)],
        targets: [spend, { ...target(1, '', 'TRANSACTION VISIT', ['1']), active: false, condition }],
        omitted: { periods: 0, spans: 0, targets: 2, problems: 0 },
      }),
    );
    assert.equal(
      text,
      `# Diwali shopping 2027

Single milestone, active

Customers who spend 1.50 to 1000 (set for each cycle) (“Spend”) and make transactions on 1 day and 2 more targets in each of 3 cycles, 8 to 20 Oct 2027; rewarded after 4 cycles in a row

- Window: Fixed calendar days
- Till: 7998987987686876867

- Group dates: 2027-10-01 to 2027-10-31

## Streak levels

- Gold: 4 cycles in a row

## Periods

|  | Period | From | To | Days | Spend | Target 2 | Notes |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | Cycle\\_1 | 2027-10-08 | 2027-10-08 | 1 | 500 | 1 |  |
| 2 | Cycle\\_2 | 2027-10-09 | 2027-10-11 | 3 | 1000 | missing |  |
| 3 | Cycle\\_3 | 2027-10-15 | 2027-10-20 | 6 | 1.50 | missing | gap of 3 days with period 2 |

## Targets

### Spend

- Net sales of transactions
- Condition: currentTxn.value\\>500
- Enrolment: TRANSACTION

### Target 2

- inactive
- Days with transactions
- Condition: currentTxn.value\\>500
- Enrolment: TRANSACTION
- Counts where: a \\> 5

Not listed here: 2

## Problems

- warning: Something is odd. (period-dates-order)
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

  it('is short where there is little', () => {
    const nothing = { facts: [], frames: [], periods: [], spans: [], targets: [], problems: [] };
    const headline = { ...previewModel().headline, name: '', kind: '', active: false };
    assert.equal(
      toMarkdown(previewModel({ ...nothing, headline, state: 'broken' })),
      '# No name\n\ninactive\n\nThe text has syntax errors. Only what could be read is shown.\n',
    );
  });
});
