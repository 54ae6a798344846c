// Takes the pictures of docs/preview.md from the built page: every example in all themes at three widths, on one sheet each.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { PreviewModel } from '../../../server/src/protocol/requests.js';
import { openBrowser, openPage } from '../../support/hosts/open-browser.js';
import { exampleModels } from '../../support/preview/example-models.js';
import { openPreview } from '../../support/preview/open-preview.js';
import { themes, type ThemeName } from '../../support/preview/themes.js';
import { root } from '../../support/repository.js';

const folder = path.join(root, 'docs/pictures/preview');
const widths = [1280, 600, 320];
/** Taller pages are cut: they only go on. */
const tallest = 2200;
const scale = 0.6;

/** One page as it looks, in full height. */
async function take(browser: Browser, model: PreviewModel, theme: ThemeName, width: number): Promise<string> {
  const preview = await openPreview(browser, { theme, width });
  try {
    await preview.send({ kind: 'picture', generation: 1, model });
    await preview.page.locator('.timeline svg[role], .rounds').first().waitFor();
    const height = Math.min(await preview.page.evaluate(() => document.documentElement.scrollHeight), tallest);
    await preview.page.setViewportSize({ width, height });
    const png = await preview.page.screenshot({ animations: 'disabled' });
    return png.toString('base64');
  } finally {
    await preview.close();
  }
}

/** All of an example on one sheet, smaller: a row for each two themes. In WebP, which a browser can write. */
async function sheetOf(browser: Browser, pictures: readonly string[]): Promise<Buffer> {
  const { page, context } = await openPage(browser);
  try {
    // tsx marks functions with a helper that is not there in the page.
    await page.evaluate('globalThis.__name = (named) => named;');
    const url = await page.evaluate(
      async ({ all, perRow, factor }) => {
        const images = await Promise.all(
          all.map(async (base64) => {
            const image = new Image();
            image.src = `data:image/png;base64,${base64}`;
            await image.decode();
            return image;
          }),
        );
        const gap = 12;
        const rows = Array.from({ length: Math.ceil(images.length / perRow) }, (_, row) =>
          images.slice(row * perRow, (row + 1) * perRow),
        );
        const sizeOf = (image: HTMLImageElement) => ({ width: image.width * factor, height: image.height * factor });
        const widthOf = (row: HTMLImageElement[]) => row.reduce((sum, one) => sum + sizeOf(one).width + gap, gap);
        const heightOf = (row: HTMLImageElement[]) => Math.max(...row.map((one) => sizeOf(one).height)) + gap;
        const canvas = document.createElement('canvas');
        canvas.width = Math.max(...rows.map(widthOf));
        canvas.height = rows.reduce((sum, row) => sum + heightOf(row), gap);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.fillStyle = '#808080';
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.imageSmoothingQuality = 'high';
        let top = gap;
        for (const row of rows) {
          let left = gap;
          for (const image of row) {
            const { width, height } = sizeOf(image);
            context.drawImage(image, left, top, width, height);
            left += width + gap;
          }
          top += heightOf(row);
        }
        return canvas.toDataURL('image/webp', 0.72);
      },
      { all: pictures, perRow: 2 * widths.length, factor: scale },
    );
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  } finally {
    await context.close();
  }
}

export async function takePreviewSheets(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser();
  try {
    for (const [name, model] of exampleModels()) {
      const pictures: string[] = [];
      for (const theme of Object.keys(themes) as ThemeName[]) {
        for (const width of widths) pictures.push(await take(browser, model, theme, width));
      }
      const file = path.join(folder, name.replace('.targetgroup.json', '.webp'));
      const sheet = await sheetOf(browser, pictures);
      await writeFile(file, sheet);
      console.log(path.relative(root, file), `${Math.round(sheet.length / 1000)} kB`);
    }
  } finally {
    await browser.close();
  }
}
