// Bundles every entry into dist/ under the names that the manifest and other editors rely on,
// and fails when a bundle is over its budget or could run text as code. `--watch` builds again on every change, readable and
// without the checks.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';
import { innerNames } from './server/scripts/inner-names.mjs';
import { leanLibrary } from './server/scripts/lean-library.mjs';
import { stripRuleTexts } from './server/scripts/strip-rule-texts.mjs';

const kB = 1000;
const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  minify: !watch,
  sourcemap: 'linked',
  metafile: true,
  logLevel: 'warning',
  // A text with any other character takes twice the memory, and longer to read.
  charset: 'ascii',
  legalComments: 'none',
  // Without it jsonc-parser's other build is taken, which dies at start (microsoft/node-jsonc-parser#57).
  mainFields: ['module', 'main'],
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
const browser = { ...common, platform: 'browser', target: 'es2022' };
const executable = { ...node, banner: { js: '#!/usr/bin/env node' } };
/** A server shows messages, and links to RULES.md for the rest; the command line has to tell reasons (SARIF). */
const inServer = {
  plugins: [stripRuleTexts('examples', 'why', 'source', 'rule.title', 'fix.title'), leanLibrary],
  // The cache is what makes the two files of one server agree.
  ...(watch ? {} : { mangleProps: innerNames(), mangleCache: {} }),
};
/** The server loads its engine when it has answered `initialize`. */
const engineBeside = {
  name: 'engine-beside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/engine$/ }, ({ kind }) =>
      kind === 'require-call' ? { path: './engine.js', external: true } : undefined,
    );
  },
};
const inCli = { plugins: [stripRuleTexts('examples'), leanLibrary] };

/** dist name -> entry, esbuild options, budgets in bytes (`own`: what comes from this repository). */
const bundles = {
  extension: {
    entry: 'client/src/node/main.ts',
    options: { ...node, external: ['vscode'], plugins: [leanLibrary] },
    budget: { total: 640 * kB, own: 180 * kB },
  },
  'extension.web': {
    entry: 'client/src/browser/main.ts',
    options: { ...browser, format: 'cjs', external: ['vscode'], plugins: [leanLibrary] },
    budget: { total: 640 * kB, own: 180 * kB },
  },
  server: {
    // The engine first: what is used most gets the shortest names.
    entry: { engine: 'server/src/node/engine.ts', server: 'server/src/node/main.ts' },
    options: { ...executable, ...inServer, plugins: [...inServer.plugins, engineBeside] },
    budget: { total: 480 * kB, own: 240 * kB },
  },
  'server.web': {
    entry: 'server/src/browser/main.ts',
    options: { ...browser, ...inServer, format: 'iife' },
    budget: { total: 480 * kB, own: 240 * kB },
  },
  cli: { entry: 'server/src/cli/main.ts', options: { ...executable, ...inCli }, budget: { total: 560 * kB } },
  preview: {
    entry: ['client/src/webview/preview/main.ts', 'client/src/webview/preview/style.css'],
    options: { ...browser, format: 'iife' },
    budget: { total: 150 * kB },
  },
};

function toOptions(name, { entry, options }) {
  if (Array.isArray(entry)) return { ...options, entryPoints: entry, outdir: `dist/${name}` };
  return { ...options, entryPoints: typeof entry === 'string' ? { [name]: entry } : entry, outdir: 'dist' };
}

const isOwn = (input) => !input.includes('node_modules/');
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Bytes of what runs (not the source maps), and of them what comes from this repository. */
function measure(metafile) {
  const outputs = Object.entries(metafile.outputs).filter(([path]) => !path.endsWith('.map'));
  const inputs = outputs.flatMap(([, output]) => Object.entries(output.inputs));
  return {
    total: sum(outputs.map(([, output]) => output.bytes)),
    own: sum(inputs.filter(([path]) => isOwn(path)).map(([, input]) => input.bytesInOutput)),
  };
}

/** What a content policy without 'unsafe-eval' refuses, and a reviewer too. */
async function findEval(metafile) {
  const found = [];
  for (const path of Object.keys(metafile.outputs).filter((name) => name.endsWith('.js'))) {
    const text = await readFile(path, 'utf8');
    for (const match of text.matchAll(/\bnew Function\b|(?<![.\w$])Function\(|(?<![.\w$])eval\(/g)) {
      found.push(`${path}:${match.index}: ${text.slice(Math.max(0, match.index - 60), match.index + 60)}`);
    }
  }
  return found;
}

function row(name, { total, own }, budget) {
  const cell = (bytes, limit) =>
    `${String(bytes).padStart(8)} of ${limit === undefined ? '      -' : String(limit).padStart(7)}`;
  return `${name.padEnd(14)} ${cell(total, budget.total)}   own ${cell(own, budget.own)}`;
}

async function buildOne([name, bundle]) {
  const { metafile } = await build(toOptions(name, bundle));
  await writeFile(`dist/meta-${name}.json`, JSON.stringify(metafile));
  const size = measure(metafile);
  const { total, own = Infinity } = bundle.budget;
  const faults = await findEval(metafile);
  if (size.total > total || size.own > own) faults.push(`${name} is over its budget`);
  return { line: row(name, size, bundle.budget), faults };
}

let pending = 0;

/** Says when work begins and when none is left, which the editor's task waits for. */
const progress = {
  name: 'progress',
  setup: ({ onStart, onEnd }) => {
    onStart(() => (pending++ === 0 ? console.log('building') : undefined));
    onEnd(() => (--pending === 0 ? console.log('built') : undefined));
  },
};

async function watchOne([name, bundle]) {
  await (await context({ ...toOptions(name, bundle), plugins: [...(bundle.options.plugins ?? []), progress] })).watch();
}

const all = Object.entries(bundles);
await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
if (watch) {
  for (const bundle of all) await watchOne(bundle);
} else {
  const results = await Promise.all(all.map(buildOne));
  console.log(['bytes, minified', ...results.map(({ line }) => line)].join('\n'));
  const faults = results.flatMap((result) => result.faults);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
