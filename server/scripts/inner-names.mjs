// Names of members that nobody outside the engine can see may be shortened in the bundles of the server: those of classes
// and interfaces of a few folders that occur nowhere else, neither in quotes nor in a library or its types.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const inner = ['json-string', 'core', 'lsp', 'node', 'browser'].map((folder) => `server/src/${folder}`);
/** Whose members go over the wire as they are. */
const sent = [
  ...readdirSync('server/src/protocol').map((name) => `server/src/protocol/${name}`),
  'server/src/core/preview-model.ts',
  'server/src/core/generate/generator.ts',
  'server/src/core/index.ts',
].filter((file) => file.endsWith('.ts'));
/** What others may name: the protocols, the platform, everything that is bundled beside our own code. */
const outer = [
  'server/src/protocol',
  'schemas',
  'node_modules/vscode-languageserver-types/lib/esm',
  'node_modules/vscode-languageserver-textdocument/lib/esm',
  'node_modules/vscode-languageserver-protocol/lib/common',
  'node_modules/vscode-languageserver/lib',
  'node_modules/vscode-jsonrpc/lib',
  'node_modules/jsonc-parser/lib/esm',
  'node_modules/picomatch',
  'node_modules/ignore',
  'node_modules/@types/node',
];
const platform = /^lib\.(?:es\d+|webworker|decorators).*\.d\.ts$/;
const shortest = 3;
/**
 * Names that the platform's types have too, but whose members are never handed to anybody; none is ever looked up
 * by a word: `offset` in quotes is a value and a type, nothing else is in quotes at all. */
const known = [
  ...['anchor', 'behind', 'container', 'expected', 'members', 'offset', 'onDidChange', 'report', 'root', 'rulePage'],
  ...['scope', 'shown', 'tokens', 'watched', 'check', 'elements', 'expect', 'fail', 'names', 'nodes', 'objects'],
  ...[
    'results',
    'service',
    'shared',
    'sorted',
    'subject',
    'written',
    'connection',
    'content',
    'first',
    'keyword',
    'member',
    'model',
    'refresh',
    'schema',
  ],
];

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => /\.(?:[cm]?js|ts|json)$/.test(name) && !name.endsWith('package.json'));
}

const wordsIn = (text) => text.match(/[A-Za-z_$][\w$]*/g) ?? [];

/** A text with blanks is a sentence, and names nothing. */
const quotedIn = (file) =>
  [...readFileSync(file, 'utf8').matchAll(/'[^'\s]*'|"[^"\s]*"|`[^`\s]*`/g)].flatMap(([quoted]) => wordsIn(quoted));

/** Members, and whatever else stands in front of a type. */
const declaredIn = (file) =>
  [...withoutComments(readFileSync(file, 'utf8')).matchAll(/([A-Za-z_$][\w$]*)\??\s*[:(<]/g)].map(([, name]) => name);

const withoutComments = (text) => text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');

/** What a text of ours can look up when it runs: neither types nor the paths of imports do. */
function valuesIn(file) {
  const words = [];
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isModuleDeclaration(node)) return;
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && !/[\s-]/.test(node.text)) words.push(...wordsIn(node.text));
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(parsed(file));
  return words;
}

const parsed = (file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

function namesIn(file) {
  const names = [];
  const visit = (node) => {
    const isMember =
      ts.isPropertyDeclaration(node) ||
      ts.isPropertySignature(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isGetAccessorDeclaration(node) ||
      (ts.isParameter(node) && ts.getModifiers(node) !== undefined);
    if (isMember && ts.isIdentifier(node.name)) names.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(parsed(file));
  return names;
}

/** A pattern of all such names, for esbuild's `mangleProps`. */
export function innerNames() {
  const own = [...inner, 'server/src/generated', 'server/src/protocol'].flatMap(filesIn);
  const taken = new Set(sent.flatMap(namesIn));
  for (const file of own) for (const word of valuesIn(file)) taken.add(word);
  const types = 'node_modules/typescript/lib';
  const platforms = readdirSync(types)
    .filter((name) => platform.test(name))
    .map((name) => path.join(types, name));
  for (const file of [...outer.flatMap(filesIn), ...platforms])
    for (const word of /\.d\.[cm]?ts$/.test(file) ? declaredIn(file) : quotedIn(file)) taken.add(word);
  const names = new Set(inner.flatMap(filesIn).flatMap(namesIn));
  for (const name of known) taken.delete(name);
  const free = [...names].filter((name) => name.length >= shortest && !taken.has(name)).sort();
  return new RegExp(`^(?:${free.join('|')})$`);
}
