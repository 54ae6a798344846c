import type { Page } from 'playwright-core';

/** A colour against what lies behind it, as CSS writes them. */
export interface Pair {
  /** Names the part in a message. */
  readonly what: string;
  readonly colour: string;
  /** From the ground up, where some of it can be seen through. */
  readonly behind: readonly string[];
}

/** The contrast of each pair as WCAG 2 reckons it, 1 to 21; the page's browser reads the colours. */
export async function contrastOf(page: Page, pairs: readonly Pair[]): Promise<{ what: string; contrast: number }[]> {
  const pixels = await page.evaluate((given) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (canvas === null) throw new Error('no canvas');
    const paint = (...colours: string[]) => {
      for (const colour of colours) {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
      }
      return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    // What can be seen through lies on what is behind it.
    return given.map(({ colour, behind }) => [paint(...behind, colour), paint(...behind)]);
  }, pairs);
  return pairs.map(({ what }, index) => {
    const [light = 0, dark = 0] = (pixels[index] ?? []).map(luminance).sort((one, other) => other - one);
    return { what, contrast: (light + 0.05) / (dark + 0.05) };
  });
}

function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
