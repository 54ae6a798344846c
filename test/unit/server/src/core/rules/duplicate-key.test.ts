import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, target, values } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const twice = (first: string, later: string, key = '«duplicate-key:"name"»') =>
  `{ "name": ${first}, ${key}: ${later}, "trackingType": "CAPPING" }`;

describe('duplicate-key', () => {
  table({
    'reports the later key': twice('"A"', '"B"'),
    'is silent while a key is half typed, on the way to a longer one':
      '{ «json-syntax:"name"», "name": "A", "trackingType": "CAPPING" }',
    'reports each repeat once':
      '{ "name": "A", «duplicate-key:"name"»: "B", «duplicate-key:"name"»: "C", "trackingType": "CAPPING" }',
    'knows a key by its meaning, not by its spelling': twice('"A"', '"B"', '«duplicate-key:"n\\u0061me"»'),
    'tells upper and lower case apart': twice('"A"', '"B"', '«unknown-property:"Name"»'),
    'looks into periods, targets, values and filters': group({
      targets: list(
        target({
          defaultValues: list(object({ defaultValue: '1', '«duplicate-key:"defaultValue"»': '2' })),
          filters: list('{ "entityType": "STORE", «duplicate-key:"entityType"»: "ZONE", "entityIds": [] }'),
        }),
      ),
    }),
    'looks into what nobody knows': group({ '«unknown-property:"x"»': '{ "a": 1, «duplicate-key:"a"»: 1 }' }),
    'looks into what only answers carry': group({
      '«server-field:"attribution"»': '{ "a": 1, «duplicate-key:"a"»: 1 }',
    }),
    'takes __proto__ for a key': group({
      '«unknown-property:"__proto__"»': '1, «duplicate-key:"__proto__"»: 2',
    }).replace('«duplicate-key:"__proto__"»', '«unknown-property:«duplicate-key:"__proto__"»»'),
    'is silent about keys of different objects': group({
      targets: list(target({ name: '"A"', defaultValues: values('1') })),
    }),
    'is silent about a key without its quote': '{ "name": "A", «json-syntax:"name»: "B", "trackingType": "CAPPING" }',
    'goes on while something else is half typed': `{ "name": "A", «duplicate-key:"name"»: "B", "active": «json-syntax:tr» }`,
  });

  it('says where the key stands first', () => {
    const [found] = expectDiagnostics(twice('"A"', '"B"'));
    assert.equal(
      found?.message,
      '"name" stands in this object already; of values with the same key only the last one counts.',
    );
    assert.deepEqual(
      found.relatedInformation?.map(({ location: { range }, message }) => [
        range.start.character,
        range.end.character,
        message,
      ]),
      [[2, 8, 'The same key stands here first.']],
    );
  });

  const plain = (members: string) => `{ ${members}, "trackingType": "CAPPING" }`;

  it('removes the later one where both values are equal', () => {
    const [after] = expectFixes(twice('"A"', '"A"'), 'duplicate-key', ['Remove the repetition']);
    assert.equal(after, plain('"name": "A"'));
  });

  it('lets the author choose where they differ', () => {
    const titles = ['Keep the first, remove this one', 'Keep this one, remove the first'];
    const [first, later] = expectFixes(twice('"A"', '"B"'), 'duplicate-key', titles);
    assert.equal(first, plain('"name": "A"'));
    assert.equal(later, plain('"name": "B"'));
  });

  it('removes a null rather than a value', () => {
    const [first] = expectFixes(twice('null', '"B"'), 'duplicate-key', ['Keep this one, remove the first']);
    assert.equal(first, plain('"name": "B"'));
    const [later] = expectFixes(twice('"A"', 'null'), 'duplicate-key', ['Keep the first, remove this one']);
    assert.equal(later, plain('"name": "A"'));
  });
});
