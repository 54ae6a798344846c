import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { toLocalDay } from '../../../../../server/src/lsp/local-day';

describe('the day of the author', () => {
  it('is that of the calendar on this machine, at the first and the last second', () => {
    assert.equal(toLocalDay(new Date(2027, 0, 5, 0, 0, 0)), '2027-01-05');
    assert.equal(toLocalDay(new Date(2027, 11, 31, 23, 59, 59)), '2027-12-31');
  });
});
