import { awaitTests, type TestsEnd } from './await-tests.js';
import { openBrowser, openPage } from './open-browser.js';
import { startCodeServer, toRemoteUri, toWorkbenchUrl } from './start-code-server.js';

export interface ExtensionTests {
  readonly extensionDevelopmentPaths: readonly string[];
  /** A CommonJS module whose `run()` rejects when a test fails. */
  readonly extensionTestsPath: string;
  /** The folder to open; an empty window when left out. */
  readonly folder?: string | undefined;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Milliseconds until the run is given up. */
  readonly limit: number;
}

export interface ExtensionTestsEnd extends TestsEnd {
  readonly serverLog: string;
}

/** Runs a test module in the Node extension host of a served VS Code. A page that looks beyond loopback has failed. */
export async function runExtensionTests(tests: ExtensionTests): Promise<ExtensionTestsEnd> {
  const server = await startCodeServer({ testMode: true, settings: tests.settings ?? {} });
  try {
    const browser = await openBrowser();
    try {
      const { page, refused } = await openPage(browser);
      const payload = [
        ['skipWelcome', 'true'] as const,
        ...tests.extensionDevelopmentPaths.map(
          (each) => ['extensionDevelopmentPath', toRemoteUri(server, each)] as const,
        ),
        ['extensionTestsPath', toRemoteUri(server, tests.extensionTestsPath)] as const,
      ];
      const url = toWorkbenchUrl(server, { folder: tests.folder, payload });
      const open = async (): Promise<void> => {
        await page.goto(url);
      };
      const end = await awaitTests(page, { limit: tests.limit, hostEnded: server.ended, open });
      const asked = refused.length === 0 ? {} : { code: 95, why: `the page asked for ${refused.join(', ')}` };
      return { ...end, ...asked, serverLog: server.log() };
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}
