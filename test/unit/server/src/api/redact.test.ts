import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { maskSecrets, toPrintable } from '../../../../../server/src/api/index';
import { formsOf } from '../../../../support/faults/canaries';

/** Text that occurs nowhere by itself. */
const secret = fc.string({
  unit: fc.constantFrom(...Array.from('QZJXqzjx0189!"\\/+=&% é😀')),
  minLength: 10,
  maxLength: 30,
});

function assertAbsent(output: string, text: string): void {
  for (const form of formsOf(text)) assert.ok(!output.includes(form), `${form} in ${output}`);
}

describe('maskSecrets', () => {
  it('leaves no form of a secret in a text', () => {
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
        assertAbsent(
          maskSecrets(
            formsOf(value)
              .map((form) => before + form + after)
              .join(''),
            [value],
          ),
          value,
        );
      }),
    );
  });

  it('masks a digest in whichever case it is written', () => {
    const digest = createHash('md5').update('password').digest('hex');
    const mixed = Array.from(digest)
      .map((digit, index) => (index % 2 ? digit.toUpperCase() : digit))
      .join('');
    for (const secret of ['password', digest]) {
      assert.equal(maskSecrets(`${digest} ${digest.toUpperCase()} ${mixed}`, [secret]), '*** *** ***');
    }
  });

  it('masks the longer of two secrets first, and leaves short ones alone', () => {
    assert.equal(maskSecrets('a secret-and-more b', ['secret', 'secret-and-more']), 'a *** b');
    assert.equal(maskSecrets('abc', ['abc', '']), 'abc');
    assert.equal(maskSecrets('x\ud800secret', ['\ud800secret']), 'x***');
  });
});

describe('toPrintable', () => {
  it('shows what a terminal would obey', () => {
    assert.equal(
      toPrintable('a\u001b[31m\n\u2028\u202e\u200b\u0085\ud800é😀'),
      'a\\u{1b}[31m\\u{a}\\u{2028}\\u{202e}\\u{200b}\\u{85}\\u{d800}é😀',
    );
    assert.equal(toPrintable('abcdef', 3), 'abc…');
  });
});
