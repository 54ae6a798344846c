import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { copyWorkspace } from '../../support/copy-workspace.js';
import { keepSecrets, openBrowser, openPage, type WatchedPage } from '../../support/hosts/open-browser.js';
import { startCodeServer, toWorkbenchUrl, type RunningCodeServer } from '../../support/hosts/start-code-server.js';
import { openWorkbench, type Workbench } from '../../support/hosts/workbench.js';
import { root } from '../../support/repository.js';
import { writeFiles } from '../../support/write-files.js';

/** The package that `npm run package` leaves. Throws when it is not there. */
export async function findVsix(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const vsix = path.join(root, `targetgroup-${version}.vsix`);
  if (!existsSync(vsix)) throw new Error(`${vsix} is not there: npm run package makes it`);
  return vsix;
}

/** A fresh VS Code with the package installed, opened on a copy of the examples, in a browser. */
export interface InstalledEditor extends Workbench, Pick<WatchedPage, 'refused' | 'errors'> {
  readonly workspace: string;
  readonly extensionsFolder: string;
  /** Opens the same workspace once more, as a reload of the window does. */
  readonly reload: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface InstalledEditorOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Folders have to be trusted first, as with every user. */
  readonly asksForTrust?: boolean;
  /** Files of the workspace beside the examples, by their paths in it. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Throws when one of its parts does not start; what started is ended then. */
export async function openInstalledEditor(options: InstalledEditorOptions = {}): Promise<InstalledEditor> {
  const ends: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end();
  };
  try {
    const workspace = await copyWorkspace();
    ends.push(workspace.remove);
    writeFiles(workspace.path, options.files ?? {});
    const server: RunningCodeServer = await startCodeServer({
      vsix: [await findVsix()],
      settings: options.settings ?? {},
      asksForTrust: options.asksForTrust ?? false,
    });
    ends.push(server.stop);
    const browser: Browser = await openBrowser();
    ends.push(() => browser.close());
    const { page, context, refused, errors } = await openPage(browser);
    await keepSecrets(context, server.origin);
    const url = toWorkbenchUrl(server, { folder: workspace.path });
    const workbench = await openWorkbench(page, url);
    const reload = async (): Promise<void> => {
      await openWorkbench(page, url);
    };
    const { extensionsFolder } = server;
    return { ...workbench, refused, errors, workspace: workspace.path, extensionsFolder, reload, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Keeps a picture of the page when a test failed, where the person who looks for the reason finds it. */
export async function keepPicture(editor: Workbench, test: Mocha.Test | undefined): Promise<void> {
  if (test?.state !== 'failed') return;
  const file = path.join(root, 'out/outside', `${test.fullTitle().replaceAll(/\W+/g, '-')}.png`);
  await editor.page.screenshot({ path: file });
  console.log(`      picture: ${file}`);
}
