import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { timeZones } from '../../../../../../server/src/core/periods/time-zones';

describe('time zones', () => {
  it('hold every zone that the runtime lists, and only names that it knows', () => {
    const known = new Set(timeZones);
    assert.equal(known.size, timeZones.length);
    assert.deepEqual(
      Intl.supportedValuesOf('timeZone').filter((name) => !known.has(name)),
      [],
    );
    for (const timeZone of timeZones) assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone }), timeZone);
    assert.ok(timeZones.length >= 597, String(timeZones.length));
  });

  it('hold the old name beside the new one', () => {
    const pairs = [
      ['Asia/Kolkata', 'Asia/Calcutta'],
      ['Europe/Kyiv', 'Europe/Kiev'],
      ['America/Argentina/Buenos_Aires', 'America/Buenos_Aires'],
      ['Etc/UTC', 'UTC'],
      ['America/Nuuk', 'America/Godthab'],
    ];
    assert.deepEqual(
      pairs.flat().filter((name) => !timeZones.includes(name)),
      [],
    );
  });
});
