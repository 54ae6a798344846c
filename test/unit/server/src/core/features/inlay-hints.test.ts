import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { documentOf } from '../../../../../support/diagnose';

const hintsOf = (text: string, range?: Range): InlayHint[] => {
  const document = documentOf(text);
  const whole = { start: document.positionAt(0), end: document.positionAt(text.length) };
  return createTargetGroupService().inlayHints(document, range ?? whole);
};
const labelOf = ({ label }: InlayHint) => (typeof label === 'string' ? label : label.map(({ value }) => value).join());

/** The text with each hint in its place, as `‹hint›`. */
function shown(text: string): string {
  const document = documentOf(text);
  return hintsOf(text)
    .map((hint) => ({ at: document.offsetAt(hint.position), label: labelOf(hint) }))
    .sort((a, b) => b.at - a.at)
    .reduce((rest, { at, label }) => `${rest.slice(0, at)}‹${label}›${rest.slice(at)}`, text);
}

describe('inlay hints', () => {
  const texts = [
    '{ "periods": [{ "refCode": "P1", "startDate": "2027-03-01", "endDate": "2027-03-31"‹1 month (31 days)› }] }',
    '{ "periods": [{ "startDate": "2027-03-01T00:00:00Z", "endDate": "2027-03-14T23:59:59Z"‹2 weeks› }] }',
    // Two targets, values beyond the periods, text and number.
    '{ "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": "2027-03-07"‹1 week› }, { "refCode": "Cycle_2", "startDate": "2027-03-08", "endDate": "2027-03-14"‹1 week› }], "targets": [{ "defaultValues": [{ "defaultValue": "1.00"‹Cycle_1 · 1-7 Mar› }, { "defaultValue": 5‹Cycle_2 · 8-14 Mar› }, { "defaultValue": 9 }] }, { "defaultValues": [7‹Cycle_1 · 1-7 Mar›] }] }',
    // Years are said where there is more than one.
    '{ "periods": [{ "refCode": 1, "startDate": "2026-12-25", "endDate": "2026-12-31"‹1 week› }, { "startDate": "2027-01-01", "endDate": "2027-01-03"‹3 days› }], "targets": [{ "defaultValues": [{ "defaultValue": 1‹1 · 25-31 Dec 2026› }, { "defaultValue": 2‹period 2 · 1-3 Jan 2027› }] }] }',
    // What cannot be told is not.
    '{ "periods": [{ "refCode": "a", "startDate": "2027-03-08", "endDate": "2027-03-01" }, { "refCode": "b", "endDate": "soon" }, 5], "targets": [{ "defaultValues": [{ "defaultValue": 1‹a› }, {}‹b›, null‹period 3›] }] }',
    '{ "totalPeriods": 3‹1 period›, "periods": [{}] }',
    '{ "totalPeriods": 2, "periods": [{}, {}] }',
    '{ "totalPeriods": 3, "periods": [] }',
    '{ "totalPeriods": "3", "periods": [{}] }',
    // The value that other readers of JSON see is the last.
    '{ "periods": [], "periods": [{ "startDate": "2027-03-01", "endDate": "2027-03-01"‹1 day› }] }',
    // Half typed.
    '{ "periods": [{ "refCode": "a" }], "targets": [{ "defaultValues": [{ "defaultValue": 1‹a›',
    '{ "periods": { "refCode": "a" }, "targets": 5 }',
    '[{}]',
    '',
  ];
  for (const marked of texts) {
    it(marked || 'an empty text', () => {
      assert.equal(shown(marked.replace(/‹[^›]*›/g, '')), marked);
    });
  }

  it('lead to the period', () => {
    const text = '{ "periods": [{ "refCode": "a" }], "targets": [{ "defaultValues": [{ "defaultValue": 1 }] }] }';
    const [hint] = hintsOf(text);
    assert.ok(hint && typeof hint.label !== 'string');
    const [part] = hint.label;
    assert.equal(part?.location && documentOf(text).getText(part.location.range), '"a"');
    assert.ok(hint.paddingLeft);
  });

  it('are those of the range alone', () => {
    const text = `{ "periods": [\n${'{ "startDate": "2027-03-01", "endDate": "2027-03-01" },\n'.repeat(2_000)}] }`;
    const hints = hintsOf(text, { start: { line: 500, character: 0 }, end: { line: 509, character: 99 } });
    assert.deepEqual(
      hints.map(({ position }) => position.line).sort(),
      [500, 501, 502, 503, 504, 505, 506, 507, 508, 509],
    );
  });

  it('show a name on one line, without what cannot be seen, and not too long', () => {
    const code = `a\\n\\u202eb${'c'.repeat(100)}`;
    const text = `{ "periods": [{ "refCode": "${code}" }], "targets": [{ "defaultValues": [{ "defaultValue": 1 }] }] }`;
    assert.match(labelOf(hintsOf(text)[0] ?? assert.fail('no hint')), /^a bc{50,58}…$/);
  });
});
