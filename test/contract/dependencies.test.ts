import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/* What is fetched to build and test, and what the recipes fetch to run (SECURITY T30). What is shipped: test/e2e/outside/supply-chain.test.ts. */

interface Locked {
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

interface PackageFile {
  readonly dependencies?: unknown;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
const fetched = Object.entries(packages).filter(([folder, { link }]) => folder.includes('node_modules/') && !link);

describe('the packages that are fetched', () => {
  it('are held by the lock file to their contents', () => {
    assert.ok(fetched.length > 100);
    const loose = fetched.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    assert.deepEqual(loose, []);
  });

  it('run something when they are installed only where that is known, and CI does not let them', () => {
    const running = fetched.filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => folder);
    const known = [
      // Signs what is published, which nobody does here.
      'node_modules/@vscode/vsce-sign',
      // Looks for its binary, which the package of the platform has.
      'node_modules/esbuild',
      // Of macOS alone, by esbuild's and mocha's watching.
      'node_modules/fsevents',
      // A token for publishing; optional.
      'node_modules/keytar',
    ];
    assert.deepEqual(
      running.filter((folder) => !known.includes(folder)),
      [],
    );
    assert.match(readFileSync('.ci/run', 'utf8'), /^npm ci --ignore-scripts /m);
  });

  it('are of one version each, none of a range, and none is needed where ours runs', () => {
    const { dependencies, devDependencies } = read('package.json') as PackageFile;
    assert.equal(dependencies, undefined);
    assert.deepEqual(
      Object.entries(devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
      [],
    );
  });
});

describe('the actions of the recipes', () => {
  it('are named by their commits', () => {
    const uses = [...readFileSync('docs/pipelines.md', 'utf8').matchAll(/\buses: (.*)$/gm)].map(([, action]) => action);
    assert.ok(uses.length >= 5);
    for (const action of uses) assert.match(action ?? '', /^[\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });
});
