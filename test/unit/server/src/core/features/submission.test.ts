import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createTargetGroupService, type Levels } from '../../../../../../server/src/core/index';
import { documentOf } from '../../../../../support/diagnose';

function prepared(text: string, levels: Levels = {}) {
  const { blocking, lowered } = createTargetGroupService().prepareSubmission(documentOf(text), { levels });
  return { blocking: blocking.map(({ code }) => code), lowered };
}

describe('a submit of an answer of the API', () => {
  const answers: Readonly<Record<string, string>> = {
    'of a create': '{"data": {"id": 1, "name": "a"}, "errors": null, "warnings": null}',
    'without errors': '{"data": {"id": 1, "name": "a"}, "warnings": []}',
    'without warnings': '{"data": {"id": 1, "name": "a"}, "errors": []}',
    'that is an error': '{"data": null, "errors": [{"code": 310069}], "warnings": null}',
    'that is a list': '{"pagination": {"limit": 1}, "data": [{"id": 1, "name": "a"}], "errors": null}',
    'with a name of null': '{"data": {"name": "a"}, "errors": null, "name": null}',
  };
  for (const [what, text] of Object.entries(answers)) {
    it(`is refused: an answer ${what}, and no level opens it`, () => {
      for (const level of [undefined, 'hint', 'off', 'error'] as const) {
        const levels: Levels = level === undefined ? {} : { 'server-field': level };
        assert.deepEqual(prepared(text, levels), { blocking: ['server-field'], lowered: [] });
      }
    });
  }

  it('is refused for its missing name where nothing else shows what it is', () => {
    for (const text of ['{"data": {"name": "a"}}', '{"errors": [{"code": 310069}]}'])
      assert.deepEqual(prepared(text), { blocking: ['schema-required'], lowered: [] });
  });

  it('is not refused for single members that only answers carry', () => {
    assert.deepEqual(prepared('{"id": 1, "name": "a", "trackingType": "CAPPING"}').blocking, []);
    assert.deepEqual(prepared('{"data": {}, "errors": null, "name": "a"}').blocking, []);
  });
});
