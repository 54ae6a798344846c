import assert from 'node:assert/strict';
import { loseInterrupted } from '../../../../../../../client/src/extension/features/submissions/interrupted';
import { lockKeys, type SubmissionRecord } from '../../../../../../../server/src/api/index';
import { createMemoryFiles } from '../../../../../../support/memory-files';
import { createMemoryStore } from '../../../../../../support/memory-store';

const recordOf = (id: string, name: string): Omit<SubmissionRecord, 'verdict'> => ({
  id,
  time: '2026-11-23T10:00:00.000Z',
  environment: 'Test',
  origin: 'https://api.example',
  host: 'api.example',
  name,
  hash: id.repeat(8),
  file: 'file:///a',
  startedAt: '2026-11-23T10:00:00.000Z',
  parts: {},
  ids: [],
});

describe('submits that were interrupted', () => {
  it('become unknown, but for those that are under way elsewhere or have a verdict', async () => {
    const files = createMemoryFiles();
    const store = createMemoryStore(files);
    for (const id of ['a', 'b', 'c']) await store.ledger.open(recordOf(id, `group ${id}`));
    await store.ledger.close('c', { kind: 'created', id: '7', answer: undefined, isReconciled: false });
    await createMemoryStore(files).lock.acquire(lockKeys(recordOf('b', 'group b')));
    assert.deepEqual(
      (await loseInterrupted(store)).map(({ id, verdict }) => [id, verdict]),
      [['a', 'unknown']],
    );
    const verdicts = (await store.ledger.records()).map(({ id, verdict }) => `${id} ${verdict}`).sort();
    assert.deepEqual(verdicts, ['a unknown', 'b pending', 'c created']);
    assert.deepEqual(await loseInterrupted(store), []);
  });
});
