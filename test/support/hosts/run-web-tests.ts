import { awaitTests, type TestsEnd } from './await-tests.js';
import { openBrowser, openPage } from './open-browser.js';
import { serveCodeOss, type WebWorkbench } from './serve-code-oss.js';

/** Runs a test module in the web extension host. `limit` is in milliseconds. A page that looks beyond loopback has failed. */
export async function runWebTests(workbench: WebWorkbench, limit: number): Promise<TestsEnd> {
  const served = await serveCodeOss(workbench);
  try {
    const browser = await openBrowser();
    try {
      const { page, refused } = await openPage(browser);
      const open = async (): Promise<void> => {
        await page.goto(served.url, { waitUntil: 'commit' });
      };
      const end = await awaitTests(page, { limit, open });
      return refused.length === 0 ? end : { code: 95, why: `the page asked for ${refused.join(', ')}` };
    } finally {
      await browser.close();
    }
  } finally {
    await served.stop();
  }
}
