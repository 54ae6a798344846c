import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSubmitLock, type SubmitLock } from '../../../../../../server/src/api/index';
import { createMemoryFiles } from '../../../../../support/memory-files';
import { runs } from '../../../../../support/runs';

describe('the lock of a submit', () => {
  let now: number;
  let files: ReturnType<typeof createMemoryFiles>;
  let count: number;

  const process = (): SubmitLock =>
    createSubmitLock({
      files,
      now: () => now,
      pid: 7,
      newToken: () => `token ${++count}`,
      staleAfterMilliseconds: () => 120_000,
    });

  beforeEach(() => {
    now = 1_000_000;
    files = createMemoryFiles();
    count = 0;
  });

  it('is taken by one, until it is released', async () => {
    const release = await process().acquire(['content', 'name']);
    assert.ok(release);
    assert.equal(await process().acquire(['content']), undefined);
    assert.equal(await process().acquire(['name']), undefined);
    assert.equal(await process().isHeld(['name']), true);
    await release();
    assert.equal(await process().isHeld(['name']), false);
    assert.ok(await process().acquire(['name']));
  });

  it('keeps nothing when one of the keys is taken', async () => {
    assert.ok(await process().acquire(['b']));
    assert.equal(await process().acquire(['a', 'b', 'c']), undefined);
    assert.ok(await process().acquire(['a', 'c']));
  });

  it('names its process and its time, and no key', async () => {
    await process().acquire(['https://api.example content abc']);
    const [name, text = ''] = [...files.texts][0] ?? [];
    assert.match(name ?? '', /^[0-9a-f]{32}\.lock$/);
    assert.deepEqual(JSON.parse(text), { pid: 7, place: '', time: 1_000_000, lasts: 120_000, token: 'token 1' });
  });

  it('is anybody’s a minute after the longest submit, and not before', async () => {
    const old = await process().acquire(['name']);
    now += 120_000;
    assert.equal(await process().acquire(['name']), undefined);
    now += 1;
    assert.equal(await process().isHeld(['name']), false);
    const fresh = await process().acquire(['name']);
    assert.ok(fresh);
    await old?.();
    assert.equal(await process().isHeld(['name']), true, 'the late one took the lock of another away');
  });

  it('is stale with a clock that was turned back, too', async () => {
    await process().acquire(['name']);
    now -= 120_001;
    assert.ok(await process().acquire(['name']));
  });

  it('is anybody’s when nothing is in it: whoever is there wrote a whole file', async () => {
    const [file = ''] = [...(await named('name'))];
    for (const text of ['', '{', '{"token":"x"}']) {
      files = createMemoryFiles();
      await files.create(file, text);
      assert.equal(await process().isHeld(['name']), false);
      assert.ok(await process().acquire(['name']), text);
    }
  });

  it('lasts as long as its owner said, not as long as the one who asks would', async () => {
    await process().acquire(['name']);
    now += 100_000;
    const hasty = createSubmitLock({
      files,
      now: () => now,
      pid: 8,
      newToken: () => 'h',
      staleAfterMilliseconds: () => 1,
    });
    assert.equal(await hasty.acquire(['name']), undefined);
  });

  it('of a process that is gone is anybody’s at once, where its number means something', async () => {
    const lockAt = (pid: number, place: string): SubmitLock =>
      createSubmitLock({
        ...{ files, pid, place, now: () => now, newToken: () => `t${pid}` },
        isGone: () => true,
        staleAfterMilliseconds: () => 120_000,
      });
    await lockAt(1, 'machine a').acquire(['name']);
    assert.equal(await lockAt(2, 'machine b').acquire(['name']), undefined);
    assert.equal(await lockAt(2, '').acquire(['name']), undefined);
    assert.ok(await lockAt(2, 'machine a').acquire(['name']));
  });

  it('keeps nothing when the medium fails at the second key', async () => {
    const own = files;
    let count = 0;
    files = {
      ...own,
      texts: own.texts,
      create: (...args) => (++count === 2 ? Promise.reject(new Error('full')) : own.create(...args)),
    };
    await assert.rejects(process().acquire(['a', 'b']), /full/);
    assert.deepEqual([...own.texts], []);
  });

  it('never lets two through, however their steps fall', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, isStale) => {
        files = createMemoryFiles();
        const own = files;
        if (isStale) {
          await process().acquire(['name']);
          now += 200_000;
        }
        files = { ...own, texts: own.texts };
        for (const step of ['create', 'read', 'remove'] as const) {
          Object.assign(files, { [step]: scheduler.scheduleFunction(own[step] as () => Promise<unknown>) });
        }
        const asked = Array.from({ length: 4 }, () => process().acquire(['name']));
        const got = (await scheduler.waitFor(Promise.all(asked))).filter((release) => release !== undefined);
        assert.ok(got.length <= 1, `${got.length} got it`);
      }),
      { numRuns: runs(60) },
    );
  });

  async function named(key: string): Promise<Iterable<string>> {
    await process().acquire([key]);
    return files.texts.keys();
  }
});
