import assert from 'node:assert/strict';
import {
  createDayFormat,
  stretchInWords,
  toDate,
  toDayNumber,
} from '../../../../../../client/src/webview/preview/days';

describe('days', () => {
  const numbers = {
    '1970-01-01': 0,
    '1969-12-31': -1,
    '2024-02-29': 19_782,
    '0001-01-01': -719_162,
    '9999-12-31': 2_932_896,
  };
  for (const [day, number] of Object.entries(numbers)) {
    it(`${day} is number ${number}`, () => {
      assert.equal(toDayNumber(day), number);
      assert.equal(toDate(number).toISOString().slice(0, 10), day);
    });
  }

  it('are written in the language of the editor, and in no time zone but that of the text', () => {
    const day = toDayNumber('2027-10-08');
    const english = createDayFormat('en');
    const words = [english.full(day), english.short(day), english.month(day), english.year(day)];
    assert.deepEqual(words, ['8 Oct 2027', '8 Oct', 'Oct 2027', '2027']);
    assert.equal(createDayFormat('de').full(day), '08.10.2027');
  });

  for (const language of ['', 'x', 'not a language', 'en_US', '"><script>']) {
    it(`are written in English when the language is ${JSON.stringify(language)}`, () => {
      assert.equal(createDayFormat(language).full(0), '1 Jan 1970');
    });
  }

  it('make a stretch, open where a day is not known', () => {
    const words = (startDay?: string, endDay?: string) =>
      stretchInWords({ ...(startDay && { startDay }), ...(endDay && { endDay }) }, createDayFormat('en'));
    assert.equal(words('2027-10-08', '2027-10-11'), '8 Oct 2027 – 11 Oct 2027');
    assert.equal(words('2027-10-08', '2027-10-08'), '8 Oct 2027');
    assert.equal(words(undefined, '2027-09-08'), '… – 8 Sept 2027');
  });
});
