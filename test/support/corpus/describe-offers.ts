import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DiagnosticSeverity, type CompletionItem } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../../server/src/core/index';
import { acceptedBodies } from '../accepted-bodies';
import { afterItem } from '../complete';
import { diagnose, documentOf } from '../diagnose';
import { examples } from '../examples';

/** Findings that the structure brings: no completion may add one of them, nor any error. */
const structural =
  /^(json-|schema-|duplicate-key|documented-required|unknown-property|server-field|integer-precision|enum-label)/;

/** How often a text has each of these, and each error. */
export function structureOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code, severity } of diagnose(text)) {
    const name = String(code);
    if (structural.test(name) || severity === DiagnosticSeverity.Error) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** A group of kind CAPPING leaves out what the other kinds need: there the choice of another kind says what is missing. */
export const isOfKind = (code: string, before: string, after: string): boolean =>
  code === 'documented-required' && before.includes('"CAPPING"') && !after.includes('"CAPPING"');

/** What an item does, between what: the same in another of many alike places shows nothing new. */
function toDeed(text: string, offset: number, { textEdit, additionalTextEdits }: CompletionItem): string {
  const before = text.slice(Math.max(0, offset - 200), offset);
  const key = /"(\w+)"\s*:[^":]*$/.exec(before)?.[1];
  const [previous, next] = [
    before.trimEnd().slice(-1),
    text
      .slice(offset, offset + 200)
      .trimStart()
      .slice(0, 1),
  ];
  return JSON.stringify([textEdit?.newText, additionalTextEdits?.map(({ newText }) => newText), key, previous, next]);
}

/** At both ends of each token and run of blanks, and one character into a text: between these, nothing changes. */
const isEdge = (text: string, offset: number): boolean =>
  text[offset - 2] === '"' || !/\w\w|\s\s/.test(text.slice(offset - 1, offset + 1));

/**
 * Takes the completions at every such position of a text, each in a place of its kind once, and of these every n-th.
 * @returns how many there were to take.
 */
function takeAll(text: string, snippets: boolean, every: number): number {
  const service = createTargetGroupService();
  const document = documentOf(text);
  const before = structureOf(text);
  const seen = new Set<string>();
  for (let offset = 0; offset <= text.length; offset++) {
    if (!isEdge(text, offset)) continue;
    for (const item of service.complete(document, document.positionAt(offset), { snippets }).items) {
      const deed = toDeed(text, offset, item);
      if (seen.has(deed)) continue;
      seen.add(deed);
      if (seen.size % every !== 0) continue;
      const after = afterItem(text, item, snippets);
      for (const [code, count] of structureOf(after))
        assert.ok(
          isOfKind(code, text, after) || count <= (before.get(code) ?? 0),
          `${item.label} at ${offset} brings ${code}:\n${after}`,
        );
    }
  }
  return seen.size;
}

/** The tests of every n-th completion that is offered in the accepted bodies. */
export function describeOffers({ every }: { readonly every: number }): void {
  describe(`agreement: what completion offers is accepted, one in ${every}`, function () {
    this.timeout(60_000);
    for (const { name, text } of [...acceptedBodies, ...examples]) {
      it(`at every position of ${name}`, () => {
        assert.ok(takeAll(text, true, every) > 100);
      });
    }

    it('on one line, as plain text', () => {
      const { text } = acceptedBodies[0] ?? { text: '' };
      assert.ok(takeAll(JSON.stringify(JSON.parse(text)), false, every) > 100);
    });
  });
}
