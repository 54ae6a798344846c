import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readZip } from '../../support/read-zip.js';
import { root } from '../../support/repository.js';
import { findVsix } from './installed-editor.js';

/* What `npm run package` leaves, held to lists: files, packages of others, licenses, scripts (SECURITY T30). */

/** What may be in the folders that are shipped whole. */
const folders: Readonly<Record<string, RegExp>> = {
  examples: /^([\w-]+\.targetgroup\.json|README\.md|\.targetgrouprc\.json)$/,
  icons: /^[\w-]+\.(svg|png)$/,
  l10n: /^bundle\.l10n(\.[a-z-]+)?\.json$/,
  schemas: /^[\w-]+(\.schema)?\.json$/,
  snippets: /^[\w-]+\.code-snippets$/,
  syntaxes: /^[\w-]+\.tmLanguage\.json$/,
  walkthrough: /^[\w-]+\.(md|svg|png)$/,
};
/** The packer renames three. */
const files = [
  ...['LICENSE.txt', 'NOTICE', 'changelog.md', 'readme.md'],
  ...['language-configuration.json', 'package.json', 'package.nls.json', 'server/RULES.md'],
  ...['cli.js', 'engine.js', 'extension.js', 'extension.web.js', 'server.js', 'server.web.js'].map(
    (name) => `dist/${name}`,
  ),
  ...['dist/preview/main.js', 'dist/preview/style.css'],
];

/** Licenses that ask for nothing but their text, which NOTICE has. */
const licenses = ['BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];
/** Packages of others that run where ours runs. More is a decision, not an accident. */
const budget = 17;

/** What npm or VS Code would run when a package comes or goes. */
const scriptsOfInstall = /^(pre|post)?(install|uninstall|prepare|prepublish)$|^dependencies$|^vscode:/;

interface PackageFile {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: unknown;
  readonly optionalDependencies?: unknown;
  readonly bundledDependencies?: unknown;
}

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

/** Asserts that a shipped package.json makes nobody run or fetch anything. */
function assertInert(text: string): void {
  const { scripts = {}, dependencies, optionalDependencies, bundledDependencies } = JSON.parse(text) as PackageFile;
  assert.deepEqual(
    Object.keys(scripts).filter((name) => scriptsOfInstall.test(name)),
    [],
  );
  assert.deepEqual([dependencies, optionalDependencies, bundledDependencies], [undefined, undefined, undefined]);
}

/** The packages in the bundles by the bundles' own lists of inputs: `name version` by folder. */
function bundled(): Map<string, string> {
  const metas = readdirSync(path.join(root, 'dist')).filter((name) => /^meta-.*\.json$/.test(name));
  const inputs = metas.flatMap((name) => {
    const meta = JSON.parse(readFileSync(path.join(root, 'dist', name), 'utf8')) as { inputs: object };
    return Object.keys(meta.inputs);
  });
  const found = new Map<string, string>();
  for (const input of inputs) {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
    if (folder === undefined) continue;
    const file = readFileSync(path.join(root, folder, 'package.json'), 'utf8');
    const { name, version } = JSON.parse(file) as { name: string; version: string };
    found.set(folder, `${name} ${version}`);
  }
  return found;
}

describe('the packages as they are shipped', () => {
  let entries: Map<string, Buffer>;
  let bill: { readonly bomFormat: string; readonly specVersion: string; readonly components: readonly Component[] };
  const textOf = (name: string): string => entries.get(name)?.toString('utf8') ?? assert.fail(`${name} is missing`);

  before(async () => {
    const vsix = await findVsix();
    entries = readZip(vsix);
    bill = JSON.parse(readFileSync(vsix.replace(/\.vsix$/, '.cdx.json'), 'utf8')) as typeof bill;
  });

  it('the extension has exactly the files that it has to have', () => {
    const whole = Object.entries(folders).flatMap(([folder, pattern]) =>
      readdirSync(path.join(root, folder))
        .filter((name) => pattern.test(name))
        .map((name) => `${folder}/${name}`),
    );
    const wanted = [...files, ...whole].map((name) => `extension/${name}`);
    assert.deepEqual([...entries.keys()].sort(), [...wanted, '[Content_Types].xml', 'extension.vsixmanifest'].sort());
  });

  it('the bundles are those that were built', () => {
    for (const name of files.filter((file) => file.startsWith('dist/'))) {
      const shipped = textOf(`extension/${name}`);
      assert.equal(shipped, readFileSync(path.join(root, name), 'utf8'), name);
    }
  });

  it('no script runs, and nothing is fetched, when one of them is installed', () => {
    assertInert(textOf('extension/package.json'));
    const tarball = readdirSync(root).find((name) => /^targetgroup-language-server-.*\.tgz$/.test(name));
    const args = ['-xzOf', path.join(root, tarball ?? assert.fail('npm run package makes it')), 'package/package.json'];
    assertInert(execFileSync('tar', args, { encoding: 'utf8' }));
  });

  it('NOTICE has every package that is in them, with the text of its license', () => {
    const notice = textOf('extension/NOTICE');
    const named = [...notice.matchAll(/^((?:@[\w-]+\/)?[\w.-]+ \d[\w.-]*) \(([\w.-]+)\)$/gm)];
    assert.deepEqual(named.map(([, each]) => each).sort(), [...bundled().values()].sort());
    assert.doesNotMatch(notice, /ships no text of its license/);
    const others = named.map(([, , license]) => license ?? '').filter((license) => !licenses.includes(license));
    assert.deepEqual(others, []);
  });

  it('the bill of materials names the same packages, each with the hash that the lock file has', () => {
    assert.deepEqual([bill.bomFormat, bill.specVersion], ['CycloneDX', '1.5']);
    const named = bill.components.map(({ name, version }) => `${name} ${version}`);
    assert.deepEqual(named.sort(), [...bundled().values()].sort());
    const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
    for (const { name, version, purl, hashes, licenses: own, properties } of bill.components) {
      assert.equal(purl, `pkg:npm/${name.replace('@', '%40')}@${version}`);
      const [{ alg, content } = { alg: '', content: '' }] = hashes;
      assert.equal(alg, 'SHA-512');
      assert.ok(lock.includes(`"sha512-${Buffer.from(content, 'hex').toString('base64')}"`), name);
      assert.ok(licenses.includes(own[0]?.license.id ?? ''), name);
      assert.ok(properties.length > 0, `${name} is in no bundle`);
    }
  });

  it(`${budget} packages of others at most run where it runs`, () => {
    assert.ok(bundled().size <= budget, [...bundled().values()].join());
  });
});
