import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { SymbolKind, type DocumentSymbol, type Range } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { acceptedBodies } from '../../../../../support/accepted-bodies';
import { documentOf } from '../../../../../support/diagnose';
import { runs } from '../../../../../support/runs';

const symbolsOf = (text: string) => createTargetGroupService().symbols(documentOf(text));

/** The outline as indented lines: `name · detail`. */
function outline(text: string): string[] {
  const lines = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
    symbols.flatMap(({ name, detail, children = [] }) => [
      `${indent}${name}${detail === undefined ? '' : ` · ${detail}`}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(symbolsOf(text), '');
}

const isBefore = (a: Range['start'], b: Range['start']) =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
const holds = (outer: Range, inner: Range) => isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

function assertSymbols(symbols: readonly DocumentSymbol[], around: Range | undefined): void {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    assert.notEqual(name.trim(), '');
    assert.ok(holds(range, selectionRange), name);
    if (around) assert.ok(holds(around, range), name);
    assertSymbols(children, range);
  }
}

describe('symbols', () => {
  it('name members by their keys, elements by what they carry, with what they are', () => {
    const text = `{
      "name": "Spring", "totalPeriods": 2.0, "preferredTillId": 7998987987686876867, "active": true, "description": null,
      "periods": [{ "refCode": "P1", "startDate": "2027-01-01T00:00:00Z", "endDate": "2027-01-31" }, { "refCode": 5 }, {}],
      "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "filters": [{ "entityType": "STORE", "entityIds": [1, "2"] }],
        "defaultValues": [{ "defaultValue": 1.00 }, { "defaultValue": "2" }] }]
    }`;
    assert.deepEqual(outline(text), [
      'name · Spring',
      'totalPeriods · 2.0',
      'preferredTillId · 7998987987686876867',
      'active · true',
      'description · null',
      'periods · 3',
      '  P1 · 2027-01-01 – 2027-01-31',
      '    refCode · P1',
      '    startDate · 2027-01-01T00:00:00Z',
      '    endDate · 2027-01-31',
      '  5',
      '    refCode · 5',
      '  period 3',
      'targets · 1',
      '  Spend · TRANSACTION · SALES',
      '    name · Spend',
      '    targetEntity · TRANSACTION',
      '    targetType · SALES',
      '    filters · 1',
      '      STORE',
      '        entityType · STORE',
      '        entityIds · 2',
      '          1',
      '          2',
      '    defaultValues · 2',
      '      1.00 · P1 · 1-31 Jan',
      '        defaultValue · 1.00',
      '      2 · 5',
      '        defaultValue · 2',
    ]);
  });

  it('show half-typed text as far as it goes', () => {
    assert.deepEqual(outline('{ "name": "x", "per'), ['name · x', 'per']);
    assert.deepEqual(outline('{ "name": , "periods": [{ "refCode": "A"'), [
      'name',
      'periods · 1',
      '  A',
      '    refCode · A',
    ]);
    assert.deepEqual(outline('{ {} }'), []);
    for (const text of ['', ' ', '5', '"x"', 'null']) assert.deepEqual(outline(text), []);
    assert.deepEqual(outline('[{ "name": "x" }, 5]'), ['x', '  name · x', '5']);
  });

  it('have a name where a key is empty or blank', () => {
    assert.deepEqual(outline('{ "": 1, "  ": { "\\t": 2 }, "\\u2028": 3 }'), [
      '"" · 1',
      '"  "',
      '  "\\t" · 2',
      '"\u2028" · 3',
    ]);
    assert.deepEqual(outline('{ "periods": [{ "refCode": " " }, { "refCode": "" }] }').slice(1, 2), ['  period 1']);
  });

  it('have a kind', () => {
    const kinds = symbolsOf('{ "a": "x", "b": 1, "c": true, "d": null, "e": [], "f": {} }').map(({ kind }) => kind);
    const { String: text, Number: number, Boolean: boolean, Null: nothing, Array: list, Module: object } = SymbolKind;
    assert.deepEqual(kinds, [text, number, boolean, nothing, list, object]);
  });

  it('end at a depth that no definition has', () => {
    const depthOf = (symbols: readonly DocumentSymbol[]): number =>
      Math.max(0, ...symbols.map(({ children = [] }) => 1 + depthOf(children)));
    assert.equal(depthOf(symbolsOf('{"a":'.repeat(100_000))), 32);
  });

  it('lie inside each other and have names, whatever the text', () => {
    const body = fc.constantFrom(...acceptedBodies.map(({ text }) => text));
    const other = fc.constantFrom('{', '}', '[', ']', ':', ',', '"', '\n', '"":1,', '" ":{},', 'x', '');
    fc.assert(
      fc.property(body, fc.nat(), fc.nat({ max: 40 }), other, (text, at, remove, insert) => {
        const offset = at % text.length;
        assertSymbols(symbolsOf(text.slice(0, offset) + insert + text.slice(offset + remove)), undefined);
      }),
      { numRuns: runs(80) },
    );
  });
});
