import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'time-zone';
const make = (timeZoneName: string) => group({ timeZoneName });
const marked = (name: string) => make(`«${code}:"${name}"»`);

describe('time-zone', () => {
  table({
    'is silent about Asia/Kolkata': make('"Asia/Kolkata"'),
    'is silent about the old name': make('"Asia/Calcutta"'),
    'is silent about UTC': make('"UTC"'),
    'is silent about three parts': make('"America/Argentina/Buenos_Aires"'),
    'is silent about Etc/GMT+5': make('"Etc/GMT+5"'),
    'reports a misspelt name': marked('Asia/Kolkatta'),
    'reports another case': marked('asia/kolkata'),
    'reports blanks at the ends': marked('Asia/Kolkata '),
    'reports an abbreviation': marked('IST'),
    'reports an offset': marked('+05:30'),
    'reports an empty text': marked(''),
    'reports a name that every object has': marked('constructor'),
    'is silent about null': make('null'),
    'leaves a wrong type to schema-type': make('«schema-type:530»'),
    'is silent while it is half typed': '{ "name": "Spring", "timeZoneName": «json-syntax:"Asia/Kol» }',
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "timeZoneName": «${code}:"Asia/Kol"» }`,
  });

  it('is an information that names the text', () => {
    const [finding] = expectDiagnostics(marked('IST'));
    assert.equal(finding?.severity, 3);
    assert.equal(
      finding.message,
      'timeZoneName is "IST"; a name of the IANA database, such as Asia/Kolkata, is expected.',
    );
  });

  it('offers the nearest name, where one is near', () => {
    const [after] = expectFixes(make('"asia/kolkata"'), code, ['Change to "Asia/Kolkata"']);
    assert.equal(after, make('"Asia/Kolkata"'));
    expectFixes(make('"+05:30"'), code, []);
  });
});
