import assert from 'node:assert/strict';
import { failuresIn, runTests, type TestRun } from '../support/run-tests';

/** East of UTC by a half hour, west of it, behind a day that it left out in 2011, and none at all. */
const zones = ['Asia/Kolkata', 'America/Los_Angeles', 'Pacific/Apia', 'UTC'];

/** Whatever reads, compares, moves or shows a day. */
const tests = [
  'test/unit/server/src/core/periods/*.test.ts',
  'test/unit/server/src/core/rules/{date,period,periods,group-dates,time}*.test.ts',
  'test/unit/server/src/core/features/preview.test.ts',
  'test/unit/client/src/webview/**/*.test.ts',
  'test/contract/accepted-findings.test.ts',
  'test/contract/golden-fixes.test.ts',
];

describe('dates', () => {
  const runs = new Map<string, Promise<TestRun>>();
  before(() => {
    for (const zone of zones) runs.set(zone, runTests(tests, { TZ: zone }));
  });

  for (const zone of zones) {
    it(`are the same in ${zone}`, async function () {
      this.timeout(120_000);
      const run = (await runs.get(zone)) ?? assert.fail();
      assert.deepEqual(failuresIn(run), []);
      assert.ok(run.stats.passes > 300, String(run.stats.passes));
    });
  }

  it('would not be, had the zone no effect', () => {
    // The runtime knows the zones, so the variable above does something.
    const offsets = zones.map((timeZone) =>
      new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(0),
    );
    assert.equal(new Set(offsets).size, zones.length);
  });
});
