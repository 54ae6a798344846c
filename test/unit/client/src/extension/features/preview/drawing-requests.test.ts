import assert from 'node:assert/strict';
import { createDrawingRequests } from '../../../../../../../client/src/extension/features/preview/drawing-requests';

describe('questions for the drawing', () => {
  it('are answered by the next one that is not empty', async () => {
    let posted = 0;
    const requests = createDrawingRequests(() => (posted += 1), 60_000);
    const [one, other] = [requests.next(), requests.next()];
    requests.answer('');
    requests.ask();
    assert.equal(posted, 3);
    requests.answer('<svg/>');
    assert.deepEqual(await Promise.all([one, other]), ['<svg/>', '<svg/>']);
    requests.ask();
    assert.equal(posted, 3, 'nobody waits any more');
  });

  it('are given up in time: empty where the page has no drawing, undefined where it is silent', async () => {
    const requests = createDrawingRequests(() => undefined, 5);
    assert.equal(await requests.next(), undefined);
    const empty = requests.next();
    requests.answer('');
    assert.equal(await empty, '');
  });
});
