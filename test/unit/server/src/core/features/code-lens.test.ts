import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { group } from '../../../../../support/definition-text';
import { documentOf } from '../../../../../support/diagnose';

const service = createTargetGroupService();
const lensesOf = (text: string) =>
  service.codeLens(documentOf(text)).map(({ range, command }) => `${range.start.line}: ${command?.title ?? ''}`);

describe('the code lens', () => {
  it('counts periods, targets and problems, hints left out', () => {
    assert.deepEqual(
      lensesOf('\n{ "name": 5, "trackingType": "CAPPING", "periods": [{}, 5], "targets": [] }').map((line) =>
        line.replace(/\d+ problems$/, 'N problems'),
      ),
      ['1: 2 periods · 0 targets · N problems'],
    );
    assert.deepEqual(lensesOf(group({})), ['0: 1 period · 1 target · 0 problems']);
    const { length } = service
      .diagnose(documentOf('{ "name": 5 }'))
      .filter(({ severity }) => severity !== undefined && severity < 4);
    assert.deepEqual(lensesOf('{ "name": 5 }'), [`0: 0 periods · 0 targets · ${length} problems`]);
  });

  it('counts what is left at the levels of the author', () => {
    const document = documentOf('{ "name": "x", "trackingType": "CAPPING", "active": 5 }');
    const titleAt = (levels: Parameters<typeof service.diagnose>[1]) =>
      service.codeLens(document, levels)[0]?.command?.title;
    const before = Number(/(\d+) problem/.exec(titleAt({}) ?? '')?.[1]);
    assert.match(titleAt({ levels: { 'schema-type': 'hint' } }) ?? '', new RegExp(`· ${before - 1} problem`));
    assert.match(titleAt({ levels: { 'schema-type': 'off' } }) ?? '', new RegExp(`· ${before - 1} problem`));
  });

  it('is none for text without an object', () => {
    for (const text of ['', '[]', '5', 'x']) assert.deepEqual(lensesOf(text), []);
  });
});
