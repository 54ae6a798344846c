import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createTargetGroupService, readLevels, type Levels } from '../../../../../../server/src/core/index';
import { documentOf } from '../../../../../support/diagnose';

const service = createTargetGroupService();
/** One error (a comment), one warning (an unknown key). */
const text = '{ "name": "Spring", "trackingType": "CAPPING", "discription": "" /* draft */ }';
const document = documentOf(text);

function shown(levels: Levels): string[] {
  return service.diagnose(document, { levels }).map(({ code, severity }) => `${String(code)} ${severity ?? 0}`);
}

describe('levels', () => {
  it('replace the default of their rule and leave the others alone', () => {
    assert.deepEqual(shown({}), ['unknown-property 2', 'json-comment 1']);
    assert.deepEqual(shown({ 'json-comment': 'hint' }), ['unknown-property 2', 'json-comment 4']);
    assert.deepEqual(shown({ 'unknown-property': 'error', 'json-comment': 'information' }), [
      'unknown-property 1',
      'json-comment 3',
    ]);
    assert.deepEqual(shown({ 'unknown-property': 'off', 'json-comment': 'off' }), []);
  });

  it('replace every default of a rule that has several', () => {
    const bare = documentOf('{ "name": "Spring" }');
    const severities = (levels: Levels) => new Set(service.diagnose(bare, { levels }).map(({ severity }) => severity));
    assert.deepEqual([...severities({})].sort(), [2, 4]);
    assert.deepEqual([...severities({ 'documented-required': 'information' })], [3]);
  });

  it('never open a submit by themselves: what is an error by default still blocks, and is named as lowered', () => {
    const of = (levels: Levels) => {
      const { blocking, lowered } = service.prepareSubmission(document, { levels });
      return { blocking: blocking.map(({ code }) => code), lowered };
    };
    assert.deepEqual(of({}), { blocking: ['json-comment'], lowered: [] });
    assert.deepEqual(of({ 'json-comment': 'off' }), { blocking: ['json-comment'], lowered: ['json-comment'] });
    assert.deepEqual(of({ 'unknown-property': 'error' }), {
      blocking: ['unknown-property', 'json-comment'],
      lowered: [],
    });
    assert.deepEqual(of({ 'json-comment': 'error' }), { blocking: ['json-comment'], lowered: [] });
  });

  it('do not reach a definition that is no object', () => {
    const list = documentOf('[]');
    const found = service.diagnose(list, { levels: { 'schema-type': 'off' } });
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      [['schema-type', 1]],
    );
    assert.deepEqual(service.prepareSubmission(list, { levels: { 'schema-type': 'off' } }).lowered, []);
  });

  it('are read from anything, and what is wrong is told with the value', () => {
    assert.deepEqual(readLevels({ 'enum-label': 'off', 'json-comment': 'hint' }), {
      levels: { 'enum-label': 'off', 'json-comment': 'hint' },
      problems: [],
    });
    const wrong: [unknown, RegExp][] = [
      [{ 'enum-lable': 'off' }, /"enum-lable" is no rule/],
      [{ 'enum-label': 'loud' }, /"loud" is no level of "enum-label"; error, warning/],
      [{ 'enum-label': 1 }, /1 is no level/],
      [{ 'json-syntax': 'off' }, /"json-syntax" cannot be changed/],
      [{ 'internal-error': 'off' }, /cannot be changed/],
      [{ 'schema-required': 'off' }, /cannot be changed/],
      [JSON.parse('{ "__proto__": "off" }'), /"__proto__" is no rule/],
      [[], /no object/],
      ['off', /no object/],
    ];
    for (const [value, problem] of wrong) {
      const { levels, problems } = readLevels(value);
      assert.deepEqual(levels, {}, JSON.stringify(value));
      assert.match(problems.join(), problem);
    }
    for (const nothing of [undefined, null, {}]) assert.deepEqual(readLevels(nothing), { levels: {}, problems: [] });
  });
});
