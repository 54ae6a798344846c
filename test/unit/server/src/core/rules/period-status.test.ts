import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, period } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'period-status';
const make = (periodStatus: string | undefined) => group({ periods: list(period({ periodStatus })) });

describe('period-status', () => {
  table({
    'reports UPCOMING': make(`«${code}:"UPCOMING"»`),
    'reports LIVE': make(`«${code}:"LIVE"»`),
    'is silent about RUNNING': make('"RUNNING"'),
    'is silent about NOT_STARTED': make('"NOT_STARTED"'),
    'is silent about ENDED': make('"ENDED"'),
    'reads labels': make(`«enum-label:«${code}:"Upcoming"»»`),
    'leaves other texts to schema-enum': make('«schema-enum:"PAUSED"»'),
    'leaves a wrong type to schema-type': make('«schema-type:1»'),
    'is silent about null': make('null'),
    'is silent where it is absent': make(undefined),
    'is silent about activePeriod': group({ activePeriod: '{ "periodStatus": "LIVE" }' }),
    'is silent while it is half typed': '{ "name": "Spring", "periods": [{ "periodStatus": «json-syntax:"LIVE» }] }',
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "periods": [{ "periodStatus": «${code}:"LIVE"» }] }`,
  });

  it('is a hint that names what answers hold instead', () => {
    const [finding] = expectDiagnostics(make(`«${code}:"UPCOMING"»`));
    assert.equal(finding?.severity, 4);
    assert.equal(
      finding.message,
      'periodStatus is UPCOMING; the API works it out from the dates, and calls this NOT_STARTED.',
    );
    assert.match(JSON.stringify(expectDiagnostics(make(`«${code}:"LIVE"»`))[0]?.message), /calls this RUNNING/);
  });

  it('removes it', () => {
    assert.deepEqual(expectFixes(make('"LIVE"'), code, ['Remove periodStatus']), [make(undefined)]);
  });
});
