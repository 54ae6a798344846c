import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createTargetGroupService } from '../../../server/src/core/index.js';
import { previewTexts } from '../../../server/src/protocol/preview-texts.js';
import type { PreviewModel } from '../../../server/src/protocol/requests.js';
import { exampleModels } from '../../support/preview/example-models.js';
import { lineRange, nothingOmitted, period, previewModel, target } from '../../support/preview/models.js';
import { preview, reopenPreview } from '../../support/preview/page-under-test.js';
import { root } from '../../support/repository.js';

const picture = (generation: number, model: PreviewModel) => ({ kind: 'picture', generation, model });
const text = (selector: string) => preview.page.locator(selector).allInnerTexts();
/** The lines that a click on each of these leads to. */
async function linesOf(selector: string): Promise<number[]> {
  await preview.heard();
  for (const part of await preview.page.locator(selector).all()) await part.click();
  return (await preview.heard()).flatMap((one) => (one.kind === 'reveal' ? [one.range.start.line] : []));
}

describe('parts that lead to the text', () => {
  it('kind, switch, measure, days, and what of the sentence stands for something', async () => {
    await preview.send(picture(1, previewModel()));
    assert.deepEqual(await linesOf('.kind .place, .chip.place, .measure .place'), [6, 7, 212]);
    assert.deepEqual(await linesOf('tbody tr:first-child td:nth-child(-n + 4) .place'), [1100, 2100, 100]);
    assert.deepEqual(
      (await text('.sentence .place')).map((one) => one.trim()),
      ['spend', '1.5 to 1000', 'in each of 3 cycles'],
    );
    assert.deepEqual(await linesOf('.sentence .place'), [212, 219, 8]);
  });

  it('a value that is missing leads to the list that lacks it, in the table by arrow keys too', async () => {
    await preview.send(picture(1, previewModel({ targets: [target(0, 'a', '', ['1'])], spans: [] })));
    assert.deepEqual(await text('td .missing'), ['missing', 'missing']);
    assert.deepEqual(await linesOf('td .missing'), [219, 219]);
    await preview.page.getByRole('button', { name: '1', exact: true }).last().focus();
    await preview.page.keyboard.press('ArrowDown');
    await preview.page.keyboard.press('Enter');
    const [heard] = await preview.heard();
    assert.equal(heard?.kind === 'reveal' && heard.range.start.line, 219);
  });

  it('gaps and overlaps lead to the period behind them, but the cursor there marks the period', async () => {
    await preview.send(picture(1, previewModel({ frames: [] })));
    assert.equal(await preview.page.locator('.gap').getAttribute('aria-label'), 'Gap: 3 days');
    assert.deepEqual(await linesOf('.gap'), [102]);
    await preview.send({ kind: 'cursor', version: 3, position: { line: 102, character: 8 } });
    assert.equal(await preview.page.locator('.gap[aria-current]').count(), 0);
    assert.equal(await preview.page.locator('.bar[aria-current]').count(), 1);
  });

  it('rounds lead to what says how many there are', async () => {
    const rhythm = { window: 'cyclic', unit: '', every: 1, rounds: 2, off: 0, range: lineRange(77) } as const;
    await preview.send(picture(1, previewModel({ rhythm, periods: [], cycles: 2, spans: [] })));
    assert.deepEqual(await linesOf('.rounds .place'), [77, 77]);
  });

  it('what the text does not say leads nowhere', async () => {
    const { kindRange, activeRange, ...headline } = previewModel().headline;
    assert.ok(kindRange && activeRange);
    await preview.send(picture(1, previewModel({ headline })));
    assert.equal(await preview.page.locator('.kind button, .chip.on:is(button)').count(), 0);
    assert.deepEqual(await text('.kind, .chip.on'), ['Single milestone', 'Active']);
  });
});

describe('groups whose cycles follow no calendar', () => {
  const cases = { cyclic: 'Cycle', agnostic: 'Round' } as const;
  for (const [window, name] of Object.entries(cases) as ['cyclic' | 'agnostic', string][]) {
    it(`${window}: values belong to cycles, and the dates of the group are shown`, async () => {
      const rhythm = { window, unit: '', every: 1, rounds: 2, off: 0 };
      const targets = [target(0, 'a', '', ['1', '2', '3'])];
      await preview.send(picture(1, previewModel({ rhythm, targets, periods: [], spans: [], cycles: 2 })));
      assert.deepEqual(await text('tbody th'), [`${name} 1`, `${name} 2`, `3${previewTexts.noPeriod}`]);
      assert.deepEqual(await text('td .extra'), ['3']);
      assert.deepEqual(await text('thead th'), ['Period', 'a']);
      assert.deepEqual(await text('.frames dt, .frames dd'), ['Group dates', '1 Oct 2027 – 31 Oct 2027']);
      assert.deepEqual(await linesOf('.frames .place'), [4]);
    });
  }
});

describe('where there is little room', () => {
  const models = new Map(exampleModels());
  const accepted = 'test/fixtures/accepted/create-08-unified-all-overall-target.targetgroup.json';
  const document = TextDocument.create('file:///a', 'targetgroup', 1, readFileSync(path.join(root, accepted), 'utf8'));
  models.set('three targets', createTargetGroupService().preview(document));
  models.delete('full-of-mistakes.targetgroup.json');

  for (const width of [320, 460, 600, 1280]) {
    it(`period, days and values of every example can be read at ${width} pixels`, async () => {
      await reopenPreview({ width });
      let generation = 0;
      for (const [name, model] of models) {
        await preview.send(picture((generation += 1), model));
        const beyond = await preview.page.locator('.values').evaluate((values) => {
          const { right } = values.getBoundingClientRect();
          const cells = [...values.querySelectorAll('th, td')];
          return cells
            .filter((cell) => cell.getBoundingClientRect().right > right + 1 || cell.scrollWidth > cell.clientWidth + 1)
            .map((cell) => cell.textContent);
        });
        assert.deepEqual(beyond, [], name);
        const days = (await text('tbody tr:first-child')).join();
        assert.match(days, /\d{4}[^]*\d{4}/, name);
        assert.equal(await preview.page.locator('table.wide, table [role]:not([role=button])').count(), 0);
      }
    });
  }

  it('the days fold below the period, keep their places, and unfold', async () => {
    await reopenPreview({ width: 460 });
    await preview.send(picture(1, previewModel()));
    assert.deepEqual(await text('thead th'), ['Period', 'Spend']);
    assert.deepEqual((await text('.days')).slice(0, 2), [
      '8 Oct 2027 – 8 Oct 2027, 1 day',
      '9 Oct 2027 – 11 Oct 2027, 3 days',
    ]);
    assert.deepEqual(await linesOf('tbody tr:first-child .days .place'), [1100, 2100, 100]);
    await preview.page.setViewportSize({ width: 1000, height: 700 });
    await preview.page.getByRole('columnheader', { name: 'From' }).waitFor();
    assert.equal(await preview.page.locator('.days p').count(), 0);
  });

  it('a long name stands in full', async () => {
    await reopenPreview({ width: 320 });
    const name = 'A long name '.repeat(17).trim();
    await preview.send(picture(1, previewModel({ headline: { ...previewModel().headline, name } })));
    const cut = await preview.page.locator('h1 .place').evaluate((one) => one.scrollHeight - one.clientHeight);
    assert.ok(cut <= 0, `${cut} pixels cut`);
  });
});

describe('the timeline', () => {
  it('lets weekends and shared days be seen through the bars, each shared day once', async () => {
    const periods = Array.from({ length: 30 }, (_, index) => period(index, `p${index} 2027-10-08 2027-10-12 5`));
    const spans = periods.slice(1).map(({ index }) => ({
      ...({ kind: 'overlap', startDay: '2027-10-08', endDay: '2027-10-12', days: 5 } as const),
      between: [0, index] as const,
    }));
    await preview.send(picture(1, previewModel({ periods, spans, frames: [] })));
    assert.equal(await preview.page.locator('.overlap').count(), 1);
    const order = await preview.page
      .locator('.timeline svg[role] rect')
      .evaluateAll((all) => all.map((one) => one.parentElement?.getAttribute('class')?.split(' ')[0] ?? ''));
    assert.ok(order.lastIndexOf('bases') < order.indexOf('calendar'));
    assert.ok(
      order.lastIndexOf('calendar') < order.indexOf('bar') && order.lastIndexOf('overlap') < order.indexOf('bar'),
    );
    const fill = await preview.page
      .locator('.bar > rect')
      .first()
      .evaluate((one) => getComputedStyle(one).fill);
    assert.match(fill, /\/ 0\.3\)$/);
  });

  it('shades weekends in every theme', async () => {
    for (const theme of ['light', 'high-contrast', 'high-contrast-light'] as const) {
      await reopenPreview({ theme });
      await preview.send(picture(1, previewModel({ frames: [] })));
      const fill = await preview.page
        .locator('.calendar rect')
        .first()
        .evaluate((one) => getComputedStyle(one).fill);
      assert.match(fill, /\/ 0\.(08|22)\)$/, theme);
    }
  });

  it('marks and counts gaps and overlaps among periods that are too many to draw', async () => {
    const spans = [0, 1, 2].map((index) => ({
      ...{
        startDay: `202${index}-05-01`,
        endDay: `202${index}-05-20`,
        days: 20,
        between: [index, 900 + index] as const,
      },
      kind: index === 2 ? ('overlap' as const) : ('gap' as const),
    }));
    const extent = { startDay: '2020-01-01', endDay: '2024-12-31' };
    await preview.send(
      picture(1, previewModel({ spans, extent, frames: [], omitted: { ...nothingOmitted, periods: 600 } })),
    );
    assert.equal(await preview.page.locator('.gap').count(), 2);
    assert.equal(await preview.page.locator('.overlap').count(), 1);
    assert.match((await text('.timeline .summary')).join(), / Gaps: 2, overlaps: 1$/);
  });

  it('says which period is switched off, and sets names from right to left', async () => {
    const periods = [period(0, 'a 2027-10-08 2027-10-14 7 off'), period(1, 'מבצע 2027-10-15 2027-10-20 6')];
    await preview.send(picture(1, previewModel({ periods, spans: [], frames: [] })));
    const labels = await preview.page
      .locator('.bar')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    assert.deepEqual(labels, [
      'a 8 Oct 2027 – 14 Oct 2027, switched off',
      '\u2068מבצע\u2069 15 Oct 2027 – 20 Oct 2027',
    ]);
    const second = preview.page.locator('.bar').nth(1);
    const [bar, name] = await Promise.all(
      [second.locator(':scope > rect'), second.locator('.name')].map((one) => one.boundingBox()),
    );
    assert.ok(bar && name);
    assert.ok(bar.x + bar.width - name.x - name.width < 12, 'the name begins at the right');
  });

  it('no label of the axis is cut, or runs into another one', async () => {
    for (const width of [320, 700, 1280]) {
      await reopenPreview({ width });
      const now = new Date().getFullYear();
      const stretches = ['2027-09-01 2027-11-30 91', '2025-01-01 2029-12-31 1826', `${now}-01-01 ${now}-12-31 365`];
      for (const [index, days] of stretches.entries()) {
        const model = previewModel({ periods: [period(0, `p ${days}`)], spans: [], frames: [] });
        await preview.send(picture(index + 1, model));
        const boxes = await preview.page.locator('.axis text, .today text').evaluateAll((all) =>
          all.map((one) => {
            const { left, right, top, bottom } = one.getBoundingClientRect();
            return { left, right, top, bottom, edge: one.closest('svg')?.getBoundingClientRect().right ?? 0 };
          }),
        );
        assert.ok(boxes.length > 1);
        for (const [at, box] of boxes.entries()) {
          assert.ok(box.right <= box.edge, `${width} ${days}: beyond the edge`);
          for (const other of boxes.slice(at + 1)) {
            const isApart =
              other.left >= box.right ||
              other.right <= box.left ||
              other.top >= box.bottom - 4 ||
              other.bottom <= box.top + 4;
            assert.ok(isApart, `${width} ${days}: two labels at one place`);
          }
        }
      }
    }
  });

  it('can be told apart in forced colours', async () => {
    await preview.page.emulateMedia({ forcedColors: 'active' });
    await preview.send(picture(1, previewModel({ frames: [] })));
    const { stroke, letters, ground } = await preview.page.evaluate(() => {
      const of = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
      return { stroke: of('.bar > rect').stroke, letters: of('.bar .name').fill, ground: of('body').backgroundColor };
    });
    assert.notEqual(stroke, ground);
    assert.notEqual(letters, ground);
  });
});

describe('texts of the document', () => {
  it('each stand in an element of their own that keeps their direction', async () => {
    const name = 'A\u202e7202\u2066';
    const targets = [
      { ...target(0, name, 'TRANSACTION SALES', ['500', '500', '500']) },
      target(1, 'B', 'TRANSACTION SALES', []),
    ];
    const levels = [{ name, cycles: '\u202e2', inARow: true, range: lineRange(9) }];
    await preview.send(picture(1, previewModel({ targets, levels })));
    const words = await preview.page
      .locator('.sentence bdi, .takes bdi')
      .evaluateAll((all) => all.map((one) => one.textContent));
    assert.deepEqual(words, ['500', name, 'B', '\u202e2']);
    const outside = await preview.page.locator('.sentence, .takes').evaluateAll((all) =>
      all.map((one) => {
        const copy = one.cloneNode(true) as Element;
        for (const bdi of copy.querySelectorAll('bdi')) bdi.remove();
        return copy.textContent;
      }),
    );
    assert.doesNotMatch(outside.join(), /[\u202a-\u202e\u2066-\u2069]/);
  });
});
