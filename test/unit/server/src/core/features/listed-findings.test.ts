import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Diagnostic } from 'vscode-languageserver-types';
import { createTargetGroupService, type Levels, limits } from '../../../../../../server/src/core/index';
import { group } from '../../../../../support/definition-text';
import { documentOf } from '../../../../../support/diagnose';

const service = createTargetGroupService();
const members = (from: number, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`unknown${from + index}`, '1']));
/** So many warnings, an error behind the last of them. */
const textOf = (warnings: number) => group({ ...members(0, warnings), active: '"yes"' });
const diagnose = (warnings: number, levels: Levels = {}) => service.diagnose(documentOf(textOf(warnings)), { levels });
const count = (all: readonly Diagnostic[], code: string) => all.filter((one) => one.code === code).length;
const lines = (all: readonly Diagnostic[]) => all.map(({ range }) => range.start.line * 1e6 + range.start.character);

describe('the findings that are listed', () => {
  it('are all up to the limit', () => {
    const all = diagnose(limits.findings - 1);
    assert.equal(all.length, limits.findings);
    assert.equal(count(all, 'file-limit'), 0);
  });

  it('are no more than the limit, with one at the beginning that names how many are left out', () => {
    const all = diagnose(limits.findings);
    assert.equal(all.length, limits.findings);
    const [line] = all;
    assert.equal(line?.code, 'file-limit');
    assert.equal(line.severity, 3);
    assert.deepEqual(line.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } });
    assert.equal(
      line.message,
      'The file has 1001 findings, of which 999 are listed, the gravest first: 2 are left out.',
    );
  });

  it('hold the errors, wherever they are, and stay in the order of the text', () => {
    const all = diagnose(3 * limits.findings);
    assert.equal(count(all, 'schema-type'), 1);
    assert.equal(count(all, 'unknown-property'), limits.findings - 2);
    assert.equal(all.at(-1)?.code, 'schema-type');
    assert.deepEqual(
      lines(all),
      lines(all).sort((a, b) => a - b),
    );
  });

  it('hold what refuses a submit, though its rule was lowered', () => {
    const all = diagnose(2 * limits.findings, { 'schema-type': 'hint' });
    const [kept] = all.filter(({ code }) => code === 'schema-type');
    assert.equal(kept?.severity, 4);
  });

  it('prefer warnings to hints', () => {
    const text = group({ ...members(0, limits.findings), ...{ id: '1', attribution: '{}' } });
    const all = service.diagnose(documentOf(text), {
      levels: { 'unknown-property': 'hint', 'server-field': 'warning' },
    });
    assert.equal(count(all, 'server-field'), 2);
    assert.equal(all.length, limits.findings);
  });

  it('do not count those that are switched off', () => {
    const all = diagnose(5 * limits.findings, { 'unknown-property': 'off' });
    assert.deepEqual(
      all.map(({ code }) => code),
      ['schema-type'],
    );
  });

  it('say nothing of the limit where that rule is switched off, and are no more than before', () => {
    const all = diagnose(5 * limits.findings, { 'file-limit': 'off' });
    assert.equal(count(all, 'file-limit'), 0);
    assert.equal(all.length, limits.findings - 1);
  });

  it('are only a list: a submit is refused by every error, and by none for the length of the list', () => {
    const errors = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`a${index}`, '1']));
    const levels: Levels = { 'unknown-property': 'error' };
    const many = documentOf(group({ ...members(0, 2 * limits.findings), ...errors }));
    assert.equal(service.prepareSubmission(many, { levels }).blocking.length, 2 * limits.findings + 9);
    assert.deepEqual(service.prepareSubmission(many).blocking, []);
  });
});
