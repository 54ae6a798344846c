import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, period, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const long = (length: number) => 'x'.repeat(length);
const marked = (length: number) => `«description-length:"${long(length)}"»`;

describe('description-length', () => {
  table({
    'is silent at 255 characters': group({ description: `"${long(255)}"` }),
    'reports 256': group({ description: marked(256) }),
    'counts emoji once': group({ description: `"${'😀'.repeat(255)}"` }),
    'reports 256 emoji': group({ description: `«description-length:"${'😀'.repeat(256)}"»` }),
    'looks at periods': group({ periods: list(period({ description: marked(256) })) }),
    'looks at targets': group({ targets: list(target({ description: marked(256) })) }),
    'is silent about an empty one': group({ description: '""' }),
    'is silent about null': group({ description: 'null' }),
    'is silent about a wrong type': group({ description: '«schema-type:5»' }),
    'is silent while it is half typed': `{ "name": "Spring", "description": «json-syntax:"${long(300)}»`,
  });

  it('says the length and the limit', () => {
    const [finding] = expectDiagnostics(group({ description: marked(300) }));
    assert.equal(finding?.message, 'description is 300 characters long; at most 255 are documented.');
  });

  it('shortens to 255 characters, as they are spelt', () => {
    const fixed = (text: string) =>
      expectFixes(group({ description: `"${text}"` }), 'description-length', ['Shorten to 255 characters'])[0];
    assert.equal(fixed(long(256)), group({ description: `"${long(255)}"` }));
    assert.equal(fixed(`\\n${long(300)}`), group({ description: `"\\n${long(254)}"` }));
    assert.equal(fixed('😀'.repeat(256)), group({ description: `"${'😀'.repeat(255)}"` }));
  });
});
