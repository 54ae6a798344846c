import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { diagnose } from '../../../../../support/diagnose';
import { table } from '../../../../../support/table';

describe('name-empty', () => {
  it('says what the name is', () => {
    const messages = ['""', '" \\t"'].map((name) => diagnose(group({ name }))[0]?.message);
    assert.deepEqual(messages, [
      'name is empty; the group would be stored with no name to find it by.',
      'name is made of blanks only; the group would be stored with no name to find it by.',
    ]);
  });

  table({
    'reports an empty name': group({ name: '«name-empty:""»' }),
    'reports blanks only, and not their ends too': group({ name: '«name-empty:" \\t\\u00a0"»' }),
    'looks at targets': group({ targets: list(target({ name: '«name-empty:""»' })) }),
    'is silent about one character': group({ name: '"x"' }),
    'leaves null to schema-required': group({ name: 'null' }, '«schema-required:{»'),
    'leaves a wrong type to schema-type': group({ name: '«schema-type:[]»' }),
  });
});
