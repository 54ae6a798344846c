// Collects every text that the client shows, for translators: `t('…')` and `l10n.t('…')` -> l10n/bundle.l10n.json.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

const root = new URL('../../', import.meta.url);

function textsOf(path, source) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const texts = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && /(?:^|\.)t$/.test(node.expression.getText(file))) {
      const [text] = node.arguments;
      if (!text || !ts.isStringLiteralLike(text)) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
        throw new Error(`${path}:${line + 1}: a text must be written out where it is used`);
      }
      texts.push(text.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

/** The page of the preview knows no editor: its texts are a list of their own, which the extension translates. */
function listedTexts(path, source) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const texts = [];
  const visit = (node) => {
    if (ts.isPropertyAssignment(node)) texts.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

const list = 'server/src/protocol/preview-texts.ts';
const paths = globSync(['client/src/extension/**/*.ts', 'server/src/api/describe-*.ts'], {
  cwd: fileURLToPath(root),
}).sort();
if (paths.length === 0) throw new Error('no sources to collect texts from');
const sources = await Promise.all(
  paths.map(async (path) => textsOf(path, await readFile(new URL(path, root), 'utf8'))),
);
const listed = listedTexts(list, await readFile(new URL(list, root), 'utf8'));
const texts = [...new Set([...sources.flat(), ...listed])].sort();
const bundle = `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), undefined, 2)}\n`;
await writeFile(new URL('l10n/bundle.l10n.json', root), bundle);
