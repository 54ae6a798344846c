import assert from 'node:assert/strict';
import { createWindowLock } from '../../../../../../../client/src/extension/features/submit/window-lock';

describe('the lock of a submit', () => {
  it('is taken once until it is freed', () => {
    const lock = createWindowLock();
    const release = lock.acquire(['a', 'b']);
    assert.ok(release);
    assert.equal(lock.acquire(['b', 'c']), undefined);
    release();
    assert.ok(lock.acquire(['b', 'c']));
  });

  it('takes all keys or none', () => {
    const lock = createWindowLock();
    assert.ok(lock.acquire(['a']));
    assert.equal(lock.acquire(['b', 'a']), undefined);
    assert.ok(lock.acquire(['b']));
  });
});
