import type { FrameLocator, Locator, Page } from 'playwright-core';
import { until } from '../until.js';

/** The workbench as a person uses it: what the tests from outside do with the keyboard and see on the page. */
export interface Workbench {
  readonly page: Page;
  /** Opens a file of the workspace by its name. */
  readonly openFile: (name: string) => Promise<void>;
  /** Runs a command from the palette by the title that the palette shows, "Category: Title". */
  readonly runCommand: (title: string) => Promise<void>;
  /** Puts the cursor at a one-based line and column (UTF-16) of the active editor. */
  readonly placeCursor: (line: number, column: number) => Promise<void>;
  /** The text editor that shows the file. */
  readonly editor: Locator;
  /** The visible line that has this text. */
  readonly line: (text: string) => Locator;
  /** Replaces every occurrence of a text in the active editor. */
  readonly replaceInFile: (text: string, by: string) => Promise<void>;
  /** The squiggles of a level on the visible lines. */
  readonly squiggles: (level: 'error' | 'warning' | 'info' | 'hint') => Locator;
  /** Labels of the visible suggestions; waits until there is one. */
  readonly suggestions: () => Promise<string[]>;
  /** Text of the hover over the first occurrence of `text` in the editor; waits for it. */
  readonly hoverOver: (text: string) => Promise<string>;
  /** The messages of the Problems panel, which is opened. */
  readonly problems: Locator;
  /** Opens the panel; with a glob, only that file's problems are listed (those of the whole workspace are there). */
  readonly showProblems: (filter?: string) => Promise<void>;
  /** The page inside the visible webview. */
  readonly webview: FrameLocator;
  /** Notifications, shown or with a text in them. */
  readonly toast: (text: string | RegExp) => Locator;
  /** The modal dialog with this text. */
  readonly dialog: (text: string | RegExp) => Locator;
  /** Clicks a button of the modal dialog and waits until the dialog is gone. */
  readonly answerDialog: (button: string) => Promise<void>;
  /** Waits for an input box or pick list whose title or prompt has `asked`. */
  readonly question: (asked: string | RegExp) => Promise<void>;
  /** Types into the open input box and confirms it. */
  readonly answerInput: (text: string) => Promise<void>;
  /** Chooses the row of the open pick list that has this text. */
  readonly pick: (label: string | RegExp) => Promise<void>;
}

const quickInput = '.quick-input-widget:not([style*="display: none"])';

/** Opens a workbench and waits until it takes keys. */
export async function openWorkbench(page: Page, url: string): Promise<Workbench> {
  await page.goto(url);
  await page.locator('.monaco-workbench .statusbar').waitFor();
  const editor = page.locator('.editor-instance .monaco-editor[role="code"]').first();
  const input = page.locator(`${quickInput} input`).first();
  const rows = page.locator(`${quickInput} .quick-input-list .monaco-list-row`);

  const runCommand = async (title: string): Promise<void> => {
    const row = rows.filter({ has: page.getByText(title, { exact: true }) }).first();
    await chooseFromPalette(page, `>${title}`, row);
  };
  const placeCursor = async (line: number, column: number): Promise<void> => {
    await page.keyboard.press('Control+G');
    await input.fill(`:${line}:${column}`);
    await page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  };
  return {
    page,
    editor,
    runCommand,
    placeCursor,
    openFile: async (name) => {
      await chooseFromPalette(page, name, rows.filter({ has: page.getByText(name, { exact: true }) }).first());
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await editor.locator('.view-line').first().waitFor();
    },
    line: (text) => editor.locator('.view-line', { hasText: text.replaceAll(' ', '\u00a0') }),
    replaceInFile: async (text, by) => {
      await page.keyboard.press('Control+H');
      const find = page.locator('.find-widget.visible');
      await find.locator('.find-part textarea').fill(text);
      await find.locator('.replace-part textarea').fill(by);
      await page.keyboard.press('Control+Alt+Enter');
      await find.getByRole('button', { name: /^Close/ }).click();
      await find.waitFor({ state: 'hidden' });
    },
    squiggles: (level) => editor.locator(`.squiggly-${level}`),
    suggestions: async () => {
      const list = page.locator('.suggest-widget.visible .monaco-list-row');
      await list.first().waitFor();
      return await list.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
    },
    hoverOver: async (text) => await hoverOver(page, editor, text),
    problems: page.locator('.markers-panel .monaco-list-row'),
    showProblems: async (filter) => {
      const panel = page.locator('.markers-panel');
      // The same keys would hide it.
      if (!(await panel.isVisible())) await page.keyboard.press('Control+Shift+M');
      await panel.waitFor();
      if (filter !== undefined)
        await page
          .getByPlaceholder(/^Filter/)
          .first()
          .fill(filter);
    },
    webview: page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),
    toast: (text) => page.locator('.notification-toast', { hasText: text }),
    dialog: (text) => page.locator('.monaco-dialog-box', { hasText: text }),
    answerDialog: async (button) => {
      const box = page.locator('.monaco-dialog-box');
      await box.getByRole('button', { name: button, exact: true }).click();
      await box.waitFor({ state: 'detached' });
    },
    question: async (asked) => {
      await page.locator(quickInput, { hasText: asked }).waitFor();
    },
    answerInput: async (text) => {
      await input.fill(text);
      await page.keyboard.press('Enter');
    },
    pick: async (label) => {
      await rows.filter({ hasText: label }).first().click();
    },
  };
}

/**
 * The palette does not look again while it is open: asked before the extension's commands or the workspace's files are
 * known, its list stays empty. So it is closed and opened again.
 */
async function chooseFromPalette(page: Page, text: string, row: Locator): Promise<void> {
  await until(
    async () => {
      await page.keyboard.press('F1');
      // Pressed while another one closes, the keys open none.
      const isAsked = await isDone(page.locator(`${quickInput} input`).first().fill(text, { timeout: 1500 }));
      if (isAsked && (await isDone(row.click({ timeout: 1500 })))) return true;
      await page.keyboard.press('Escape');
      return false;
    },
    { what: `"${text}" in the palette`, within: 30_000 },
  );
}

async function hoverOver(page: Page, editor: Locator, text: string): Promise<string> {
  const hover = page.locator('.monaco-hover:not(.hidden) .hover-row');
  const word = editor.locator('.view-line span span', { hasText: text }).first();
  return await until(
    async () => {
      await word.hover();
      if (await isDone(hover.first().waitFor({ timeout: 2000 }))) return (await hover.allInnerTexts()).join('\n');
      // Away, so that the next attempt moves the pointer.
      await page.mouse.move(0, 0);
      return undefined;
    },
    { what: `a hover over ${text}`, within: 30_000 },
  );
}

/** False when the action gave up waiting. */
async function isDone(action: Promise<void>): Promise<boolean> {
  return await action.then(
    () => true,
    () => false,
  );
}
