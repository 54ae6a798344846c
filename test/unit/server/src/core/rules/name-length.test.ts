import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const long = (length: number) => 'x'.repeat(length);
const named = (name: string) => group({ name });

describe('name-length', () => {
  table({
    'is silent at 200 characters': named(`"${long(200)}"`),
    'reports 201': named(`«name-length:"${long(201)}"»`),
    'counts 200 emoji as 200': named(`"${'😀'.repeat(200)}"`),
    'reports 201 emoji': named(`«name-length:"${'😀'.repeat(201)}"»`),
    'counts an escaped emoji once': named(`"${'\\ud83d\\ude00'.repeat(200)}"`),
    'counts lone surrogates one by one': named(`«name-length:"${'\\ud83d'.repeat(201)}"»`),
    'looks at targets': group({ targets: list(target({ name: `«name-length:"${long(201)}"»` })) }),
    'leaves a name of blanks to name-empty': named(`«name-empty:"${' '.repeat(300)}"»`),
    'is silent about no text': named('«schema-type:5»'),
    'leaves null to schema-required': group({ name: 'null' }, '«schema-required:{»'),
    'is silent about a name that is half typed': `{ "name": «json-syntax:"${long(300)}»`,
  });

  it('says the length and the limit', () => {
    const [finding] = expectDiagnostics(named(`«name-length:"${long(214)}"»`));
    assert.equal(finding?.message, 'name is 214 characters long; the API accepts at most 200.');
  });

  it('shortens to 200 characters, as they are spelt, with no blank at the end', () => {
    const title = ['Shorten to 200 characters'];
    const fixed = (name: string) => expectFixes(named(`"${name}"`), 'name-length', title)[0];
    assert.equal(fixed(long(201)), named(`"${long(200)}"`));
    assert.equal(fixed(`\\u0041${long(220)}`), named(`"\\u0041${long(199)}"`));
    assert.equal(fixed('😀'.repeat(300)), named(`"${'😀'.repeat(200)}"`));
    assert.equal(fixed(`${'\\ud83d\\ude00'.repeat(199)} tail`), named(`"${'\\ud83d\\ude00'.repeat(199)}"`));
  });

  it('keeps shortened names of targets apart', () => {
    const targets = (first: string, second: string) =>
      group({
        trackingType: '"UNIFIED"',
        combinationType: '"ALL"',
        targets: list(target({ name: `"${first}"` }), target({ name: `"${second}"` })),
      });
    const text = targets(long(200).toUpperCase(), long(230));
    const [after] = expectFixes(text, 'name-length', ['Shorten to 200 characters']);
    assert.equal(after, targets(long(200).toUpperCase(), `${long(198)} 2`));
  });

  it('asks no name of a neighbour that has none', () => {
    const targets = (name: string) =>
      group({ targets: list('5', '{}', '{ "name": 5 }', target({ name: `"${name}"` })) });
    const [after] = expectFixes(targets(long(201)), 'name-length', ['Shorten to 200 characters']);
    assert.equal(after, targets(long(200)));
  });
});
