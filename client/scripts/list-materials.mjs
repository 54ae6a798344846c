// The bill of materials of a release (CycloneDX), beside the packages: what the bundles carry, as the lock file names it.
// Without a time and a number of its own, so that the same sources make the same bill.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundledPackages, root } from './bundled-packages.mjs';

const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const { name, version, license } = read('package.json');
const lock = read('package-lock.json').packages;

const purlOf = (each) => `pkg:npm/${each.name.replace('@', '%40')}@${each.version}`;
const licensesOf = (id) => [{ license: { id } }];

/** The lock file's hash of the package as it came from the registry: `sha512-` and base64. */
function hashesOf(folder) {
  const [algorithm, value] = (lock[folder]?.integrity ?? '').split('-');
  if (algorithm !== 'sha512') throw new Error(`The lock file has no SHA-512 of ${folder}`);
  return [{ alg: 'SHA-512', content: Buffer.from(value, 'base64').toString('hex') }];
}

const components = bundledPackages().map((each) => ({
  'bom-ref': purlOf(each),
  type: 'library',
  name: each.name,
  version: each.version,
  scope: 'required',
  purl: purlOf(each),
  hashes: hashesOf(each.folder),
  licenses: licensesOf(each.license),
  properties: each.bundles.map((bundle) => ({ name: 'targetgroup:bundle', value: bundle })),
}));
const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: {
    component: { type: 'application', name, version, purl: purlOf({ name, version }), licenses: licensesOf(license) },
  },
  components,
};
writeFileSync(path.join(root, `targetgroup-${version}.cdx.json`), `${JSON.stringify(bill, null, 2)}\n`);
