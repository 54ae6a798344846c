import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument as Peer } from 'vscode-languageserver-textdocument';
import {
  changedDocument,
  contentOf,
  openDocument,
  type TextDocument,
} from '../../../../../../server/src/core/document/text-document';
import { runs } from '../../../../../support/runs';

/** Line breaks of all kinds and halves of pairs, in texts of one piece and of many. */
const part = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('\n', '\r\n', '\r', '\n\r', 'a', '"text": 5,', '😀', '\uD83D') },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(20_000), 'line\r\n'.repeat(4000), `${'y'.repeat(16_383)}\r\n`) },
);
const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
const edit = fc.record({ from: fc.nat(), to: fc.nat(), text, isWhole: fc.integer({ min: 0, max: 30 }) });

function places(document: { getText(): string }): number[] {
  const { length } = document.getText();
  const spread = Array.from({ length: 40 }, (_, index) => Math.floor((index * length) / 39));
  return [-1, 0, 1, ...spread, 16_383, 16_384, 16_385, length, length + 5];
}

function assertSame(ours: TextDocument, peer: Peer): void {
  assert.equal(ours.getText(), peer.getText());
  assert.equal(contentOf(ours).lineCount, peer.lineCount);
  for (const offset of places(peer)) {
    const position = peer.positionAt(offset);
    assert.deepEqual(ours.positionAt(offset), position, `position of ${offset}`);
    for (const more of [-1, 0, 1, 100_000])
      for (const at of [
        { ...position, character: position.character + more },
        { ...position, line: position.line + more },
      ])
        assert.equal(ours.offsetAt(at), peer.offsetAt(at), JSON.stringify(at));
  }
}

describe('a document', () => {
  it('is what the library makes of the same text and changes, and the one before stays as it was', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 8 }), (first, edits) => {
        let ours = openDocument('file:///a', 'targetgroup', 1, first);
        const peer = Peer.create('file:///a', 'targetgroup', 1, first);
        assertSame(ours, peer);
        for (const [index, { from, to, text: written, isWhole }] of edits.entries()) {
          const { length } = peer.getText();
          const range = { start: peer.positionAt(from % (length + 1)), end: peer.positionAt(to % (length + 1)) };
          const change = isWhole === 0 ? { text: written } : { range, text: written };
          const before = ours;
          const textBefore = peer.getText();
          ours = changedDocument(ours, [change], index + 2);
          Peer.update(peer, [change], index + 2);
          assert.equal(ours.version, peer.version);
          assertSame(ours, peer);
          assert.equal(ours.getText(range), peer.getText(range));
          assert.equal(before.getText(), textBefore);
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('gives any part of its text without the whole', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), text, (first, from, to, written) => {
        const [start, end] = [from % (first.length + 1), to % (first.length + 1)].sort((a, b) => a - b) as [
          number,
          number,
        ];
        const parts = () => contentOf(openDocument('', '', 1, first)).replaced(start, end, written);
        const whole = first.slice(0, start) + written + first.slice(end);
        for (const at of [0, start, Math.max(0, end - 3), whole.length])
          for (const length of [0, 1, 16_384, whole.length])
            assert.equal(parts().slice(at, at + length), whole.slice(at, at + length));
        assert.equal(parts().slice(start), whole.slice(start));
      }),
      { numRuns: runs(150) },
    );
  });

  it('shares with the next version what an edit leaves as it is', () => {
    const before = contentOf(openDocument('', '', 1, 'line\n'.repeat(100_000)));
    const after = before.replaced(250_000, 250_001, 'ab');
    const { front, back } = before.sharedEnds(after);
    assert.ok(front > 200_000 && front <= 250_000, String(front));
    assert.ok(back > 200_000 && back <= 249_999, String(back));
    assert.equal(before.slice(0, front), after.slice(0, front));
    assert.equal(before.slice(before.length - back), after.slice(after.length - back));
  });
});
