import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { looksLikeDefinition } from '../../../../../../client/src/extension/infrastructure/looks-like-definition';
import { acceptedBodies } from '../../../../../support/accepted-bodies';

describe('a JSON file that looks like a definition', () => {
  for (const { name, text } of acceptedBodies)
    it(name, () => {
      assert.ok(looksLikeDefinition(text));
    });

  it('is none without targets, without a name, or of another kind', () => {
    for (const text of [
      '',
      '[]',
      '{ "name": "a", "version": "1.0.0" }',
      '{ "name": "nx", "targets": { "build": {} } }',
      '{ "targets": [], "periods": [] }',
      'x { "name": "a", "targets": [], "periods": [] }',
      `{ "name": "a", "targets": [], "periods": [] ${' '.repeat(1024 * 1024)}}`,
    ])
      assert.ok(!looksLikeDefinition(text), text.slice(0, 40));
  });
});
