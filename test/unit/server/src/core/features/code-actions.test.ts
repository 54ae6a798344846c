import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Diagnostic } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { documentOf } from '../../../../../support/diagnose';

const service = createTargetGroupService();
const at = { line: 0, character: 0 };
const beginning = { start: at, end: at };
const rcPlace = { uri: 'file:///.targetgrouprc.json', text: undefined };

function titles(text: string, diagnostics: readonly Diagnostic[] = []): string[] {
  return service.codeActions(documentOf(text), beginning, diagnostics, { rcPlace }).map(({ title }) => title);
}

describe('code actions', () => {
  it('turn a rule off once, however many of its findings are there', () => {
    const all = titles('{ "name": "A", "trackingType": "DEFAULT" }');
    assert.ok(all.filter((title) => title.startsWith('Insert ')).length > 2, all.join());
    assert.equal(all.filter((title) => title === 'Turn documented-required off in .targetgrouprc.json').length, 1);
  });

  describe('of a byte order mark', () => {
    const off = 'Turn byte-order-mark off in .targetgrouprc.json';
    const shown = service.byteOrderMark('file:///a.targetgroup.json');

    it('mend it where the text holds it', () => {
      const all = titles('\uFEFF{ "name": "A" }', shown);
      assert.equal(all.filter((title) => title === 'Remove the byte order mark').length, 1);
      assert.equal(all.filter((title) => title === off).length, 1);
    });

    it('only turn the rule off where the editor keeps it out of the text and says so', () => {
      assert.equal(titles('{ "name": "A" }', shown).filter((title) => title === off).length, 1);
      assert.ok(!titles('{ "name": "A" }', shown).includes('Remove the byte order mark'));
      assert.ok(!titles('{ "name": "A" }').includes(off));
    });
  });

  it('have the finding of a mark that the editor keeps at the level that is set', () => {
    const of = (level: 'error' | 'off') =>
      service.byteOrderMark('file:///a', { levels: { 'byte-order-mark': level } }).map(({ severity }) => severity);
    assert.deepEqual(
      service.byteOrderMark('file:///a').map(({ code, severity, range }) => [code, severity, range]),
      [['byte-order-mark', 2, { start: at, end: { line: 0, character: 1 } }]],
    );
    assert.deepEqual([of('error'), of('off')], [[1], []]);
  });
});
