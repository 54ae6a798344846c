import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { diagnose } from '../../../../../support/diagnose';
import { root } from '../../../../../support/repository';

const service = createTargetGroupService();
const bodyOf = (text: string) => service.generate(undefined, { kind: 'createBody', text });
const folder = path.join(root, 'test/fixtures/responses');

describe('the create body of an answer', () => {
  for (const name of readdirSync(folder).filter((each) => /^create-\d+\.json$/.test(each)))
    it(`of ${name}: a definition with no member that only answers carry, and no error`, () => {
      const made = bodyOf(readFileSync(path.join(folder, name), 'utf8'));
      assert.ok('text' in made, JSON.stringify(made));
      assert.ok(made.dropped?.includes('id'));
      const found = diagnose(made.text);
      assert.deepEqual(
        found.filter(({ code, severity }) => severity === 1 || code === 'server-field'),
        [],
      );
    });

  it('keeps numbers and texts as they are written, names each dropped member once, and is laid out anew', () => {
    const answer =
      '{"data":{"id":1,"name":"\\u00e9","targets":[{"id":12345678901234567890,"name":"A","defaultValues":[{"id":2,"defaultValue":1.50}]}],"createdOn":5},"errors":[],"warnings":[]}';
    assert.deepEqual(bodyOf(answer), {
      text: '{\n  "name": "\\u00e9",\n  "targets": [\n    {\n      "name": "A",\n      "defaultValues": [\n        {\n          "defaultValue": 1.50\n        }\n      ]\n    }\n  ]\n}',
      dropped: ['id', 'createdOn'],
    });
  });

  it('is none of another text', () => {
    const reason = 'This is no answer with a group in it.';
    for (const text of [
      '',
      '[]',
      '{ "name": "a" }',
      '{ "data": [], "errors": [] }',
      '{ "data": { "name": "a" } }',
      '{ "data": { "name": "a", "errors": [] ',
    ])
      assert.deepEqual(bodyOf(text), { reason }, text);
  });
});
