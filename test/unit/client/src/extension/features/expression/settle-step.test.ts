import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { settleStep } from '../../../../../../../client/src/extension/features/expression/settle-step';
import { anyUnits, applied } from '../../../../../../support/text-changes';

/** Goes on until both say the same. */
function settled(agreed: string, side: string, definition: string): string {
  for (let steps = 0; steps < 10; steps++) {
    const step = settleStep(agreed, side, definition);
    if (!step) {
      assert.equal(side, definition);
      return side;
    }
    if (step.to === 'side') side = applied(side, step.change);
    else definition = applied(definition, step.change);
    ({ agreed } = step);
  }
  return assert.fail('never the same');
}

describe('a side editor and its definition', () => {
  it('come to say the same, whatever both say', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, anyUnits, (agreed, side, definition) => {
        const text = settled(agreed, side, definition);
        if (side === agreed) assert.equal(text, definition);
        if (definition === agreed) assert.equal(text, side);
      }),
    );
  });

  it('keep both changes where they are apart, the later of them first or last', () => {
    assert.equal(settled('one two three', 'ONE two three', 'one two THREE and four'), 'ONE two THREE and four');
    assert.equal(settled('one two three', 'one two THREE', 'and one two three'), 'and one two THREE');
  });

  it('say what the definition says where both changed the same', () => {
    assert.equal(settled('value 1', 'value 2', 'value 3'), 'value 3');
    assert.equal(settled('ab', 'aXb', 'aYb'), 'aYb');
  });
});
