import assert from 'node:assert/strict';
import { changedDocument, createTargetGroupService, openDocument } from '../../../../../../server/src/core/index';

describe('a tree that is brought up to date', () => {
  it('is read from in front of a text without closing quote that a change behind it closes', () => {
    const list = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? `[1,{"k":${index}}]` : index)).join(',');
    const text = `{"name":"é😀","lis:[${list}]}`;
    const service = createTargetGroupService();
    const before = openDocument('file:///a', 'targetgroup', 1, text);
    service.diagnose(before);
    const at = before.positionAt(text.indexOf('[[1') + 3);
    const after = changedDocument(before, [{ range: { start: at, end: at }, text: '"' }], 2);
    const fresh = createTargetGroupService();
    assert.deepEqual(service.diagnose(after), fresh.diagnose(after));
    assert.deepEqual(service.symbols(after), fresh.symbols(after));
  });
});
