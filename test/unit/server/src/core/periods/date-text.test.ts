import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readDateText, utcDayShift } from '../../../../../../server/src/core/periods/date-text';
import { toDayText } from '../../../../../../server/src/core/periods/day';

function read(text: string) {
  const date = readDateText(text);
  assert.ok(date.kind === 'date', `${text} is ${date.kind}`);
  return date;
}

describe('date text', () => {
  const accepted: [string, string, number, number | undefined][] = [
    ['2027-01-31', '2027-01-31', 0, undefined],
    ['2028-02-29', '2028-02-29', 0, undefined],
    ['0001-01-01', '0001-01-01', 0, undefined],
    ['9999-12-31', '9999-12-31', 0, undefined],
    ['2027-01-31T00:00', '2027-01-31', 0, undefined],
    ['2027-01-31T23:59', '2027-01-31', 1439, undefined],
    ['2027-01-31T23:59:59', '2027-01-31', 1439, undefined],
    ['2027-01-31T08:41:00.5', '2027-01-31', 521, undefined],
    ['2027-01-31T08:41:00.123456789', '2027-01-31', 521, undefined],
    ['2027-01-31T08:41Z', '2027-01-31', 521, 0],
    ['2027-01-31T08:41:00.529Z', '2027-01-31', 521, 0],
    ['2027-01-31T00:00+05:30', '2027-01-31', 0, 330],
    ['2027-01-31T00:00:00.000+0530', '2027-01-31', 0, 330],
    ['2027-01-31T00:00:00-03', '2027-01-31', 0, -180],
    ['2027-01-31T00:00:00-23:59', '2027-01-31', 0, -1439],
    ['2027-01-31T00:00:00-00:00', '2027-01-31', 0, 0],
    ['2027-01-31Z', '2027-01-31', 0, 0],
    ['2027-01-31+05:30', '2027-01-31', 0, 330],
  ];
  for (const [text, day, minute, offset] of accepted) {
    it(`reads ${text}`, () => {
      const date = read(text);
      assert.deepEqual({ ...date, day: toDayText(date.day) }, { kind: 'date', day, minute, offset });
    });
  }

  const refused: [string, string][] = [
    ['', 'form'],
    [' ', 'form'],
    ['tomorrow', 'form'],
    ['2027', 'form'],
    ['2027-01', 'form'],
    ['2027-1-31', 'form'],
    ['27-01-31', 'form'],
    ['12027-01-31', 'form'],
    ['+2027-01-31', 'form'],
    ['2027/01/31', 'form'],
    ['31-01-2027', 'form'],
    ['20270131', 'form'],
    [' 2027-01-31', 'form'],
    ['2027-01-31 ', 'form'],
    ['2027-01-31\n', 'form'],
    ['2027-01-31 00:00', 'form'],
    ['2027-01-31t00:00', 'form'],
    ['2027-01-31T', 'form'],
    ['2027-01-31T00', 'form'],
    ['2027-01-31T0:00', 'form'],
    ['2027-01-31T00:00:0', 'form'],
    ['2027-01-31T00:00:00.', 'form'],
    ['2027-01-31T00:00:00,5', 'form'],
    ['2027-01-31T00:00:00.1234567890', 'form'],
    ['2027-01-31T00:00z', 'form'],
    ['2027-01-31T00:00 Z', 'form'],
    ['2027-01-31T00:00+5', 'form'],
    ['2027-01-31T00:00+05:3', 'form'],
    ['2027-01-31T00:00+05:30:00', 'form'],
    ['2027-01-31T00:00+', 'form'],
    ['2027-01-31T00:00[Asia/Kolkata]', 'form'],
    ['٢٠٢٧-01-31', 'form'],
    ['2027-02-30', 'day'],
    ['2027-02-29', 'day'],
    ['2027-04-31T00:00Z', 'day'],
    ['2027-13-01', 'day'],
    ['2027-00-01', 'day'],
    ['2027-01-00', 'day'],
    ['2027-01-32', 'day'],
    ['0000-01-01', 'day'],
    ['2027-01-31T24:00', 'time'],
    ['2027-01-31T24:00:00.000Z', 'time'],
    ['2027-01-31T23:60', 'time'],
    ['2027-01-31T23:59:60Z', 'time'],
    ['2027-01-31T00:00+24:00', 'offset'],
    ['2027-01-31T00:00+05:60', 'offset'],
    ['2027-01-31T00:00-99', 'offset'],
  ];
  for (const [text, kind] of refused) {
    it(`refuses ${JSON.stringify(text)} because of its ${kind}`, () => {
      assert.equal(readDateText(text).kind, kind);
    });
  }

  it('says how many days the month has where only the date is too high', () => {
    assert.deepEqual(readDateText('2027-02-30'), { kind: 'day', days: 28 });
    assert.deepEqual(readDateText('2028-02-30'), { kind: 'day', days: 29 });
    assert.deepEqual(readDateText('2027-13-01'), { kind: 'day', days: 0 });
    assert.deepEqual(readDateText('0000-02-30'), { kind: 'day', days: 0 });
  });

  it('reads back every day that the platform writes', () => {
    const dates = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (utc) => {
        const date = read(utc.toISOString());
        assert.equal(toDayText(date.day), utc.toISOString().slice(0, 10));
        assert.equal(date.minute, utc.getUTCHours() * 60 + utc.getUTCMinutes());
        assert.equal(utcDayShift(date), 0);
      }),
    );
  });

  const shifts: [string, number][] = [
    ['2027-01-31', 0],
    ['2027-01-31T00:00', 0],
    ['2027-01-31T00:00Z', 0],
    ['2027-01-31T05:29:59.999+05:30', -1],
    ['2027-01-31T05:30+05:30', 0],
    ['2027-01-31+00:01', -1],
    ['2027-01-31T23:59-00:01', 1],
    ['2027-01-31T23:58:59-00:01', 0],
    ['2027-01-31T20:59:59-03', 0],
    ['2027-01-31T21:00-03', 1],
    ['0001-01-01T00:00+14:00', -1],
  ];
  for (const [text, shift] of shifts) {
    it(`${text} lies ${shift} days off in UTC`, () => {
      assert.equal(utcDayShift(read(text)), shift);
    });
  }

  it('shifts as the platform does', () => {
    const parts = fc.record({
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      sign: fc.constantFrom('+', '-'),
      offsetHour: fc.integer({ min: 0, max: 23 }),
      offsetMinute: fc.integer({ min: 0, max: 59 }),
    });
    const padded = (value: number) => String(value).padStart(2, '0');
    fc.assert(
      fc.property(parts, ({ hour, minute, sign, offsetHour, offsetMinute }) => {
        const text = `2027-03-15T${padded(hour)}:${padded(minute)}:30${sign}${padded(offsetHour)}:${padded(offsetMinute)}`;
        const written = Date.UTC(2027, 2, 15) / 86_400_000;
        assert.equal(utcDayShift(read(text)), Math.floor(Date.parse(text) / 86_400_000) - written);
      }),
    );
  });

  it('never throws, and reads nothing that does not begin with a day', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = readDateText(text);
        if (date.kind === 'date') assert.ok(text.startsWith(toDayText(date.day)));
      }),
    );
  });
});
