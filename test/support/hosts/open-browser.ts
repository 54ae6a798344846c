import { randomBytes } from 'node:crypto';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { installChromium } from './install-chromium.js';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing outside is even looked up, by service workers neither, which the route below does not see.
  '--host-resolver-rules=MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** Starts a headless Chromium that reaches loopback alone. */
export async function openBrowser(): Promise<Browser> {
  const { executable, env } = await installChromium();
  return await chromium.launch({
    executablePath: executable,
    headless: true,
    args: flags,
    env: { ...process.env, ...env },
  });
}

export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses beyond loopback that the page asked for; each was refused. */
  readonly refused: readonly string[];
  /** Errors that no script of the page caught. */
  readonly errors: readonly string[];
}

const isLoopback = ({ hostname }: URL) => hostname === '127.0.0.1' || /^(.+\.)?localhost$/.test(hostname);

/** A page in a browser profile of its own, as fresh as a new user's. */
export async function openPage(browser: Browser): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const refused: string[] = [];
  const beyond = (url: URL) => /^(https?|wss?):$/.test(url.protocol) && !isLoopback(url);
  await context.route(beyond, async (route) => {
    refused.push(route.request().url());
    await route.abort();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  // Only noted: a routed socket loses messages, and beyond loopback no name resolves.
  page.on('websocket', (socket) => {
    if (beyond(new URL(socket.url()))) refused.push(socket.url());
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, context, refused, errors };
}

/**
 * Lets the page keep secrets beyond its own life, as the program in front of a served VS Code does (`code serve-web`): the
 * browser holds them, encrypted with a key of which one part comes from the server.
 */
export async function keepSecrets(context: BrowserContext, origin: string): Promise<void> {
  const place = '/mint-key';
  await context.addCookies([{ name: 'vscode-secret-key-path', value: place, url: origin }]);
  const body = randomBytes(32);
  await context.route(`${origin}${place}`, (route) => route.fulfill({ body }));
}
