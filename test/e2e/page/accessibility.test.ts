import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { PreviewModel } from '../../../server/src/protocol/requests.js';
import { contrastOf, type Pair } from '../../support/preview/contrast.js';
import { exampleModels } from '../../support/preview/example-models.js';
import {
  level,
  lineRange,
  period,
  previewModel,
  problem,
  submittedView,
  target,
} from '../../support/preview/models.js';
import { preview, reopenPreview } from '../../support/preview/page-under-test.js';
import { themes, type ThemeName } from '../../support/preview/themes.js';

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const rows = ['&&', 'a > 5', 'b'].map((text, index) => ({
  depth: Math.min(index, 1),
  text,
  range: lineRange(231 + index),
}));
const conditions = [{ text: 'a > 5', rows, omitted: 2, range: lineRange(230) }];
const nothing = { facts: [], frames: [], periods: [], spans: [], cycles: 0, targets: [] };
/** Nothing to draw yet, an empty group, a group with a part of each kind, an older picture of it. */
const states: readonly PreviewModel[] = [
  previewModel({ state: 'unreadable', problems: [problem('error', 'Empty.', 0)] }),
  previewModel({ ...nothing, headline: { ...previewModel().headline, name: '', active: false }, problems: [] }),
  previewModel({
    periods: [...previewModel().periods, period(3, 'Cycle_4 2027-10-18 2027-10-25 8 off')],
    spans: [
      ...previewModel().spans,
      { kind: 'overlap', startDay: '2027-10-18', endDay: '2027-10-20', days: 3, between: [2, 3] },
    ],
    targets: [target(0, 'Spend', 'TRANSACTION SALES', ['1', '2']), target(1, 'Visits', '', ['1', '2', '3', '4', '5'])],
    problems: (['error', 'warning', 'information', 'hint'] as const).map((level, at) => problem(level, level, at)),
    omitted: { periods: 1, spans: 0, levels: 0, targets: 2, problems: 3 },
  }),
  previewModel({
    levels: [level('Bronze', '2', 300), level('', '4', 301)],
    rhythm: { window: 'cyclic', unit: 'WEEKLY', every: 1, rounds: 20, off: 0 },
    targets: [{ ...target(0, 'Spend', 'TRANSACTION SALES', ['1', '2', '3']), conditions }],
    periods: [period(0, `now ${daysFromNow(-3)} ${daysFromNow(9)} 13`)],
    extent: { startDay: daysFromNow(-3), endDay: daysFromNow(9) },
    spans: [],
  }),
  previewModel({
    extent: { startDay: '2027-01-01', endDay: '2054-01-01' },
    omitted: { periods: 9600, spans: 9, levels: 0, targets: 0, problems: 0 },
  }),
  previewModel({ state: 'broken', problems: [problem('hint', 'A comma is missing.', 77)] }),
];

/**
 * What axe finds in the page as it is, or cannot tell, in words. Of some texts it cannot tell what lies behind them: colours
 * have a test of their own below. And a page that waits for a definition has nothing for a heading to name.
 */
async function violations(): Promise<string[]> {
  const results = await preview.page.evaluate(async () => {
    const headed = document.querySelector('header') !== null;
    return await window.axe.run({ rules: { 'page-has-heading-one': { enabled: headed } } });
  });
  assert.ok(
    results.passes.some(({ id }) => id === 'color-contrast'),
    'no colours were looked at',
  );
  const untold = results.incomplete.filter(({ id }) => id !== 'color-contrast');
  return [...results.violations, ...untold].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

let generation = 0;
/** Shows a model and waits for what needs the width of the page. */
async function show(model: PreviewModel): Promise<void> {
  generation += 1;
  await preview.send({ kind: 'submitted', view: model.state === 'complete' ? submittedView() : null });
  await preview.send({ kind: 'picture', generation, model });
  await preview.send({ kind: 'request', text: '{\n  "name": "a"\n}\n', omitted: 0 });
  await preview.page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await preview.page.locator('.timeline svg[role], .absent, .notice').first().waitFor();
}

/** The colours of all texts and of the shapes that say something, each with what lies behind it. */
function drawnPairs(): Promise<{ letters: Pair[]; shapes: Pair[] }> {
  return preview.page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const groundOf = (element: Element): string => {
      const { backgroundColor } = getComputedStyle(element);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)' || element.parentElement === null) return backgroundColor;
      return groundOf(element.parentElement);
    };
    const pair = (element: Element, name: 'fill' | 'stroke' | 'color', ...behind: string[]) => ({
      what: `${element.tagName} ${element.getAttribute('class') ?? ''} ${element.textContent}`,
      colour: getComputedStyle(element)[name],
      behind,
    });
    const drawn = all('svg text').map((text) => {
      const bar = text.closest('.bar')?.querySelector('rect');
      // A bar may lie on a weekend and on days that it shares; both shine through.
      const below = bar ? ['.calendar rect', '.overlap rect'].flatMap((one) => document.querySelector(one) ?? []) : [];
      const fills = [...below, bar ?? []].flat().map((one) => getComputedStyle(one).fill);
      return pair(text, 'fill', groundOf(text), ...fills);
    });
    const written = all('main :not(svg *, .spoken)')
      .filter((one) => [...one.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()))
      .map((one) => pair(one, 'color', groundOf(one)));
    const signs = all('.bar > rect, .gap > line, .overlap > line, .frame > path, .mark');
    return { letters: [...drawn, ...written], shapes: signs.map((sign) => pair(sign, 'stroke', groundOf(sign))) };
  });
}

async function assertContrast(pairs: readonly Pair[], least: number): Promise<void> {
  const weak = (await contrastOf(preview.page, pairs)).filter(({ contrast }) => contrast < least);
  assert.deepEqual(weak, []);
}

describe('accessibility', () => {
  for (const theme of Object.keys(themes) as ThemeName[]) {
    describe(`in the theme ${theme}`, () => {
      beforeEach(() => reopenPreview({ theme }));

      it('axe finds nothing in the pictures of the examples', async () => {
        await preview.page.evaluate(axe.source);
        const models = exampleModels();
        assert.ok(models.size >= 8);
        for (const [name, model] of models) {
          await show(model);
          assert.deepEqual(await violations(), [], name);
        }
      });

      it('axe finds nothing when there is no picture, everything in it, or an older one', async () => {
        await preview.page.evaluate(axe.source);
        assert.deepEqual(await violations(), []);
        for (const [index, model] of states.entries()) {
          await show(model);
          assert.deepEqual(await violations(), [], `state ${index}`);
        }
      });

      it('everything can be read: text 4.5 to 1, shapes 3 to 1', async () => {
        for (const model of [...exampleModels().values(), ...states.slice(2, 3)]) {
          await show(model);
          const { letters, shapes } = await drawnPairs();
          assert.ok(letters.length > 0 && shapes.length > 0);
          await assertContrast(letters, 4.5);
          await assertContrast(shapes, 3);
        }
      });

      it('each stop of the Tab key is seen, 3 to 1', async () => {
        for (const model of states.slice(2, 3)) await show(model);
        const rings: Pair[] = [];
        for (;;) {
          await preview.page.keyboard.press('Tab');
          const ring = await preview.page.evaluate(() => {
            const element = document.activeElement;
            if (element === null || element === document.body) return undefined;
            const style = getComputedStyle(element.querySelector(':scope > rect') ?? element);
            const what = `${element.tagName} ${element.textContent}`;
            const ground = getComputedStyle(document.body).backgroundColor;
            const behind = [ground];
            if (element instanceof SVGElement) return { what, colour: style.stroke, behind };
            return { what, colour: style.outlineStyle === 'none' ? ground : style.outlineColor, behind };
          });
          if (ring === undefined) break;
          rings.push(ring);
        }
        assert.ok(rings.length > 10, `${rings.length} stops`);
        await assertContrast(rings, 3);
      });
    });
  }

  it('nothing moves by itself, for those who ask for that or not', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      await preview.page.emulateMedia({ reducedMotion });
      for (const model of states) await show(model);
      await preview.page.locator('h1 .place').hover();
      const moving = await preview.page.evaluate(() => {
        const elements = [...document.querySelectorAll('*')];
        const styles = elements.flatMap((one) =>
          [null, '::before', '::after'].map((part) => getComputedStyle(one, part)),
        );
        return [
          ...document.getAnimations().map(() => 'an animation'),
          ...styles.map(({ animationName }) => animationName).filter((name) => name !== 'none'),
          ...styles.map(({ transitionDuration }) => transitionDuration).filter((time) => !/^0s(, 0s)*$/.test(time)),
          ...styles.map(({ scrollBehavior }) => scrollBehavior).filter((how) => how !== 'auto'),
        ];
      });
      assert.deepEqual(moving, []);
    }
  });
});
