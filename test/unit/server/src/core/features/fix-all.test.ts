import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createTargetGroupService, type Levels } from '../../../../../../server/src/core/index';
import { documentOf } from '../../../../../support/diagnose';

function fixed(text: string, levels: Levels = {}): string {
  const document = documentOf(text);
  return TextDocument.applyEdits(document, createTargetGroupService().fixAll(document, { levels }));
}

describe('fix all', () => {
  const cases: [string, string, string][] = [
    ['trailing commas', '{ "name": "a", "filters": [1,], }', '{ "name": "a", "filters": [1] }'],
    ['the byte order mark', '\uFEFF{ "name": "a" }', '{ "name": "a" }'],
    ['lossless types', '{ "totalPeriods": "4", "active": "true" }', '{ "totalPeriods": 4, "active": true }'],
    ['labels with one counterpart', '{ "trackingType": "Streak" }', '{ "trackingType": "STREAKS" }'],
    [
      'what one repair uncovers',
      '{ "targets": { "name": "a", "targetType": "Sales", }, }',
      '{ "targets": [{ "name": "a", "targetType": "SALES" }] }',
    ],
  ];
  for (const [what, before, after] of cases) {
    it(`mends ${what}`, () => {
      assert.equal(fixed(before), after);
      assert.equal(fixed(after), after);
    });
  }

  it('leaves what deletes, invents or chooses', () => {
    const text = '{ "name": "", "discription": "x", "totalPeriods": "four", "id": 5, "filters": [] /* c */ }';
    assert.equal(fixed(text), text);
    const chosen = '{ "targets": [{ "targetEntity": "POINTS", "targetType": "SUM" }] }';
    assert.equal(fixed(chosen), chosen);
  });

  it('leaves the rules that are off', () => {
    const text = '{ "trackingType": "Streak" }';
    assert.equal(fixed(text, { 'enum-label': 'off' }), text);
  });
});
