// strictTypeChecked plus the walls between the layers (ARCHITECTURE.md). The table below is the one list of what each
// layer may import; everything it does not name is banned there, and a folder without a row is an error.
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

/** Layer folder -> [package names it may import, sibling layers it may import]. Relative imports inside are free. */
const layers = {
  'server/src/core': [
    ['jsonc-parser', 'picomatch/posix', 'vscode-languageserver-types', 'vscode-languageserver-textdocument'],
    ['generated', 'json-string'],
  ],
  'server/src/json-string': [[], []],
  'server/src/api': [['@noble/hashes/legacy.js', '@noble/hashes/sha2.js', '@noble/hashes/utils.js'], []],
  'server/src/state': [['node:'], ['api']],
  'server/src/protocol': [['vscode-languageserver-types'], ['core']],
  'server/src/lsp': [
    ['vscode-languageserver', 'vscode-languageserver-textdocument'],
    ['core', 'protocol', 'generated'],
  ],
  'server/src/node': [
    ['vscode-languageserver/node', 'node:', 'ignore', 'picomatch/posix'],
    ['core', 'lsp'],
  ],
  'server/src/browser': [['vscode-languageserver/browser'], ['lsp']],
  'server/src/cli': [
    ['node:', 'diff', 'picomatch', 'vscode-languageserver-types', 'vscode-languageserver-textdocument'],
    ['core', 'protocol', 'api', 'sandbox', 'node', 'state', 'generated'],
  ],
  'server/src/sandbox': [['node:'], []],
  'client/src/extension': [
    ['vscode', 'vscode-languageclient'],
    ['server/src/api', 'server/src/json-string', 'server/src/protocol'],
  ],
  'client/src/node': [
    ['vscode', 'vscode-languageclient/node', 'node:'],
    ['extension', 'server/src/state'],
  ],
  'client/src/browser': [['vscode', 'vscode-languageclient/browser'], ['extension']],
  'client/src/webview': [['preact', 'preact/hooks'], ['server/src/protocol']],
};

const folders = ['server/src', 'client/src'].flatMap((root) =>
  readdirSync(new URL(root, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
    .map((entry) => `${root}/${entry.name}`),
);
const unlisted = folders.filter((folder) => !(folder in layers));
if (unlisted.length > 0) throw new Error(`eslint.config.mjs: no row for ${unlisted.join(', ')}`);

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'No default exports.' };

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A regular expression for every import path that the layer may NOT use. */
function banned([packages, siblings]) {
  const own =
    '\\.{1,2}/(?!.*\\b(?:core|json-string|api|protocol|lsp|node|browser|sandbox|cli|generated|extension|state)/)';
  const named = packages.map((name) => (name.endsWith(':') ? escape(name) : `${escape(name)}$`));
  const near = siblings.map((name) => `(?:\\.\\./)+${escape(name)}/`);
  return `^(?!${[own, ...named, ...near].join('|')})`;
}

const walls = Object.entries(layers).map(([folder, row]) => ({
  files: [`${folder}/**/*.{ts,tsx}`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ regex: banned(row), message: `${folder} may not import this (eslint.config.mjs, layers).` }] },
    ],
  },
}));

const passedIn = (name) => ({ name, message: `${name} is passed in.` });

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', 'node_modules/', '**/*.generated.ts', '**/*.cjs', 'server/dist/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      complexity: ['error', 12],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 60],
      'no-restricted-syntax': ['error', noDefaultExport],
    },
  },
  ...walls,
  {
    files: ['client/src/webview/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        noDefaultExport,
        {
          selector: 'JSXAttribute[name.name=/^(style|dangerouslySetInnerHTML)$/]',
          message: 'The content policy takes no inline style, and text is only ever text.',
        },
        { selector: 'MemberExpression[property.name=/^(inner|outer)HTML$/]', message: 'Text is only ever text.' },
      ],
    },
  },
  {
    files: ['client/src/extension/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', passedIn('fetch')] },
  },
  {
    files: ['server/src/api/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...['fetch', 'setTimeout', 'setInterval', 'Date'].map(passedIn)] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      complexity: 'off',
      'no-console': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
);
