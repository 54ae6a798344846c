import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createTargetGroupService } from '../../../server/src/core/index';
import { acceptedBodies } from '../accepted-bodies';
import { afterItem } from '../complete';
import { documentOf } from '../diagnose';
import { examples } from '../examples';
import { isOfKind, structureOf } from './describe-offers';
import { halfTyped, type HalfTyped } from './half-typed';

/** More items of one list (time zones) are of one kind. */
const mostItems = 15;

/**
 * What may be found once the half typed place is made whole: what is found in the whole text and without that place, and of
 * what is no syntax also what was there before.
 */
function allowed(code: string, original: ReadonlyMap<string, number>, { text, without }: HalfTyped): number {
  const texts = code.startsWith('json-') ? [] : [structureOf(without), structureOf(text)];
  return Math.max(...[original, ...texts].map((counts) => counts.get(code) ?? 0));
}

/**
 * Takes what is offered at every n-th half typed place of a text, each item in a place of its kind once.
 * @returns how many items.
 */
function takeHalfTyped(text: string, every: number): number {
  const service = createTargetGroupService();
  const original = structureOf(text);
  const seen = new Set<string>();
  for (const [index, place] of [...halfTyped(text)].entries()) {
    if (index % every !== 0) continue;
    const document = documentOf(place.text);
    const { items } = service.complete(document, document.positionAt(place.cursor), { snippets: true });
    service.release(document.uri);
    for (const item of items.slice(0, mostItems)) {
      const deed = JSON.stringify([place.what, item.textEdit?.newText, item.additionalTextEdits?.length]);
      if (seen.has(deed)) continue;
      seen.add(deed);
      const after = afterItem(place.text, item);
      for (const [code, count] of structureOf(after))
        assert.ok(
          count <= (original.get(code) ?? 0) ||
            count <= allowed(code, original, place) ||
            isOfKind(code, place.without, after),
          `${place.what}: ${item.label} brings ${code}:\n${after}`,
        );
    }
  }
  return seen.size;
}

/** The tests of what is offered where one place is half typed, at every n-th of the places. */
export function describeHalfTyped({ every }: { readonly every: number }): void {
  describe(`agreement: what completion offers makes a half typed place whole, one in ${every}`, function () {
    this.timeout(120_000);
    // Where much is wrong, parts that are read anew may be wrong too.
    for (const { name, text } of [...acceptedBodies, ...examples.filter((each) => each.name !== 'full-of-mistakes')]) {
      it(`in ${name}`, () => {
        assert.ok(takeHalfTyped(text, every) > 300 / every);
      });
    }
  });
}
