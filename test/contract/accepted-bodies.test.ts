import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { compileSchema, readSchema, unknownKeysOf, withoutNullMembers } from '../support/target-group-schema';

const folder = new URL('../fixtures/accepted/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.targetgroup.json'));

describe('schema: bodies that the API accepted', () => {
  const schema = readSchema();
  const errorsOf = compileSchema(schema);

  it('are all here', () => {
    assert.equal(files.length, 10);
  });

  for (const file of files) {
    it(`${file} has the shape that the schema describes`, () => {
      const body = withoutNullMembers(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
      assert.deepEqual(errorsOf(body), []);
      assert.deepEqual(unknownKeysOf(schema, body), []);
    });
  }
});
