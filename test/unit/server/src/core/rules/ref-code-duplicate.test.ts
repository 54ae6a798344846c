import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createModel } from '../../../../../../server/src/core/document/model';
import { findingsOf } from '../../../../../../server/src/core/features/findings';
import { group, list, period } from '../../../../../support/definition-text';
import { documentOf, expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

/** Periods of a month each with these codes. */
const coded = (...codes: string[]) =>
  group({
    totalPeriods: String(codes.length),
    targets: '[]',
    periods: list(
      ...codes.map((refCode, index) =>
        period({
          refCode,
          startDate: `"${String(1 + (index % 9998)).padStart(4, '0')}-03-01"`,
          endDate: `"${String(1 + (index % 9998)).padStart(4, '0')}-03-31"`,
        }),
      ),
    ),
  });
const code = 'ref-code-duplicate';

describe('ref-code-duplicate', () => {
  table({
    'reports the later one': coded('"A"', `«${code}:"A"»`),
    'reports every repetition': coded('"A"', `«${code}:"A"»`, `«${code}:"A"»`),
    'compares a number with its text': coded('5', `«${code}:"5"»`),
    'compares two numbers': coded('5', `«${code}:5»`),
    'reads escapes': coded('"A"', `«${code}:"\\u0041"»`),
    'tells upper and lower case apart': coded('"A"', '"a"'),
    'tells blanks apart': coded('"A"', '"A "'),
    'tells numbers apart by their digits': coded('5', '5.0'),
    'tells large numbers apart': coded(
      '«integer-precision:12345678901234567890»',
      '«integer-precision:12345678901234567891»',
    ),
    'reports empty texts': coded('""', `«${code}:""»`),
    'is silent about a wrong type': coded('«schema-type:true»', '«schema-type:true»'),
    'is silent while it is half typed':
      '{ "name": "Spring", "periods": [{ "refCode": "A" }, { "refCode": «json-syntax:"A» }] }',
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "periods": [{ "refCode": "A" }, { "refCode": «${code}:"A"» }] }`,
  });

  it('is silent about codes that are missing', () => {
    const bare = (year: number) =>
      period({ refCode: 'null', startDate: `"${year}-03-01"`, endDate: `"${year}-03-31"` }, '«documented-required:{»');
    expectDiagnostics(group({ totalPeriods: '2', targets: '[]', periods: list(bare(2027), bare(2028)) }));
  });

  it('points at the first', () => {
    const [finding] = expectDiagnostics(coded('"B"', '"A"', `«${code}:"A"»`));
    assert.equal(finding?.message, 'refCode is "A", as that of period 2; each period of a group needs one of its own.');
    assert.equal(finding.severity, 2);
    assert.equal(finding.relatedInformation?.length, 1);
  });

  it('renumbers to the next that is free', () => {
    const fixed = (codes: string[], next: string) => expectFixes(coded(...codes), code, [`Change to ${next}`])[0];
    assert.equal(fixed(['"C_1"', '"C_1"', '"C_2"'], '"C_3"'), coded('"C_1"', '"C_3"', '"C_2"'));
    assert.equal(fixed(['5', '5'], '"6"'), coded('5', '6'));
    assert.equal(fixed(['5', '"5"', '6'], '"7"'), coded('5', '"7"', '6'));
    assert.equal(fixed(['"A"', '"A"'], '"A_2"'), coded('"A"', '"A_2"'));
  });

  it('answers for 2,000 periods of one code', () => {
    const text = coded(...Array.from({ length: 2_000 }, () => '"A"'));
    const findings = findingsOf(createModel(documentOf(text)));
    assert.equal(findings.filter((finding) => finding.code === code).length, 1_999);
  });
});
