import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { root } from '../support/repository';

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

async function runIn(zone: string): Promise<string> {
  const mocha = ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--no-config'];
  const args = [...mocha, '--timeout', '60000', '--reporter', 'json'];
  const options = { cwd: root, env: { ...process.env, TZ: zone } };
  const child = spawn(process.execPath, [...args, ...tests], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return said;
}

describe('dates', () => {
  const runs = new Map<string, Promise<string>>();
  before(() => {
    for (const zone of zones) runs.set(zone, runIn(zone));
  });

  for (const zone of zones) {
    it(`are the same in ${zone}`, async function () {
      this.timeout(120_000);
      const { stats, failures } = JSON.parse((await runs.get(zone)) ?? '') as {
        stats: { passes: number };
        failures: { fullTitle: string; err: { message: string } }[];
      };
      assert.deepEqual(
        failures.map(({ fullTitle, err }) => `${fullTitle}: ${err.message}`),
        [],
      );
      assert.ok(stats.passes > 300, String(stats.passes));
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
