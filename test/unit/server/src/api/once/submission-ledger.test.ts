import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  createSubmissionLedger,
  fingerprint,
  type SubmissionLedger,
  type SubmissionRecord,
  toIsoTime,
} from '../../../../../../server/src/api/index';
import { createMemoryFiles } from '../../../../../support/memory-files';
import { runs } from '../../../../../support/runs';

const recordOf = (number: number): Omit<SubmissionRecord, 'verdict'> => ({
  id: `id${number}`,
  time: toIsoTime(1_795_000_000_000 + number * 1000),
  environment: 'Test',
  origin: 'https://api.example',
  host: 'api.example',
  name: `group ${number}`,
  hash: 'ab'.repeat(32),
  file: 'file:///a',
  startedAt: '2026-11-23T10:00:00.000Z',
  ...fingerprint('{"name":"x","preferredTillId":7}'),
});

describe('the record of submits', () => {
  let files: ReturnType<typeof createMemoryFiles>;
  let ledger: SubmissionLedger;

  beforeEach(() => {
    files = createMemoryFiles();
    ledger = createSubmissionLedger(files);
  });

  it('has what was written, the latest first', async () => {
    for (const number of [2, 1, 3]) await ledger.open(recordOf(number));
    await ledger.close('id2', { kind: 'created', id: '4711', answer: undefined, isReconciled: true });
    assert.deepEqual(
      (await ledger.records()).map(({ id, verdict, groupId, isReconciled }) => [id, verdict, groupId, isReconciled]),
      [
        ['id3', 'pending', undefined, undefined],
        ['id2', 'created', '4711', true],
        ['id1', 'pending', undefined, undefined],
      ],
    );
  });

  it('forgets what sent nothing', async () => {
    await ledger.open(recordOf(1));
    await ledger.close('id1', { kind: 'cancelled' });
    assert.deepEqual(await ledger.records(), []);
  });

  it('does not change a verdict that is there', async () => {
    await ledger.open(recordOf(1));
    await ledger.close('id1', { kind: 'created', id: '7', answer: undefined, isReconciled: false });
    await ledger.close('id1', { kind: 'unreachable', reason: 'connection-refused', code: undefined });
    assert.equal((await ledger.records())[0]?.verdict, 'created');
  });

  it('writes nothing twice, and closes nothing that is not there', async () => {
    await ledger.open(recordOf(1));
    await assert.rejects(ledger.open(recordOf(1)), /written down already/);
    await ledger.close('other', { kind: 'cancelled' });
    await ledger.lose('other');
    assert.equal((await ledger.records()).length, 1);
  });

  it('keeps the last three hundred', async () => {
    await ledger.open(recordOf(0));
    for (let number = 1; number < 305; number++) {
      await ledger.open(recordOf(number));
      await ledger.close(`id${number}`, { kind: 'unreachable', reason: 'connection-refused', code: undefined });
    }
    const records = await ledger.records();
    // The one whose verdict is open stays.
    assert.deepEqual([records.length, records.at(-2)?.id, records.at(-1)?.id], [301, 'id5', 'id0']);
  });

  it('leaves out what is no record, whatever stands there', async () => {
    await ledger.open(recordOf(1));
    const [name = '', text = ''] = [...files.texts][0] ?? [];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.nat(text.length).map((end) => text.slice(0, end)),
        ),
        async (odd) => {
          await files.replace(name.replace('id1', 'id0'), odd);
          const records = await ledger.records();
          assert.ok(records.some(({ id }) => id === 'id1'));
          for (const { time, verdict } of records) assert.ok(time !== '' && typeof verdict === 'string');
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
