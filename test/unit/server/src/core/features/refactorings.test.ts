import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { group, list, period, target, values } from '../../../../../support/definition-text';
import { diagnose, documentOf } from '../../../../../support/diagnose';
import { readMarkers } from '../../../../../support/markers';

function offered(marked: string): { readonly titles: string[]; readonly texts: string[] } {
  const { text, cursor = 0 } = readMarkers(marked);
  const document = documentOf(text);
  const position = document.positionAt(cursor);
  const actions = createTargetGroupService().refactorings(document, { start: position, end: position });
  return {
    titles: actions.map(({ title }) => title),
    texts: actions.map(({ kind, edit }) => {
      assert.equal(kind, 'refactor.rewrite');
      return TextDocument.applyEdits(document, edit?.changes?.[document.uri] ?? []);
    }),
  };
}

describe('refactorings', () => {
  const unsorted = group({
    totalPeriods: '3',
    periods: list(
      period({ refCode: '"B"', startDate: '"2027-04-01"', endDate: '"2027-04-30"' }),
      period({ refCode: '"A"' }),
      period({ refCode: '"C"', startDate: '"2027-05-01"', endDate: '"2027-05-31"' }),
    ),
    targets: list(target({ defaultValues: values('1', '2', '3') })),
  });

  const places: readonly [key: string, titles: string[]][] = [
    ['"name"', []],
    ['"trackingType"', ['Make it a unified group']],
    ['"totalPeriods"', ['Add the next period']],
    ['"frequencyType"', ['Add the next period']],
    ['"refCode"', ['Add the next period', 'Sort the periods by their days, with their values']],
    ['"targets"', ['Make it a unified group']],
  ];
  for (const [key, titles] of places) {
    it(`at ${key}`, () => {
      const marked = unsorted.replace(key, `¦${key}`);
      assert.deepEqual(offered(marked).titles, titles);
      for (const text of offered(marked).texts)
        assert.deepEqual(
          diagnose(text).filter(({ severity = 4 }) => severity < 3),
          [],
          text,
        );
    });
  }

  it('give the values that are missing', () => {
    const marked = group({ targets: list(target({ defaultValues: '¦[]' })) });
    assert.ok(offered(marked).titles.includes('Give each target one value per period'));
  });

  it('are none in broken text, behind the definition, and in a long one', () => {
    assert.deepEqual(offered('{"name": "x", "targets": ¦[').titles, []);
    assert.deepEqual(offered(`${group()} ¦`).titles, []);
    assert.deepEqual(offered('¦').titles, []);
    assert.deepEqual(offered(`${group({ trackingType: '¦"DEFAULT"' })}${' '.repeat(500_000)}`).titles, []);
  });
});
