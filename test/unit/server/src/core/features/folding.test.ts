import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { documentOf } from '../../../../../support/diagnose';

/** `first-last kind` of each range, zero-based lines. */
function foldsOf(text: string, most?: number): string[] {
  return createTargetGroupService()
    .folding(documentOf(text), most)
    .map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === undefined ? '' : ` ${kind}`}`);
}

const whole = `{
  "name": "x", "streaks": [],
  "periods": [
    {
      "refCode": "a"
    },
    { "refCode": "b" }
  ]
}`;

describe('folding', () => {
  it('leaves the line of the closing bracket to be seen', () => {
    assert.deepEqual(foldsOf(whole), ['0-7', '2-6', '3-4']);
  });

  it('reaches to the end of what is not closed yet', () => {
    assert.deepEqual(foldsOf('{\n  "periods": [\n    {\n      "refCode": "a"'), ['0-3', '1-3', '2-3']);
  });

  it('knows comments over several lines', () => {
    assert.deepEqual(foldsOf('{\n  /* one\n     two */\n  "name": "x"\n}'), ['0-3', '1-2 comment']);
  });

  it('has one range for a line, the outer one', () => {
    assert.deepEqual(foldsOf('[{ "a": [\n1\n]\n}]'), ['0-2']);
  });

  it('keeps the outer ones where there are more than the client takes', () => {
    assert.deepEqual(foldsOf(whole, 2), ['0-7', '2-6']);
    assert.deepEqual(foldsOf(whole, 0), []);
  });

  it('has nothing on one line, and in text without any', () => {
    for (const text of ['', ' ', '5', '{}', '{ "periods": [{}] }', '{\n}']) assert.deepEqual(foldsOf(text), []);
  });

  it('answers for any depth and for any number of lines', () => {
    assert.equal(foldsOf('[\n'.repeat(100_000)).length, 5000);
    assert.equal(foldsOf(`[${'{\n"a": 1\n},\n'.repeat(20_000)}]`).length, 5000);
  });
});
