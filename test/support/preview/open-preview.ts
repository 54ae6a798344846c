import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createNonce, toPreviewHtml } from '../../../client/src/extension/features/preview/preview-html.js';
import type { MessageFromPreview } from '../../../server/src/protocol/preview-messages.js';
import { openPage } from '../hosts/open-browser.js';
import { root } from '../repository.js';
import { themes, type Theme, type ThemeName } from './themes.js';

const origin = 'http://preview.localhost';
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.map': 'text/plain' };

/** The built page in a real browser, with a stand-in for what VS Code gives a webview. */
export interface PreviewInBrowser {
  readonly page: Page;
  /** Hands a message over as VS Code does. */
  send(message: unknown): Promise<void>;
  /** What the page said since it was asked the last time. */
  heard(): Promise<MessageFromPreview[]>;
  /** Everything that must not have happened: violated policies, scripts that ran, errors, addresses asked for. */
  faults(): Promise<string[]>;
  close(): Promise<void>;
}

interface PreviewOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly language?: string;
}

/** Opens `dist/preview` under the policy of the extension; the page has said `ready` by then. */
export async function openPreview(
  browser: Browser,
  { theme = 'dark', width = 1000, language = 'en' }: PreviewOptions = {},
): Promise<PreviewInBrowser> {
  const { page, context, refused, errors } = await openPage(browser);
  await page.setViewportSize({ width, height: 700 });
  const asked: string[] = [];
  const html = toPreviewHtml(
    { source: origin, script: `${origin}/main.js`, style: `${origin}/style.css`, language },
    createNonce(),
  );
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ body: html, contentType: 'text/html' });
    const type = types[path.extname(pathname)];
    if (type === undefined || path.dirname(pathname) !== '/') {
      asked.push(pathname);
      return route.abort();
    }
    const body = await readFile(path.join(root, 'dist/preview', pathname));
    return route.fulfill({ body, contentType: type });
  });
  // tsx marks functions with a helper that is not there in the page.
  await page.addInitScript('globalThis.__name = (named) => named;');
  await page.addInitScript(standIn, themes[theme]);
  await page.goto(`${origin}/`);
  return {
    page,
    send: (message) =>
      page.evaluate(async (data) => {
        window.dispatchEvent(new MessageEvent('message', { data }));
        // The page draws once a frame.
        for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      }, message),
    heard: () => page.evaluate(() => window.standIn.posted.splice(0)),
    faults: async () => {
      const inside = await page.evaluate(() => [...window.standIn.violations, ...window.standIn.ran]);
      return [...inside, ...errors, ...refused, ...asked];
    },
    close: () => context.close(),
  };
}

declare global {
  interface Window {
    standIn: { readonly posted: MessageFromPreview[]; readonly violations: string[]; readonly ran: string[] };
    acquireVsCodeApi: () => unknown;
    /** What the hostile texts call. */
    hostile: (what: string) => void;
  }
}

/** Runs in the page before anything of it. The state outlives a reload, as VS Code's does. */
function standIn({ bodyClass, variables }: Theme): void {
  window.standIn = { posted: [], violations: [], ran: [] };
  window.hostile = (what) => window.standIn.ran.push(`a script ran: ${what}`);
  window.alert = () => window.standIn.ran.push('alert');
  window.acquireVsCodeApi = () => ({
    postMessage: (message: MessageFromPreview) => window.standIn.posted.push(message),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') as unknown,
    setState: (state: unknown) => {
      sessionStorage.setItem('state', JSON.stringify(state));
    },
  });
  document.addEventListener('securitypolicyviolation', (event) => {
    window.standIn.violations.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
  // Before the page's own script, which is deferred.
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    document.body.className = bodyClass;
    for (const [name, value] of Object.entries(variables)) {
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
    }
  });
}
