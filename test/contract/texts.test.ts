import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { pseudo } from '../support/pseudo';
import { root } from '../support/repository';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const textsIn = (file: string) => JSON.parse(read(file)) as Readonly<Record<string, string>>;
const placeholders = (text: string) => [...text.matchAll(/\{[^}]*\}/g)].map(([all]) => all).sort();

interface Call {
  readonly place: string;
  readonly text: string;
  /** How many values are filled in. */
  readonly values: number;
}

/** Every call of `t` or `l10n.t` in a source. */
function callsIn(file: string): Call[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(?:^|\.)t$/.test(node.expression.getText(source))) {
      const place = `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
      const [text, ...values] = node.arguments;
      assert.ok(text && ts.isStringLiteralLike(text) && !values.some(ts.isSpreadElement), `${place}: not written out`);
      calls.push({ place, text: text.text, values: values.length });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

describe('texts for translators', () => {
  const bundle = textsIn('l10n/bundle.l10n.json');
  const files = globSync(['client/src/extension/**/*.ts', 'server/src/api/describe-*.ts'], { cwd: root });
  const calls = files.flatMap(callsIn);

  it('are in the bundle wherever the client uses one', () => {
    assert.ok(calls.length > 200, String(calls.length));
    assert.deepEqual(
      calls.filter(({ text }) => !Object.hasOwn(bundle, text)),
      [],
    );
  });

  it('have a place for every value that is filled in, and no other', () => {
    const wrong = calls.filter(({ text, values }) => {
      const wanted = Array.from({ length: values }, (_, index) => `{${index}}`);
      return [...new Set(placeholders(text))].join(' ') !== wanted.join(' ');
    });
    assert.deepEqual(wrong, []);
  });

  for (const file of ['l10n/bundle.l10n.json', 'package.nls.json']) {
    it(`keep their placeholders in a language of longer words: ${file}`, () => {
      const texts = Object.values(textsIn(file));
      assert.ok(texts.length > 50);
      for (const text of texts) {
        const other = pseudo(text);
        assert.deepEqual(placeholders(other), placeholders(text), text);
        assert.ok(other.length > text.length * 1.2 && other !== text, text);
      }
    });
  }
});
