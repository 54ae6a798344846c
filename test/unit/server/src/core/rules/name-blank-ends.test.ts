import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const named = (name: string) => group({ name });

describe('name-blank-ends', () => {
  table({
    'reports a blank in front': named('«name-blank-ends:" Spring"»'),
    'reports a blank behind': named('«name-blank-ends:"Spring "»'),
    'reports an escaped tab': named('«name-blank-ends:"Spring\\t"»'),
    'reports a no-break space': named('«name-blank-ends:"\\u00a0Spring"»'),
    'looks at targets': group({ targets: list(target({ name: '«name-blank-ends:"Spend "»' })) }),
    'is silent about blanks inside': named('"Spring  2027"'),
    'leaves blanks only to name-empty': named('«name-empty:"  "»'),
    'is silent about descriptions': group({ description: '" Spring "' }),
    'is silent about null': group({ name: 'null' }, '«schema-required:{»'),
    'is silent about a wrong type': named('«schema-type:true»'),
    'is silent about a name that is half typed': '{ "name": «json-syntax:" Spring»',
    'goes on elsewhere while something else is half typed':
      '{ "name": «name-blank-ends:" Spring"», "active": «json-syntax:tr» }',
  });

  it('says at which end', () => {
    const say = (name: string) => expectDiagnostics(named(`«name-blank-ends:${name}»`))[0]?.message;
    assert.equal(say('" Spring"'), 'name begins with a blank; "Spring" without it is expected.');
    assert.equal(say('"Spring "'), 'name ends with a blank; "Spring" without it is expected.');
    assert.equal(say('" Spring "'), 'name begins and ends with a blank; "Spring" without it is expected.');
  });

  it('trims, and leaves the rest as it is spelt', () => {
    const fixed = (name: string) => expectFixes(named(name), 'name-blank-ends', ['Trim the name'])[0];
    assert.equal(fixed('"  caf\\u00e9 \\/ 2 "'), named('"caf\\u00e9 \\/ 2"'));
    assert.equal(fixed('"\\u0020\\tSpring"'), named('"Spring"'));
    assert.equal(fixed('"Spring\\n\\u00a0 "'), named('"Spring"'));
  });
});
