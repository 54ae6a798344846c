import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { documentOf } from '../../../../../support/diagnose';

const linksOf = (text: string, rulePage?: string) =>
  createTargetGroupService(rulePage === undefined ? {} : { rulePage }).links(documentOf(text));

/** `text -> target`, and of a rule its code. */
const shown = (text: string, rulePage?: string) =>
  linksOf(text, rulePage).map(({ range, target, data }) =>
    [documentOf(text).getText(range), target ?? '-', ...(data === undefined ? [] : [String(data)])].join(' '),
  );

const docs = 'https://docs.capillarytech.com/reference/';

describe('links', () => {
  it('lead from the kind of the group and of its targets to the documentation', () => {
    const text =
      '{ "name": "x", "trackingType": "Non continuous streak", "targets": [{ "targetEntity": "EVENT" }, { "targetEntity": "TRANSACTION" }, { "targetEntity": "ALTERNATE_CURRENCIES" }] }';
    assert.deepEqual(
      shown(text).filter((line) => line.includes(docs)),
      [
        `"Non continuous streak" ${docs}create-streak`,
        `"EVENT" ${docs}create-target-group-based-on-behavioural-event`,
        `"ALTERNATE_CURRENCIES" ${docs}create-target-based-on-alternate-currencies`,
      ],
    );
    assert.deepEqual(
      shown('{ "name": "x", "trackingType": "toString" }').filter((line) => line.includes(docs)),
      [],
    );
  });

  it('lead from a finding to the page of its rule', () => {
    const text = '{ "name": 5, "trackingType": "CAPPING" }';
    const [rule] = shown(text, 'file:///RULES.md').filter((line) => !line.includes(docs));
    assert.match(rule ?? '', /^5 file:\/\/\/RULES\.md#L\d+ schema-type$/);
    assert.deepEqual(
      shown(text).filter((line) => !line.includes(docs)),
      ['5 - schema-type'],
    );
  });

  it('are not there for a rule that is switched off, and never more than a client can draw', () => {
    const text = '{ "name": 5, "trackingType": "CAPPING" }';
    const links = createTargetGroupService().links(documentOf(text), { levels: { 'schema-type': 'off' } });
    assert.deepEqual(
      links.map(({ data }) => data as unknown),
      [undefined],
    );
    assert.equal(linksOf(`{ "periods": [${'{ "refCode": true },'.repeat(3000)}] }`).length, 1000);
  });

  it('are none in other text', () => {
    for (const text of ['', '5', '[]', '{}'])
      assert.deepEqual(
        linksOf(text).filter(({ data }) => data === undefined),
        [],
      );
  });
});
