import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './repository';

const folder = path.join(root, 'examples');
const ending = '.targetgroup.json';

/** The examples, by the name of their file; that of all mistakes among them. */
export const examples: readonly { readonly name: string; readonly text: string }[] = readdirSync(folder)
  .filter((file) => file.endsWith(ending))
  .sort()
  .map((file) => ({ name: file.slice(0, -ending.length), text: readFileSync(path.join(folder, file), 'utf8') }));
