import assert from 'node:assert/strict';
import type { MessageFromPreview, Range } from '../../../server/src/protocol/preview-messages.js';
import { previewTexts } from '../../../server/src/protocol/preview-texts.js';
import type { PreviewModel } from '../../../server/src/protocol/requests.js';
import {
  condition,
  fact,
  level,
  lineRange,
  period,
  previewModel,
  problem,
  submittedView,
  target,
} from '../../support/preview/models.js';
import { until } from '../../support/until.js';
import { preview, reopenPreview } from '../../support/preview/page-under-test.js';
import { themes, type ThemeName } from '../../support/preview/themes.js';

const picture = (generation: number, model: PreviewModel) => ({ kind: 'picture', generation, model });
const text = (selector: string) => preview.page.locator(selector).allInnerTexts();
const lineOf = (message: MessageFromPreview | undefined) =>
  message?.kind === 'reveal' ? message.range.start.line : undefined;

/** Every place that a model leads to, by its line. */
function linesIn(model: PreviewModel): number[] {
  const ranges: Range[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('start' in value && 'end' in value) ranges.push(value as Range);
    else for (const member of Object.values(value)) visit(member);
  };
  visit(model);
  return [...new Set(ranges.map(({ start }) => start.line))].sort((one, other) => one - other);
}

describe('the picture', () => {
  it('asks for its content and waits', async () => {
    assert.deepEqual(await preview.heard(), [{ kind: 'ready' }]);
    assert.deepEqual(await text('body'), [previewTexts.reading]);
  });

  it('shows the group, its periods, values, targets and problems', async () => {
    await preview.send(picture(1, previewModel()));
    assert.deepEqual(await text('h1'), ['Diwali shopping 2027']);
    assert.deepEqual(await text('.kind, .chip'), ['Single milestone', 'Active', 'Warnings: 1']);
    assert.deepEqual(await text('section:first-of-type dt, section:first-of-type dd'), [
      'Window',
      'Fixed calendar days',
      'Till',
      '7998987987686876867',
    ]);
    assert.deepEqual(await text('tr'), [
      'Period\tFrom\tTo\tDays\tSpend',
      '1Cycle_1\t8 Oct 2027\t8 Oct 2027\t1\t500',
      '2Cycle_2\t9 Oct 2027\t11 Oct 2027\t3\t1000',
      '3Cycle_3\n\n3 days free after period 2\n\n\t15 Oct 2027\t20 Oct 2027\t6\t1.50',
      'Total\t\t\t10\t1501.50',
    ]);
    assert.deepEqual(await text('.sentence'), [
      'Customers who spend 1.5 to 1000 (set for each cycle) in each of 3 cycles, 8 to 20 Oct 2027, with a gap between them',
    ]);
    assert.deepEqual(await text('.card h3, .card .measure'), ['Spend', 'Net sales of transactions']);
    assert.deepEqual(await text('.problems .words, .problems code'), ['Something is odd.', 'period-dates-order']);
  });

  it('draws the periods to scale, with the gap between them', async () => {
    await preview.send(picture(1, previewModel({ frames: [] })));
    const rect = async (selector: string) => {
      const boxes = await preview.page
        .locator(selector)
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      return boxes.map(({ left, width }) => ({ left, width }));
    };
    const bars = await rect('.bar > rect');
    const [gap] = await rect('.gap > rect');
    const svg = (await rect('.timeline svg[role]'))[0];
    assert.ok(gap && svg);
    const perDay = svg.width / 13;
    assert.deepEqual(
      bars.map(({ width }) => Math.round((width + 2) / perDay)),
      [1, 3, 6],
    );
    assert.deepEqual([Math.round(gap.width / perDay), Math.round((gap.left - svg.left) / perDay)], [3, 4]);
    assert.equal(await preview.page.locator('.gap text').textContent(), 'Gap: 3 days');
  });

  it('is redrawn to the new width', async () => {
    await preview.send(picture(1, previewModel()));
    const widthOf = () => preview.page.locator('.timeline svg[role]').evaluate((svg) => svg.clientWidth);
    const wide = await widthOf();
    await preview.page.setViewportSize({ width: 400, height: 700 });
    await preview.page.waitForFunction(
      (before) => document.querySelector('.timeline svg[role]')?.clientWidth !== before,
      wide,
    );
    assert.ok((await widthOf()) < 400);
    const overflow = await preview.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${overflow} pixels beyond the window`);
  });

  it('says what is missing and what has no period', async () => {
    const targets = [target(0, 'few', '', ['1']), target(1, 'many', '', ['1', '2', '3', '4'])];
    await preview.send(picture(1, previewModel({ targets, spans: [] })));
    assert.deepEqual(
      (await text('tbody tr')).map((row) => row.split('\t').slice(-2)),
      [
        ['1', '1'],
        ['missing', '2'],
        ['missing', '3'],
        ['', '4'],
      ],
    );
    assert.equal((await text('tbody tr:last-child th'))[0], '4no period');
  });

  it('says so when there are no periods, targets or days', async () => {
    const nothing = { periods: [], targets: [], spans: [], cycles: 0 };
    const problemCounts = { error: 0, warning: 0, information: 0, hint: 0 };
    await preview.send(picture(1, previewModel({ ...nothing, problems: [], problemCounts })));
    assert.deepEqual(await text('.chip'), ['Active', previewTexts.noProblems]);
    const absent = await text('.absent');
    assert.deepEqual(absent, [previewTexts.noPeriods, previewTexts.noTargets]);
    assert.equal(await preview.page.locator('table, svg').count(), 0);
    const [undated] = previewModel().periods;
    assert.ok(undated);
    const { index, name, active, range } = undated;
    await preview.send(picture(2, previewModel({ periods: [{ index, name, active, range }], spans: [] })));
    assert.ok((await text('.timeline')).includes(previewTexts.noDays));
  });

  it('has a long list of everything in it without trouble', async () => {
    const day = (index: number) => new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10);
    const periods = Array.from({ length: 400 }, (_, index) =>
      period(index, `Cycle_${index} ${day(index)} ${day(index)} 1`),
    );
    const values = Array.from({ length: 400 }, (_, index) => String(index));
    const targets = Array.from({ length: 25 }, (_, index) =>
      target(index, `Target ${index}`, 'TRANSACTION VISIT', values),
    );
    const omitted = { periods: 9600, spans: 0, levels: 0, targets: 7, problems: 800 };
    const days = { startDay: '2027-01-01', endDay: '2037-01-31' };
    await preview.send(
      picture(1, previewModel({ periods, targets, spans: [], cycles: 10_000, extent: days, omitted })),
    );
    assert.equal(await preview.page.locator('.bar').count(), 0);
    assert.equal(await preview.page.locator('.band').count(), 1);
    assert.deepEqual(await text('.timeline .summary'), [
      'There are too many periods to draw each: 10000, from 1 Jan 2027 to 31 Jan 2037.',
    ]);
    assert.equal(await preview.page.locator('td:nth-child(n + 5) .place').count(), 10_000);
    const unlisted = (await text('.absent')).filter((line) => line.startsWith('Not listed'));
    assert.deepEqual(unlisted, ['Not listed here: 9600', 'Not listed here: 7', 'Not listed here: 800']);
    assert.equal(await preview.page.locator('tbody tr').count(), 400);
  });

  it('speaks the language of the editor', async () => {
    await reopenPreview({ language: 'de' });
    await preview.send({
      kind: 'start',
      texts: { ...previewTexts, period: 'Zeitraum', manyDays: '{0} Tage' },
      uri: 'file:///x',
    });
    await preview.send(picture(1, previewModel()));
    const rows = await text('tr');
    assert.ok(rows[0]?.startsWith('Zeitraum'));
    assert.match(rows[3] ?? '', /3 Tage[^]*15\.10\.2027\t20\.10\.2027\t6\t1\.50/);
  });

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`can be told from its ground in the theme ${theme}`, async () => {
      await reopenPreview({ theme });
      await preview.send(picture(1, previewModel()));
      const { ground, text: letters } = await preview.page.evaluate(() => ({
        ground: getComputedStyle(document.body).backgroundColor,
        text: getComputedStyle(document.body).color,
      }));
      assert.notEqual(ground, letters);
      const bars = preview.page.locator('.bar > rect');
      const paints = await bars.evaluateAll((all) => all.map((one) => getComputedStyle(one).stroke));
      assert.ok(paints.length > 0 && paints.every((paint) => paint !== ground && paint !== 'none'));
      const label = preview.page.locator('.bar .name').first();
      assert.equal(await label.evaluate((one) => getComputedStyle(one).fill), letters);
    });
  }
});

describe('hostile text', () => {
  const hostile: Readonly<Record<string, string>> = {
    markup: '<img src=x onerror="hostile(\'img\')"><b>bold</b>',
    script: '</script><script>hostile("script")</script>',
    'an end of everything':
      '--></title></style></textarea></svg><svg onload=hostile("svg")><iframe srcdoc="<script>parent.hostile(1)">',
    'an attribute': '" onfocus="hostile(1)" autofocus tabindex="1" style="position:fixed;inset:0',
    'a link': "javascript:hostile('link')//[x](command:workbench.action.terminal.sendSequence)",
    'line and paragraph separators': 'one\u2028two\u2029three\u0085four\r\nfive\u0000six',
    'bidirectional marks': '\u202Eabc\u2066def\u2067ghi \u05D0\u05D1 \u061C',
    'lone surrogates and what cannot be seen': '\uD800x\uDC00 \u200B\uFEFF\u00AD',
    placeholders: '{0} {1} ${hostile(1)} {{hostile(1)}} $& $1',
    'an object’s names': '__proto__ constructor toString',
    'a megabyte': 'x'.repeat(500_000) + ' y'.repeat(250_000),
  };

  for (const [name, given] of Object.entries(hostile)) {
    it(`${name}: shown as text in every place, and nothing runs`, async () => {
      const whole = previewModel();
      const [first] = whole.targets;
      const [cycle] = whole.periods;
      assert.ok(first && cycle);
      const model = previewModel({
        headline: { ...whole.headline, name: given, kind: given },
        facts: [fact(given, given, 2)],
        levels: [level(given, given, 6)],
        rhythm: { window: 'cyclic', unit: given, every: 1, rounds: 2, off: 0 },
        frames: [{ label: given, startDay: '2027-10-01', range: whole.headline.range }],
        periods: [{ ...cycle, name: given }],
        spans: [],
        cycles: 1,
        targets: [
          {
            ...first,
            name: given,
            kpi: { ...first.kpi, entity: given, type: '' },
            conditions: [
              {
                text: given,
                rows: [0, 1].map((depth) => ({ depth, text: given, range: first.range })),
                omitted: 0,
                range: first.range,
              },
            ],
            facts: [fact(given, given, 3)],
            values: [{ text: given, range: first.range }],
          },
        ],
        problems: [{ ...problem('error', given, 4), code: given }],
      });
      await preview.send(picture(1, model));
      const [stored] = submittedView().periods;
      assert.ok(stored);
      const view = submittedView({
        environment: given,
        host: given,
        id: given,
        periods: [{ ...stored, ...Object.fromEntries(Object.keys(stored).map((key) => [key, given])) }],
        changes: [{ place: given, what: 'normalised', sent: given, stored: given }],
        editable: [given],
      });
      await preview.send({ kind: 'submitted', view });
      await preview.page.locator('.condition summary, .request summary').evaluateAll((all) => {
        for (const one of all) if (one instanceof HTMLElement) one.click();
      });
      await preview.send({ kind: 'request', text: given, omitted: 0 });
      const places = {
        '.kind': 1,
        'h1 .words': 1,
        dt: 2,
        'dd .words': 2,
        'tbody th .words': 1,
        'thead th .words': 1,
        'td .words': 1,
        'h3 .words': 1,
        '.measure .words': 1,
        '.condition p .words': 1,
        '.tree .words': 2,
        '.levels .place .words': 1,
        '.request pre': 1,
        '.problems .words': 1,
        '.problems code': 1,
      };
      for (const [selector, count] of Object.entries(places)) {
        const shown = await preview.page
          .locator(`:is(${selector}):not(.submitted *)`)
          .evaluateAll((all) => all.map((one) => one.textContent));
        assert.equal(shown.length, count, selector);
        for (const one of shown) assert.ok(one === given, `${selector}: ${one.slice(0, 200)}`);
      }
      const ofSubmit = await preview.page
        .locator('.submitted .words')
        .evaluateAll((all) => all.map((one) => one.textContent));
      // The time alone has nothing of it, and words of ours are never in one piece with it.
      assert.equal(ofSubmit.filter((one) => one === given).length, 14, ofSubmit.join('\n').slice(0, 400));
      assert.equal(ofSubmit.filter((one) => one.includes(given)).length, 14);
      const foreign = await preview.page
        .locator(
          'body :is(script, style, img, iframe, object, embed, [style], [onerror], [onload], [onfocus], [autofocus])',
        )
        .count();
      assert.equal(foreign, 0);
      const links = await preview.page.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      assert.deepEqual(links, ['#submitted-title', '#problems-title']);
      const overflow = await preview.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${overflow} pixels beyond the window`);
      await preview.page.locator('h1 .place').click({ position: { x: 5, y: 5 } });
      await preview.page.locator('.bar > rect').click();
      assert.deepEqual((await preview.heard()).map(lineOf).filter(Boolean), [1, 100]);
    });
  }

  it('keeps its direction to itself', async () => {
    await preview.send(picture(1, previewModel()));
    const isolated = await preview.page
      .locator('.words')
      .evaluateAll((all) => all.every((one) => getComputedStyle(one).unicodeBidi.startsWith('isolate')));
    assert.equal(isolated, true);
  });
});

describe('messages', () => {
  it('that are none of ours change nothing', async () => {
    await preview.send(picture(1, previewModel()));
    const before = await preview.page.content();
    const headline = { ...previewModel().headline, name: 'other' };
    const others: unknown[] = [
      null,
      'picture',
      { kind: 'picture' },
      { kind: 'html', html: '<b>' },
      { ...picture(2, previewModel({ headline })), extra: 1 },
      picture(2, { ...previewModel({ headline }), targets: [{}] } as unknown as PreviewModel),
      { ...picture(2, previewModel({ headline })), generation: '2' },
      JSON.parse('{"kind":"picture","generation":2,"__proto__":{"model":{}}}'),
      { kind: 'start', texts: { reading: 'other' } },
    ];
    for (const other of others) await preview.send(other);
    assert.equal(await preview.page.content(), before);
  });

  it('of an older generation change nothing', async () => {
    await preview.send(picture(5, previewModel()));
    const headline = { ...previewModel().headline, name: 'older' };
    await preview.send(picture(4, previewModel({ headline })));
    await preview.send(picture(5, previewModel({ headline })));
    assert.deepEqual(await text('h1'), ['Diwali shopping 2027']);
    await preview.send(picture(6, previewModel({ headline })));
    assert.deepEqual(await text('h1'), ['older']);
  });

  it('the last good picture stays while the text is broken, with a word on it and the new problems', async () => {
    await preview.send(picture(1, previewModel({ problems: [] })));
    assert.deepEqual(await text('.notice'), []);
    const headline = { ...previewModel().headline, name: '' };
    const broken = previewModel({
      version: 4,
      state: 'broken',
      headline,
      periods: [],
      problems: [problem('error', 'A comma is missing.', 77)],
    });
    await preview.send(picture(2, broken));
    assert.deepEqual(await text('h1'), ['Diwali shopping 2027']);
    assert.deepEqual(await text('.notice'), [previewTexts.broken]);
    assert.equal(await preview.page.locator('.bar').count(), 3);
    await preview.heard();
    await preview.page.getByText('A comma is missing.').click();
    await preview.page.locator('h1 .place').click();
    const [ofProblem, ofPicture] = await preview.heard();
    assert.deepEqual([ofProblem?.kind === 'reveal' && ofProblem.version, lineOf(ofProblem)], [4, 77]);
    assert.deepEqual([ofPicture?.kind === 'reveal' && ofPicture.version, lineOf(ofPicture)], [3, 1]);
    await preview.send(picture(3, previewModel({ version: 5 })));
    assert.deepEqual(await text('.notice'), []);
  });

  it('a text that cannot be drawn says so', async () => {
    await preview.send(picture(1, previewModel({ state: 'unreadable', problems: [problem('error', 'Empty.', 0)] })));
    assert.deepEqual(await text('.notice'), [previewTexts.unreadable]);
    assert.equal(await preview.page.locator('h1, table').count(), 0);
    assert.deepEqual(await text('.problems .words'), ['Empty.']);
  });

  it('a closed file and a silent server say so', async () => {
    await preview.send(picture(1, previewModel()));
    await preview.send({ kind: 'stalled', generation: 2, reason: 'closed' });
    assert.deepEqual(await text('.notice'), [previewTexts.closed]);
    await preview.send({ kind: 'stalled', generation: 3, reason: 'unanswered' });
    assert.deepEqual(await text('.notice'), [previewTexts.unanswered]);
    assert.deepEqual(await text('h1'), ['Diwali shopping 2027']);
  });
});

describe('what the API made of it', () => {
  const submitted = (view: unknown) => ({ kind: 'submitted', view });

  it('is not there before anything was sent, and goes when it is forgotten', async () => {
    await preview.send(picture(1, previewModel()));
    assert.equal(await preview.page.locator('.submitted').count(), 0);
    await preview.send(submitted(submittedView()));
    assert.equal(await preview.page.locator('.submitted').count(), 1);
    await preview.send(submitted(null));
    assert.equal(await preview.page.locator('.submitted, .chip.created').count(), 0);
  });

  it('names environment, id and time, what differs, and what can be changed', async () => {
    await preview.send(submitted(submittedView()));
    await preview.send(picture(1, previewModel()));
    assert.deepEqual(await text('.chip.created, .outcome'), Array(2).fill('Created in Spring test: id 16175'));
    assert.deepEqual((await text('.submitted dd')).slice(0, 3), ['Spring test (test)', 'https://api.example', '16175']);
    assert.match((await text('.submitted dd'))[3] ?? '', /^(30 Sept|1 Oct) 2027, \d\d:00$/);
    assert.deepEqual(await text('.submitted tbody tr'), [
      'Cycle_1\t501\tNOT_STARTED\t2027-10-08\t2027-10-08',
      'Cycle_2\t502\tNOT_STARTED\t2027-10-09\t2027-10-11',
      '/targets/0/expression\twritten otherwise\ttrue\t"true"',
      '/targets/0/eventName\tadded by the API\t\t"TransactionAdd"',
      '/userCreated\tnot stored\ttrue\t',
    ]);
    assert.equal((await text('.editable li')).length, 2);
    assert.deepEqual(await text('.same, .other'), [previewTexts.sameText]);
    await preview.send(submitted(submittedView({ isSameText: false })));
    assert.deepEqual(await text('.same, .other'), [previewTexts.otherText]);
  });

  it('says when it is not known what became of it', async () => {
    await preview.send(picture(1, previewModel()));
    await preview.send(submitted(submittedView({ outcome: 'unknown', periods: [], changes: [], editable: [] })));
    assert.deepEqual(await text('.chip.unknown'), ['Sent to Spring test: it is not known what became of it']);
    assert.equal(await preview.page.locator('.submitted table, .submitted ul').count(), 0);
  });

  it('leads from a difference to its place in the text', async () => {
    await preview.send(picture(1, previewModel()));
    await preview.send(submitted(submittedView()));
    await preview.heard();
    for (const place of await preview.page.locator('.submitted button').all()) await place.click();
    assert.deepEqual(await preview.heard(), [
      { kind: 'locate', pointer: '/targets/0/expression' },
      { kind: 'locate', pointer: '/userCreated' },
    ]);
  });
});

describe('what a target counts', () => {
  it('as a condition and, opened, as a tree', async () => {
    const rows = ['||', 'currentTxn.value < 2', '&&', 'c', '"d"'].map((text, index) => ({
      depth: [0, 1, 1, 2, 2][index] ?? 0,
      text,
      range: lineRange(231 + index),
    }));
    const conditions = [
      { text: 'a || (c && "d")', rows, omitted: 4, range: lineRange(230) },
      condition('currentTxn.value > 500', 240),
      condition('', 241),
    ];
    await preview.send(picture(1, previewModel({ targets: [{ ...target(0, 'a', '', []), conditions }] })));
    assert.deepEqual(await text('.condition > p'), [
      'Counts where a || (c && "d")',
      'Counts where the transaction’s value is over 500',
      `Counts where ${previewTexts.unreadableRule}`,
    ]);
    assert.deepEqual(await preview.page.locator('.tree:visible').count(), 0);
    await preview.page.locator('.condition summary').click();
    assert.deepEqual(await text('.tree .place'), [
      previewTexts.anyOf,
      'the transaction’s value is under 2',
      previewTexts.allOf,
      'c',
      '"d"',
    ]);
    assert.deepEqual(await text('.tree .tree .tree > li'), ['c', '"d"']);
    assert.deepEqual(await text('details .absent'), ['4 more']);
    await preview.heard();
    for (const place of await preview.page.locator('.condition .place').all()) await place.click();
    assert.deepEqual((await preview.heard()).map(lineOf), [230, 231, 232, 233, 234, 235, 240, 241]);
  });
});

describe('streaks and windows without days', () => {
  it('the levels of a streak, with what each takes', async () => {
    const levels = [level('Bronze', '1', 300), level('', '3', 301), { ...level('Gold', '12', 302), inARow: false }];
    await preview.send(picture(1, previewModel({ levels })));
    assert.deepEqual(await text('.levels .place'), ['Bronze', '2', 'Gold']);
    assert.deepEqual(await text('.levels .takes'), ['1 cycle in a row', '3 cycles in a row', '12 cycles']);
    assert.deepEqual(
      await preview.page.locator('.dots').evaluateAll((all) => all.map((one) => one.childElementCount)),
      [1, 3, 12],
    );
  });

  const without = { periods: [], spans: [], cycles: 0 };
  it('cycles of each customer', async () => {
    const rhythm = { window: 'cyclic', unit: 'WEEKLY', every: 1, rounds: 3, off: 0 } as const;
    await preview.send(picture(1, previewModel({ ...without, rhythm })));
    assert.deepEqual(await text('.rounds .summary'), [previewTexts.cyclic]);
    assert.deepEqual(await text('.rounds li'), ['Cycle 1', 'Cycle 2', 'Cycle 3']);
    assert.equal(await preview.page.locator('.timeline').count(), 0);
  });

  it('rounds that last until the target is reached', async () => {
    const rhythm = { window: 'agnostic', unit: '', every: 1, rounds: 20, off: 0 } as const;
    await preview.send(picture(1, previewModel({ ...without, rhythm })));
    assert.deepEqual(await text('.rounds .summary'), [previewTexts.agnostic]);
    const rounds = await text('.rounds li');
    assert.deepEqual([rounds.length, rounds[0], rounds.at(-1)], [13, 'Round 1', '8 more']);
  });
});

describe('the request', () => {
  const heardNext = () => until(async () => (await preview.heard())[0], { what: 'a message', within: 5000 });

  it('is asked for when it is opened, shown as it is, and left out when it is closed', async () => {
    await preview.send(picture(1, previewModel()));
    await preview.heard();
    assert.equal(await preview.page.locator('.request pre').count(), 0);
    await preview.page.locator('.request summary').click();
    assert.deepEqual(await heardNext(), { kind: 'wants', request: true });
    const body = '{\r\n\t"name": "<b>a</b>",\n  "preferredTillId": 7998987987686876867\n}\n';
    await preview.send({ kind: 'request', text: body, omitted: 0 });
    assert.equal(await preview.page.locator('.request pre').evaluate((one) => one.firstChild?.nodeValue), body);
    await preview.send({ kind: 'request', text: body, omitted: 12 });
    assert.deepEqual(await text('.request .absent'), ['Characters that are not shown: 12']);
    await preview.page.locator('.request summary').click();
    assert.deepEqual(await heardNext(), { kind: 'wants', request: false });
    await preview.page.locator('.request pre').waitFor({ state: 'detached' });
  });
});

describe('the cursor in the text', () => {
  const marked = () =>
    preview.page.locator('[aria-current]').evaluateAll((all) => all.map((one) => one.textContent.trim()));
  const cursor = (line: number, character = 8, version = 3) => ({
    kind: 'cursor',
    version,
    position: { line, character },
  });

  it('marks its part, the smallest one, wherever it is drawn', async () => {
    const whole = { start: { line: 400, character: 0 }, end: { line: 500, character: 0 } };
    const model = previewModel({
      targets: [{ ...target(0, 'Spend', '', ['500']), range: whole, values: [{ text: '500', range: lineRange(450) }] }],
    });
    await preview.send(picture(1, model));
    await preview.send(cursor(450));
    assert.deepEqual(await marked(), ['500']);
    await preview.send(cursor(451));
    assert.deepEqual(await marked(), ['Spend', 'Spend']);
    await preview.send(cursor(101));
    assert.equal((await marked()).length, 2, 'the bar and the row');
    await preview.send(cursor(9999));
    assert.deepEqual(await marked(), []);
  });

  it('marks what it is in once there is a picture of that version', async () => {
    await preview.send(cursor(1, 8, 4));
    await preview.send(picture(1, previewModel()));
    assert.deepEqual(await marked(), []);
    await preview.send(picture(2, previewModel({ version: 4 })));
    assert.deepEqual(await marked(), ['Diwali shopping 2027']);
    await preview.send(picture(3, previewModel({ version: 5 })));
    assert.deepEqual(await marked(), []);
  });

  it('brings its part into sight, but not while somebody is at work in the page', async () => {
    const targets = Array.from({ length: 40 }, (_, index) => target(index, `T${index}`, '', ['1']));
    await preview.send(picture(1, previewModel({ targets })));
    await preview.page.evaluate(() => {
      Object.defineProperty(document, 'hasFocus', { value: () => true, configurable: true });
    });
    await preview.send(cursor(200 + 39 * 100));
    assert.equal(await preview.page.evaluate(() => window.scrollY), 0);
    await preview.send(cursor(1));
    await preview.page.evaluate(() => {
      Object.defineProperty(document, 'hasFocus', { value: () => false, configurable: true });
    });
    await preview.send(cursor(200 + 39 * 100));
    const seen = () =>
      preview.page
        .locator('[aria-current]')
        .first()
        .evaluate((one) => one.getBoundingClientRect());
    const { left, right } = await seen();
    assert.ok(left >= 0 && right <= 1000, `${left} ${right}`);
    assert.ok((await marked()).length > 0 && (await marked()).every((one) => one === 'T39'));
  });
});

describe('the drawing', () => {
  const inTwoDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  it('marks today where it lies in it', async () => {
    await preview.send(picture(1, previewModel({ frames: [] })));
    const isThere = new Date() >= new Date('2027-10-08') && new Date() <= new Date('2027-10-20');
    assert.equal(await preview.page.locator('.today').count(), isThere ? 1 : 0);
    const around = [period(0, `now ${inTwoDays(-2)} ${inTwoDays(2)} 5`)];
    await preview.send(picture(2, previewModel({ periods: around, spans: [], frames: [] })));
    const [svg, line] = await Promise.all(
      ['.timeline svg[role]', '.today path'].map((one) => preview.page.locator(one).boundingBox()),
    );
    assert.ok(svg && line);
    const share = (line.x - svg.x) / svg.width;
    assert.ok(share > 0.28 && share < 0.72, String(share));
  });

  it('shades weekends, and marks where months begin', async () => {
    await preview.send(picture(1, previewModel({ frames: [] })));
    assert.equal(await preview.page.locator('.calendar rect').count(), 2, '9, 10, 16 and 17 October 2027');
    const year = [period(0, 'year 2027-01-01 2027-12-31 365')];
    await preview.send(picture(2, previewModel({ periods: year, spans: [], frames: [] })));
    assert.equal(await preview.page.locator('.calendar rect').count(), 0);
    assert.equal(await preview.page.locator('.calendar path').count(), 12);
  });

  it('is handed over as a picture of its own, with the colours of the page and nothing that runs', async () => {
    await preview.send(
      picture(
        1,
        previewModel({
          periods: [period(0, '<script>hostile(1)</script> 2027-10-08 2027-10-08 1')].map((one) => ({
            ...one,
            name: '<script>hostile(1)</script>',
          })),
          spans: [],
        }),
      ),
    );
    await preview.heard();
    await preview.send({ kind: 'drawing' });
    const [answer] = await preview.heard();
    assert.ok(answer?.kind === 'drawing');
    const { svg } = answer;
    assert.match(svg, /^<svg [^]*<\/svg>$/);
    assert.doesNotMatch(svg, /<script|class=|data-|var\(|color-mix|color\(|below/);
    assert.match(svg, /&lt;script&gt;/);
    // In a form that every program knows.
    assert.match(svg, /<rect [^>]*fill="rgba\(\d+, \d+, \d+, 0\.3\)"/);
    assert.match(svg, /^<svg [^>]*aria-label="Timeline of the periods"/);
    const size = await preview.page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      return [parsed.querySelectorAll('parsererror').length, parsed.documentElement.tagName];
    }, svg);
    assert.deepEqual(size, [0, 'svg']);
  });

  it('is empty where nothing is drawn', async () => {
    await preview.send(picture(1, previewModel({ periods: [], spans: [] })));
    await preview.heard();
    await preview.send({ kind: 'drawing' });
    assert.deepEqual(await preview.heard(), [{ kind: 'drawing', svg: '' }]);
  });
});

describe('while somebody types', () => {
  const long = (version: number) =>
    previewModel({
      version,
      problems: Array.from({ length: 60 }, (_, index) => problem('warning', `${version} ${index}`, 500 + index)),
    });

  it('draws at most once a frame, the newest alone', async () => {
    const drawn = await preview.page.evaluate(
      async (models) => {
        const seen: (string | null | undefined)[] = [];
        new MutationObserver(() => seen.push(document.querySelector('h1')?.textContent)).observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
        });
        await new Promise((resolve) => requestAnimationFrame(resolve));
        for (const [index, model] of models.entries()) {
          const data = { kind: 'picture', generation: index + 1, model };
          window.dispatchEvent(new MessageEvent('message', { data }));
        }
        for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
        return [...new Set(seen)];
      },
      ['one', 'two', 'three'].map((name) => previewModel({ headline: { ...previewModel().headline, name } })),
    );
    assert.deepEqual(drawn, ['three']);
  });

  it('scroll and focus stay where they are', async () => {
    await preview.send(picture(1, long(1)));
    await preview.page.locator('td:nth-child(5) .place').nth(1).focus();
    await preview.page.evaluate(() => {
      window.scrollTo(0, 300);
    });
    await preview.send(picture(2, long(2)));
    assert.equal(await preview.page.evaluate(() => window.scrollY), 300);
    assert.equal(await preview.page.evaluate(() => document.activeElement?.textContent), '1000');
  });

  it('a page that was hidden comes back where it was left', async () => {
    await preview.send(picture(1, long(1)));
    await preview.page.evaluate(() => {
      window.scrollTo(0, 420);
    });
    await preview.page.waitForFunction(() => sessionStorage.getItem('state')?.includes('420'));
    await preview.page.reload();
    assert.deepEqual(await preview.heard(), [{ kind: 'ready' }]);
    await preview.send(picture(1, long(1)));
    await preview.page.waitForFunction(() => window.scrollY === 420);
  });
});

describe('by keyboard alone', () => {
  it('every part can be reached, is seen to have the focus, and leads to its place', async () => {
    const model = previewModel({
      levels: [level('Bronze', '2', 600), level('Gold', '4', 601)],
      targets: [
        target(0, 'Spend', 'TRANSACTION SALES', ['1', '2', '3']),
        {
          ...target(1, 'Visits', 'TRANSACTION VISIT', ['4', '5', '6']),
          conditions: [condition('a', 602)],
        },
      ],
    });
    await preview.send(picture(1, model));
    await preview.heard();
    const { keyboard } = preview.page;
    const focused = () =>
      preview.page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        const all = [...document.querySelectorAll('*')];
        const style = getComputedStyle(element);
        const rect = element.querySelector('rect');
        const ring = rect === null ? style.outlineStyle !== 'none' : getComputedStyle(rect).strokeWidth === '3px';
        return { index: element === document.body ? -1 : all.indexOf(element), ring, tag: element.tagName };
      });
    const reached: number[] = [];
    const enter = async (key: string) => {
      await keyboard.press(key);
      const line = lineOf((await preview.heard())[0]);
      if (line !== undefined) reached.push(line);
    };
    let stops = 0;
    for (;;) {
      await keyboard.press('Tab');
      const stop = await focused();
      if (stop.index < 0) break;
      stops += 1;
      assert.ok(stop.ring, `${stop.tag} ${stop.index} shows no focus`);
      if (stop.tag !== 'A') await enter(stops % 2 === 0 ? 'Enter' : ' ');
      // Inside a group of parts: along the row, then the rows below from their start.
      for (let row = 0; ; row += 1) {
        for (let at = await focused(); ;) {
          await keyboard.press('ArrowRight');
          const next = await focused();
          if (next.index === at.index) break;
          assert.ok(next.ring);
          await enter('Enter');
          at = next;
        }
        await keyboard.press('Home');
        const start = await focused();
        await keyboard.press('ArrowDown');
        if ((await focused()).index === start.index) break;
        await enter('Enter');
        await keyboard.press('Home');
        await enter('Enter');
      }
    }
    assert.deepEqual(
      [...new Set(reached)].sort((one, other) => one - other),
      linesIn(model),
    );
    assert.ok(stops < 25, `${stops} stops: the groups are one each`);
  });

  it('moves in the table by arrow keys, Home and End', async () => {
    const targets = [target(0, 'a', '', ['a1', 'a2', 'a3']), target(1, 'b', '', ['b1', 'b2'])];
    await preview.send(picture(1, previewModel({ targets, spans: [] })));
    await preview.page.locator('tbody .place').first().focus();
    const seen: (string | null | undefined)[] = [];
    const keys = [
      ...['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowLeft'],
      ...['Control+Home', 'Control+End', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp'],
    ];
    for (const key of keys) {
      await preview.page.keyboard.press(key);
      seen.push(await preview.page.evaluate(() => document.activeElement?.textContent));
    }
    assert.deepEqual(seen, [
      ...['8 Oct 2027', '9 Oct 2027', '11 Oct 2027', '3', '6', '3', 'Cycle_2', 'b2', 'a2'],
      ...['a', 'missing', 'b2', 'b1', 'b', 'b'],
    ]);
  });
});

describe('by mouse', () => {
  it('every part leads to its place', async () => {
    const model = previewModel();
    await preview.send(picture(1, model));
    await preview.heard();
    for (const part of await preview.page.locator('.place:not(.still), .bar, .frame, .gap').all()) await part.click();
    const lines = (await preview.heard()).map(lineOf);
    assert.deepEqual(
      [...new Set(lines)].sort((one, other) => Number(one) - Number(other)),
      linesIn(model),
    );
  });
});
