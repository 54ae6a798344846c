import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createTargetGroupService } from '../../server/src/core/index';
import { acceptedBodies } from '../support/accepted-bodies';
import { describeHalfTyped } from '../support/corpus/describe-half-typed';
import { describeOffers } from '../support/corpus/describe-offers';
import { documentOf } from '../support/diagnose';
import { compileSchema, readSchema, resolveReference, schemaNodesOf } from '../support/target-group-schema';

// Validation, completion and hover read one schema by different ways: what one of them offers the other has to accept.

// `npm run test:corpus` takes each.
describeOffers({ every: 24 });
describeHalfTyped({ every: 60 });

describe('agreement: what hover lists is accepted', () => {
  const schema = readSchema();
  const { definitions } = schema;

  for (const { place, node } of schemaNodesOf(schema).filter((each) => each.node.enum !== undefined)) {
    const check = compileSchema({ ...resolveReference(schema, node), ...(definitions ? { definitions } : undefined) });
    for (const value of node.enum ?? []) {
      it(`${place}: ${String(value)}`, () => {
        assert.deepEqual(check(value), []);
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
