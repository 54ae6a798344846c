import assert from 'node:assert/strict';
import { changedDocument, createTargetGroupService, openDocument } from '../../../../../../server/src/core/index';

/** Types a text at an offset: what is said then is what is said of the text opened anew. */
function type(text: string, offset: number, typed: string): void {
  const service = createTargetGroupService();
  const before = openDocument('file:///a', 'targetgroup', 1, text);
  service.diagnose(before);
  const at = before.positionAt(offset);
  const after = changedDocument(before, [{ range: { start: at, end: at }, text: typed }], 2);
  const fresh = createTargetGroupService();
  assert.deepEqual(service.diagnose(after), fresh.diagnose(after));
  assert.deepEqual(service.symbols(after), fresh.symbols(after));
}

describe('a tree that is brought up to date', () => {
  it('is read from in front of a text without closing quote that a change behind it closes', () => {
    const list = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? `[1,{"k":${index}}]` : index)).join(',');
    const text = `{"name":"é😀","lis:[${list}]}`;
    type(text, text.indexOf('[[1') + 3, '"');
  });

  it('is read as a whole where the bracket in front is missing', () => {
    type(String.raw`"\,u00e9":[1,2,{"b":"x, y"},"s"],"e":{"f":[[1,2],[3]],"g":true},"h":"z"}`, 1, '"');
  });
});
