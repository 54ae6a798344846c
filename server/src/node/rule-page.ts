import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * File URI of the shipped rule catalogue: beside `dist/` in the npm package, under `server/` in the extension.
 * @param folder the folder of the running bundle.
 * @returns undefined where no catalogue is shipped.
 */
export function rulePageNear(folder: string): string | undefined {
  const candidates = ['../server/RULES.md', '../RULES.md'].map((relative) => path.join(folder, relative));
  const found = candidates.find((candidate) => existsSync(candidate));
  return found === undefined ? undefined : pathToFileURL(found).href;
}
