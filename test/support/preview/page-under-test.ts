import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../hosts/open-browser.js';
import { openPreview, type PreviewInBrowser } from './open-preview.js';

let browser: Browser;

/** The page of the running test: a fresh one for each, in a browser for all of them. */
export let preview: PreviewInBrowser;

/** Replaces the page by one that is opened otherwise. */
export async function reopenPreview(options: Parameters<typeof openPreview>[1]): Promise<void> {
  await preview.close();
  preview = await openPreview(browser, options);
}

// For every file that imports this: nothing that must not happen did.
before(async function () {
  this.timeout(300_000);
  browser = await openBrowser();
});
after(() => browser.close());
beforeEach(async () => {
  preview = await openPreview(browser);
});
afterEach(async () => {
  assert.deepEqual(await preview.faults(), []);
  await preview.close();
});
