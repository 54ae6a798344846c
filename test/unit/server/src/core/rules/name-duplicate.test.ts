import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { table } from '../../../../../support/table';

const named = (...names: string[]) =>
  group({
    trackingType: '"UNIFIED"',
    combinationType: '"ALL"',
    targets: list(...names.map((name) => target({ name }))),
  });

describe('name-duplicate in one group', () => {
  table({
    'reports the later of two targets': named('"Spend"', '«name-duplicate:"Spend"»'),
    'ignores case': named('"Spend"', '«name-duplicate:"sPEND"»'),
    'ignores blanks at the ends': named('"Spend"', '«name-blank-ends:«name-duplicate:" Spend"»»'),
    'reads escapes': named('"Spend"', '«name-duplicate:"\\u0053pend"»'),
    'reports every repetition': named('"Spend"', '«name-duplicate:"Spend"»', '«name-duplicate:"Spend"»'),
    'is silent about different names': named('"Spend"', '"Spend more"'),
    'is silent about blanks inside that differ': named('"Spend more"', '"Spend  more"'),
    'lets a target be named as its group': named('"Spring"', '"Spend"'),
    'leaves empty names to name-empty': named('«name-empty:""»', '«name-empty:" "»'),
    'is silent about a wrong type': named('«schema-type:5»', '«schema-type:5»'),
    'is silent about half typed names':
      '{ "name": "Spring", "targets": [{ "name": "Spend" }, { "name": «json-syntax:"Spend» }] }',
    'goes on while something else is half typed':
      '{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "name": "Spend" }, { "name": «name-duplicate:"Spend"» }] }',
  });

  it('says nothing about names that are missing', () => {
    const text = named('null', 'null');
    const codes = expectDiagnostics(text.replaceAll('{ "name": null', '«documented-required:{» "name": null')).map(
      ({ code }) => code,
    );
    assert.deepEqual(codes, ['documented-required', 'documented-required']);
  });

  it('points at the first', () => {
    const [finding] = expectDiagnostics(named('"Visits"', '"Spend"', '«name-duplicate:"SPEND"»'));
    assert.equal(
      finding?.message,
      'name is "SPEND", as that of target 2; each target of a group needs a name of its own.',
    );
    assert.equal(finding.relatedInformation?.length, 1);
  });
});
