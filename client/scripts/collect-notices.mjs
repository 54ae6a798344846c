// NOTICE: whose code the bundles carry, with their licenses. From the bundles' own lists of inputs, so after the build.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const at = (...parts) => path.join(root, ...parts);

/** The packages that a bundle was made of, by their folders below node_modules. */
function packagesIn(meta) {
  const { inputs } = JSON.parse(readFileSync(meta, 'utf8'));
  const folders = Object.keys(inputs).map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
  return folders.filter((folder) => folder !== undefined);
}

function licenseIn(folder) {
  const file = readdirSync(at(folder)).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? undefined : readFileSync(at(folder, file), 'utf8').replace(/\r\n/g, '\n').trim();
}

const metas = readdirSync(at('dist')).filter((name) => /^meta-.*\.json$/.test(name));
const folders = [...new Set(metas.flatMap((name) => packagesIn(at('dist', name))))].sort();
const sections = folders.map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8'));
  if (!license) throw new Error(`NOTICE: ${name} names no license`);
  return `${name} ${version} (${license})\n\n${licenseIn(folder) ?? `${name} ships no text of its license.`}\n`;
});
if (sections.length === 0 || !existsSync(at('LICENSE'))) throw new Error('NOTICE: build first');
writeFileSync(at('NOTICE'), `This extension carries code of others.\n\n${sections.join(`\n${'-'.repeat(80)}\n\n`)}`);
