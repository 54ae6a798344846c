import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkMessage } from '../../../../../../../client/src/extension/features/workspace/check-message';
import { inEnglish } from '../../../../../../../server/src/api/index';

const nothing = { kind: 'checked', files: 0, tooLong: 0, unreadable: 0 } as const;

describe('the message of a workspace check', () => {
  it('says how many were checked', () => {
    assert.equal(checkMessage(nothing, inEnglish), '0 definitions were checked.');
    assert.equal(checkMessage({ ...nothing, files: 1 }, inEnglish), '1 definition was checked.');
  });

  it('says what was left out, and why', () => {
    assert.equal(
      checkMessage({ kind: 'checked', files: 2000, tooLong: 2, unreadable: 3, cutShortAt: 2000 }, inEnglish),
      '2000 definitions were checked. Too long to be read: 2; each says so in the problems. Not readable: 3; the log names them. There are more than 2000; the rest was left out.',
    );
  });

  it('says that nothing can be reached', () => {
    assert.match(checkMessage({ kind: 'unavailable' }, inEnglish), /^There is no folder/);
  });
});
