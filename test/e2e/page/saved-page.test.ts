import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { toPreviewPage } from '../../../server/src/cli/preview/preview-page.js';
import { openBrowser, openPage } from '../../support/hosts/open-browser.js';
import { exampleModels } from '../../support/preview/example-models.js';
import { previewModel, target } from '../../support/preview/models.js';
import { root } from '../../support/repository.js';

const folder = path.join(root, 'dist/preview');
const address = 'http://preview.localhost/saved.html';

describe('a saved page', () => {
  let browser: Browser;
  before(async function () {
    this.timeout(300_000);
    browser = await openBrowser();
  });
  after(() => browser.close());

  /** Opens the page as a file of its own would be: nothing can be fetched. */
  async function withPage(html: string, look: (page: Page, faults: string[]) => Promise<void>): Promise<void> {
    const { page, context, refused, errors } = await openPage(browser);
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.route('http://preview.localhost/**', (route) =>
      route.request().url() === address ? route.fulfill({ body: html, contentType: 'text/html' }) : route.abort(),
    );
    await page.goto(address);
    await page.locator('h1').waitFor();
    await look(page, faults);
    assert.deepEqual([...faults, ...refused, ...errors], []);
    await context.close();
  }

  for (const [name, model] of exampleModels()) {
    it(`draws ${name} by itself`, async () => {
      const text = readFileSync(path.join(root, 'examples', name), 'utf8');
      await withPage(toPreviewPage(model, text, folder), async (page) => {
        assert.equal(await page.locator('h1').textContent(), model.headline.name);
        assert.equal(await page.locator('.bar').count(), model.periods.filter(({ days }) => days !== undefined).length);
        assert.equal(await page.locator('.request pre').textContent(), text);
        // There is no text that anything could lead to.
        assert.equal(await page.locator('button, [role=button], [tabindex="0"]:not(pre)').count(), 0);
      });
    });
  }

  it('shows hostile text as text', async () => {
    const name = '</script><script>document.title="hostile"</script><!--<script>';
    const headline = { ...previewModel().headline, name };
    await withPage(toPreviewPage(previewModel({ headline }), `${name}\u2028`, folder), async (page) => {
      assert.equal(await page.locator('h1').textContent(), name);
      assert.equal(await page.title(), name);
      assert.equal(await page.locator('.request pre').textContent(), `${name}\u2028`);
    });
  });

  it('can be printed: nothing scrolls, and trees are unfolded', async () => {
    const [target] = previewModel().targets;
    assert.ok(target);
    const { range } = target;
    const rows = ['&&', 'name a', 'b'].map((text, index) => ({ depth: Math.min(index, 1), text, range }));
    const conditions = [{ text: 'a > 5', rows, omitted: 0, range }];
    const model = previewModel({ targets: [{ ...target, conditions }] });
    await withPage(toPreviewPage(model, '{}', folder), async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await page.getByText('name a').waitFor();
      const scrolling = await page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowY))
          .map((one) => one.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(scrolling, []);
      assert.ok((await page.pdf()).length > 10_000);
    });
  });

  it('fits on paper: many targets in several tables, nothing beyond the edge', async () => {
    const targets = Array.from({ length: 20 }, (_, index) =>
      target(index, `Target number ${index}`, 'TRANSACTION SALES', ['100000', '100000', '100000']),
    );
    await withPage(toPreviewPage(previewModel({ targets }), '{}', folder), async (page) => {
      assert.equal(await page.locator('table').count(), 1);
      // A4 at 96 dots an inch, without margins of 1 cm.
      await page.setViewportSize({ width: 718, height: 1047 });
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      assert.equal(await page.locator('table').count(), 4);
      const heads = await page.locator('thead th').allInnerTexts();
      assert.deepEqual(
        heads.filter((head) => head !== 'Period'),
        targets.map(({ name }) => name),
      );
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 718);
      const after = await page.evaluate(
        () => getComputedStyle(document.querySelector('h2') ?? document.body).breakAfter,
      );
      assert.equal(after, 'avoid');
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      assert.equal(await page.locator('table').count(), 1);
    });
  });
});
