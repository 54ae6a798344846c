import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SelectionRange } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { documentOf } from '../../../../../support/diagnose';
import { readMarkers } from '../../../../../support/markers';

/** The texts that "expand selection" takes in at `¦`, one after the other. */
function growing(marked: string): string[] {
  const { text, cursor = 0 } = readMarkers(marked);
  const document = documentOf(text);
  const [first] = createTargetGroupService().selectionRanges(document, [document.positionAt(cursor)]);
  const texts: string[] = [];
  for (let at: SelectionRange | undefined = first; at; at = at.parent) texts.push(document.getText(at.range));
  return texts;
}

describe('selection ranges', () => {
  it('grow from the text in quotes to the whole', () => {
    assert.deepEqual(growing('{ "periods": [ { "refCode": "Cy¦cle", "active": true } ] }'), [
      'Cycle',
      '"Cycle"',
      '"refCode": "Cycle"',
      '"refCode": "Cycle", "active": true',
      '{ "refCode": "Cycle", "active": true }',
      '[ { "refCode": "Cycle", "active": true } ]',
      '"periods": [ { "refCode": "Cycle", "active": true } ]',
      '{ "periods": [ { "refCode": "Cycle", "active": true } ] }',
    ]);
    assert.deepEqual(growing('{ "a¦": [1, 2] }'), ['a', '"a"', '"a": [1, 2]', '{ "a": [1, 2] }']);
    assert.deepEqual(growing('[1, 2¦3, 4]'), ['23', '1, 23, 4', '[1, 23, 4]']);
  });

  it('are the brackets and their content where nothing else stands', () => {
    assert.deepEqual(growing('{ ¦ "a": 1, "b": 2 } '), ['{  "a": 1, "b": 2 }', '{  "a": 1, "b": 2 } ']);
    assert.deepEqual(growing('{ "a": 1,¦ "b": 2 }'), ['"a": 1, "b": 2', '{ "a": 1, "b": 2 }']);
    assert.deepEqual(growing('¦{}'), ['{}']);
    assert.deepEqual(growing('¦5'), ['5']);
    assert.deepEqual(growing('¦'), ['']);
  });

  it('answer half-typed text', () => {
    assert.deepEqual(growing('{ "name": "Spr¦'), ['"Spr', '"name": "Spr', '{ "name": "Spr']);
    assert.deepEqual(growing('{ "name": "x", ¦'), ['{ "name": "x", ']);
  });

  it('have an answer for each position, and a depth that can be written', () => {
    const document = documentOf('['.repeat(100_000));
    const positions = [1, 50_000, 100_000].map((offset) => document.positionAt(offset));
    const answer = createTargetGroupService().selectionRanges(document, positions);
    assert.equal(answer.length, 3);
    assert.ok(JSON.stringify(answer).length > 0);
  });
});
