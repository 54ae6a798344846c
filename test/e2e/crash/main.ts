// Runs the tests beside this file in a real VS Code, with the extension as it is shipped but for one more rule in its
// server, which crashes at one member.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { root } from '../../support/repository.js';
import { assembleExtension } from '../../support/suite/assemble-extension.js';
import { runSuite } from '../../support/suite/run-suite.js';

const listed = /(export const rules: readonly Rule\[\] = \[)/;

const withCrashingRule: Plugin = {
  name: 'with-crashing-rule',
  setup: (build) => {
    build.onLoad({ filter: /core[\\/]rules[\\/]index\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      if (!listed.test(text)) throw new Error(`${file} lists no rules`);
      const rule = JSON.stringify(path.join(root, 'test/e2e/crash/crashing-rule.ts'));
      return {
        contents: `import { crashingRule } from ${rule};\n${text.replace(listed, '$1\n  crashingRule,')}`,
        loader: 'ts',
      };
    });
  },
};

assembleExtension('e2e/crashing', {
  file: 'server.js',
  entry: 'server/src/node/main.ts',
  options: { plugins: [withCrashingRule] },
})
  .then((extension) => runSuite({ folder: path.join(root, 'test/e2e/crash'), extension }))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
