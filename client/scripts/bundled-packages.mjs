// Whose code the bundles carry: from their own lists of inputs, so after the build.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The folders below node_modules that a bundle was made of. */
function foldersIn(meta) {
  const { inputs } = JSON.parse(readFileSync(meta, 'utf8'));
  const folders = Object.keys(inputs).map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
  return folders.filter((folder) => folder !== undefined);
}

/**
 * The packages in dist/, in the order of their folders: `{ folder, name, version, license, bundles }`. A package of two
 * versions is there twice. Throws where nothing is built, and for one that names no license.
 */
export function bundledPackages() {
  const dist = path.join(root, 'dist');
  const found = new Map();
  for (const file of readdirSync(dist).sort()) {
    const bundle = /^meta-(.*)\.json$/.exec(file)?.[1];
    if (bundle === undefined) continue;
    for (const folder of new Set(foldersIn(path.join(dist, file)))) {
      found.set(folder, [...(found.get(folder) ?? []), bundle]);
    }
  }
  if (found.size === 0) throw new Error('There are no bundles of others in dist/: build first');
  return [...found].sort().map(([folder, bundles]) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    if (!license) throw new Error(`${name} names no license`);
    return { folder, name, version, license, bundles };
  });
}
