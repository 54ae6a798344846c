// The library of the protocol does things when it is loaded that nobody here asks for, and that take a third of the time
// until the server answers: every name is handed on as a getter through four layers, and crypto is loaded to name pipes.
import { readFile } from 'node:fs/promises';

const folders = String.raw`node_modules[\\/]vscode-(?:languageclient|languageserver|languageserver-protocol|jsonrpc)[\\/]lib[\\/]`;

/** Files nobody asks for, with the names that others ask of them when they are loaded. */
const unused = [
  [
    'languageserver',
    'common',
    'notebook',
    'exports.NotebookSyncFeature = (Base) => Base; exports.NotebookDocuments = class {};',
  ],
  ['languageserver', 'node', 'files', ''],
];

/** Compiled by TypeScript: names are handed on one by one, each by a function that makes a getter. */
const handingOn = /var __createBinding = [^]*?\n\}\)\);/;
const handed = 'var __createBinding = (to, from, name) => { to[name] = from[name]; };';

const crypto = 'const crypto_1 = require("crypto");';
const cryptoWhenAsked = 'const crypto_1 = { get randomBytes() { return require("crypto").randomBytes; } };';

/** Groups of constants and functions are filled when the module runs; as pure values those that nobody uses are left out. */
const filled =
  /^((?:export )?var )(\w+);\n(\/\*\*(?:[^*]|\*(?!\/))*\*\/\n)?\(function \(\2\) \{\n([^]*?)^\}\)\(\2 \|\| \(\2 = \{\}\)\);$/gm;
const pure = '$3$1$2 = /* @__PURE__ */ (function ($2) {\n$4return $2;\n})({});';

/** Throws where the library is not what it was: then this file has to be read again. */
function replaced(text, from, to, file) {
  const next = text.replace(from, to);
  if (next === text) throw new Error(`${file}: nothing to replace by ${to}`);
  return next;
}

/** esbuild plugin for everything that carries the library, the client's part of it included. */
export const leanLibrary = {
  name: 'lean-library',
  setup: ({ onLoad }) => {
    for (const [library, folder, file, contents] of unused) {
      const filter = new RegExp(String.raw`vscode-${library}[\\/]lib[\\/]${folder}[\\/]${file}\.js$`);
      onLoad({ filter }, () => ({ contents }));
    }
    onLoad({ filter: /vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/ }, async ({ path }) => ({
      contents: replaced(await readFile(path, 'utf8'), filled, pure, path),
    }));
    onLoad({ filter: new RegExp(`${folders}.*\\.js$`) }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      if (contents.includes('__createBinding = ')) contents = replaced(contents, handingOn, handed, path);
      if (/jsonrpc[\\/]lib[\\/]node[\\/]main\.js$/.test(path))
        contents = replaced(contents, crypto, cryptoWhenAsked, path);
      // The editor's names too are copied for each file, where they are asked for one by one.
      return { contents: contents.replace('__importStar(require("vscode"))', 'require("vscode")') };
    });
  },
};
