import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toPlainText } from '../../../../../../client/src/extension/infrastructure/texts';

/** How VS Code finds links in a message (its `linkedText.ts`). */
const linkInMessage = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

describe('text of a document in a message', () => {
  it('is no link', () => {
    const link = '[x](command:workbench.action.terminal.sendSequence)';
    assert.match(link, linkInMessage);
    assert.doesNotMatch(toPlainText(link), linkInMessage);
    assert.equal(toPlainText(link), '[x] (command:workbench.action.terminal.sendSequence)');
  });

  it('stays as it is when it is harmless', () => {
    assert.equal(toPlainText('Ziel Gruppe 2027 – „ä“ 🎯 [1] (2)'), 'Ziel Gruppe 2027 – „ä“ 🎯 [1] (2)');
  });

  it('loses marks that turn direction or break lines', () => {
    assert.equal(toPlainText('a\u202eb\nc\u2028d\u0000'), 'a\\u{202e}b\\u{a}c\\u{2028}d\\u{0}');
  });

  it('is never longer than asked, nor a link, whatever it was', () => {
    const parts = fc.array(fc.constantFrom('[', ']', '(', ')', 'command:', 'https://', 'a', '\u202e', '\n', '](', ' '));
    fc.assert(
      fc.property(parts, fc.integer({ min: 2, max: 40 }), (pieces, length) => {
        const plain = toPlainText(pieces.join(''), length);
        assert.ok(plain.length <= length);
        assert.doesNotMatch(plain, linkInMessage);
        assert.doesNotMatch(plain, /[\u0000-\u001f\u202e]/);
      }),
    );
  });
});
