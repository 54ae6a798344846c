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
    assert.deepEqual(JSON.parse(text), { pid: 7, time: 1_000_000, token: 'token 1' });
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

  it('counts what cannot be read as held', async () => {
    const [file = ''] = [...(await named('name'))];
    files = createMemoryFiles();
    await files.create(file, '{');
    assert.equal(await process().acquire(['name']), undefined);
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
