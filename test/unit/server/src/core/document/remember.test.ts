import assert from 'node:assert/strict';
import { remember } from '../../../../../../server/src/core/document/remember';

describe('remember', () => {
  it('asks once for a text, as long as it is among the last ones and not too long', () => {
    const asked: string[] = [];
    const lengthOf = remember(
      (text) => {
        asked.push(text);
        return text.length;
      },
      { entries: 2, longest: 3 },
    );
    const answers = ['a', 'bc', 'a', 'def', 'a', 'gh', 'bc', 'a', 'long', 'long'].map(lengthOf);
    assert.deepEqual(answers, [1, 2, 1, 3, 1, 2, 2, 1, 4, 4]);
    assert.deepEqual(asked, ['a', 'bc', 'def', 'gh', 'bc', 'long', 'long']);
  });
});
