import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity, type CompletionItem } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../server/src/core/index';
import { acceptedBodies } from '../support/accepted-bodies';
import { afterItem } from '../support/complete';
import { diagnose, documentOf } from '../support/diagnose';
import { compileSchema, readSchema, resolveReference, schemaNodesOf } from '../support/target-group-schema';

// Validation, completion and hover read one schema by different ways: what one of them offers the other has to accept.

/** Findings that the structure brings: no completion may add one of them, nor any error. */
const structural =
  /^(json-|schema-|duplicate-key|documented-required|unknown-property|server-field|integer-precision|enum-label)/;

function structureOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code, severity } of diagnose(text)) {
    const name = String(code);
    if (structural.test(name) || severity === DiagnosticSeverity.Error) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** A group of kind CAPPING leaves out what the other kinds need: there the choice of another kind says what is missing. */
const isOfKind = (code: string, before: string, after: string): boolean =>
  code === 'documented-required' && before.includes('"CAPPING"') && !after.includes('"CAPPING"');

/** What an item does, between what: the same in another of many alike places shows nothing new. */
function toDeed(text: string, offset: number, { textEdit, additionalTextEdits }: CompletionItem): string {
  const before = text.slice(Math.max(0, offset - 200), offset);
  const key = /"(\w+)"\s*:[^":]*$/.exec(before)?.[1];
  const [previous, next] = [
    before.trimEnd().slice(-1),
    text
      .slice(offset, offset + 200)
      .trimStart()
      .slice(0, 1),
  ];
  return JSON.stringify([textEdit?.newText, additionalTextEdits?.map(({ newText }) => newText), key, previous, next]);
}

/** At both ends of each token and run of blanks, and one character into a text: between these, nothing changes. */
const isEdge = (text: string, offset: number): boolean =>
  text[offset - 2] === '"' || !/\w\w|\s\s/.test(text.slice(offset - 1, offset + 1));

/** Takes every completion at every such position of a text, each in a place of its kind once. @returns how many there were. */
function takeAll(text: string, snippets: boolean): number {
  const service = createTargetGroupService();
  const document = documentOf(text);
  const before = structureOf(text);
  const seen = new Set<string>();
  for (let offset = 0; offset <= text.length; offset++) {
    if (!isEdge(text, offset)) continue;
    for (const item of service.complete(document, document.positionAt(offset), { snippets }).items) {
      const deed = toDeed(text, offset, item);
      if (seen.has(deed)) continue;
      seen.add(deed);
      const after = afterItem(text, item, snippets);
      for (const [code, count] of structureOf(after))
        assert.ok(
          isOfKind(code, text, after) || count <= (before.get(code) ?? 0),
          `${item.label} at ${offset} brings ${code}:\n${after}`,
        );
    }
  }
  return seen.size;
}

describe('agreement: what completion offers is accepted', function () {
  this.timeout(60_000);
  for (const { name, text } of acceptedBodies) {
    it(`at every position of ${name}`, () => {
      assert.ok(takeAll(text, true) > 100);
    });
  }

  it('on one line, as plain text', () => {
    const { text } = acceptedBodies[0] ?? { text: '' };
    assert.ok(takeAll(JSON.stringify(JSON.parse(text)), false) > 100);
  });
});

describe('agreement: what hover lists is accepted', () => {
  const schema = readSchema();
  const { definitions } = schema;

  for (const { place, node } of schemaNodesOf(schema)) {
    for (const value of node.enum ?? []) {
      it(`${place}: ${String(value)}`, () => {
        assert.deepEqual(
          compileSchema({ ...resolveReference(schema, node), ...(definitions ? { definitions } : undefined) })(value),
          [],
        );
      });
    }
  }

  it('at every member of the accepted bodies: its key, and its value, show the same field', () => {
    const service = createTargetGroupService();
    for (const { text } of acceptedBodies) {
      const document = documentOf(text);
      for (const { index, 0: key } of text.matchAll(/"\w+"(?=\s*:)/g)) {
        const at = (offset: number) => service.hover(document, document.positionAt(offset));
        const onKey = at(index + 1);
        assert.ok(onKey, key);
        assert.equal(document.getText(onKey.range), key);
        const colon = text.indexOf(':', index + key.length);
        const value = colon + 1 + (/\S/.exec(text.slice(colon + 1))?.index ?? 0);
        if (/["\d-tfn]/.test(text[value] ?? '') && !'[{'.includes(text[value] ?? ''))
          assert.ok(at(value + 1), `value of ${key}`);
      }
    }
  });
});

describe('agreement: applying edits', () => {
  it('is the same in the engine and in the editor', () => {
    // The engine has its own applyEdits (fix all, syntax repairs); editors go by positions.
    const { text } = acceptedBodies[0] ?? { text: '' };
    const document = documentOf(text);
    const service = createTargetGroupService();
    const edits = service.format(document, { tabSize: 4, insertSpaces: true });
    assert.ok(edits.length > 10);
    assert.deepEqual(JSON.parse(TextDocument.applyEdits(document, edits)), JSON.parse(text));
  });
});
