import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { rulesOf } from '../../../../../../../client/src/extension/features/rules/rule-page';
import { catalogue } from '../../../../../../../server/src/core/index';

describe('the rules of the shipped page', () => {
  it('are those of the catalogue, with their titles, in its order', () => {
    assert.deepEqual(
      rulesOf(readFileSync('server/RULES.md', 'utf8')),
      catalogue.map(({ code, title }) => ({ code, title })),
    );
  });

  it('are found whatever the line ends, and none in another page', () => {
    assert.deepEqual(rulesOf('## a-b\r\n\r\n**Title**\r\n\r\ntext'), [{ code: 'a-b', title: 'Title' }]);
    assert.deepEqual(rulesOf('# Title\n\n## Two words\n\ntext'), []);
  });
});
