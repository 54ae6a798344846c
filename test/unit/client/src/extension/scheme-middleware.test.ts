import assert from 'node:assert/strict';
import { schemeMiddleware } from '../../../../../client/src/extension/scheme-middleware';

const { sendNotification, sendRequest } = schemeMiddleware;
assert.ok(sendNotification && sendRequest);

const about = (uri: string): object => ({ textDocument: { uri } });

/** What of the parameters reaches the server, as a notification and as a request. */
async function reaching(params: unknown): Promise<unknown[]> {
  const reached: unknown[] = [];
  const notify = (_type: unknown, sent: unknown): Promise<void> => Promise.resolve(void reached.push(sent));
  const ask = (_type: unknown, sent: unknown): Promise<string> =>
    Promise.resolve(void reached.push(sent)).then(() => 'answer');
  await sendNotification?.('textDocument/didOpen', notify, params);
  const answer = await sendRequest?.('textDocument/hover', params, undefined, ask);
  assert.equal(answer, reached.length === 0 ? null : 'answer');
  return reached;
}

describe('documents that the server sees', () => {
  for (const uri of [
    'file:///w/a.targetgroup.json',
    'untitled:Untitled-1',
    'vscode-vfs://github/o/r/a.targetgroup.json',
    'tmp:/ws/a.targetgroup.json',
  ]) {
    it(`include ${uri}`, async () => {
      assert.deepEqual(await reaching(about(uri)), [about(uri), about(uri)]);
    });
  }

  for (const uri of ['git:/w/a.targetgroup.json?%7B%7D', 'targetgroup-answer:/answer-1.json']) {
    it(`do not include ${uri}`, async () => {
      assert.deepEqual(await reaching(about(uri)), []);
    });
  }

  it('do not hold back what is about no document', async () => {
    for (const params of [undefined, null, {}, { textDocument: null }, { textDocument: { uri: 1 } }, [], 'git:/x']) {
      assert.deepEqual(await reaching(params), [params, params]);
    }
  });
});
