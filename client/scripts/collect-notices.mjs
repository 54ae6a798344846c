// NOTICE: whose code the bundles carry, with their licenses.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundledPackages, root } from './bundled-packages.mjs';

function licenseIn(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? undefined : readFileSync(path.join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim();
}

const sections = bundledPackages().map(({ folder, name, version, license }) => {
  const text = licenseIn(path.join(root, folder)) ?? `${name} ships no text of its license.`;
  return `${name} ${version} (${license})\n\n${text}\n`;
});
const notice = `This extension carries code of others.\n\n${sections.join(`\n${'-'.repeat(80)}\n\n`)}`;
writeFileSync(path.join(root, 'NOTICE'), notice);
