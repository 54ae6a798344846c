import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../fixtures/accepted/', import.meta.url);
const ending = '.targetgroup.json';

/** The bodies that the API accepted, by the name of their file, in its order. */
export const acceptedBodies: readonly { readonly name: string; readonly text: string }[] = readdirSync(folder)
  .filter((file) => file.endsWith(ending))
  .sort()
  .map((file) => ({ name: file.slice(0, -ending.length), text: readFileSync(new URL(file, folder), 'utf8') }));
