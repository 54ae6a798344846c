import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createTargetGroupService } from '../../server/src/core/index';
import { dayText } from '../support/corpus/calendar';
import { group, list, object, period, target, values, type Members } from '../support/definition-text';
import { documentOf } from '../support/diagnose';

const many = 20_000;
const each = (make: (index: number) => string): string =>
  list(...Array.from({ length: many }, (_, index) => make(index)));
const periods = (members: (index: number) => Members) =>
  each((index) => period({ refCode: `"${index}"`, ...members(index) }));
const targets = (members: (index: number) => Members) =>
  each((index) => target({ name: `"${index}"`, ...members(index) }));
const unified = { trackingType: '"UNIFIED"', combinationType: '"ALL"' };
const on = (day: number) => `"${dayText(day)}"`;

/** Texts of thousands of parts, and the codes among the first that are listed; whatever is quadratic never comes to an end here. */
const texts: Readonly<Record<string, readonly [text: string, codes: readonly string[]]>> = {
  'periods, one behind the other': [
    group({
      totalPeriods: String(many),
      periods: periods((index) => ({ startDate: on(index), endDate: on(index) })),
      targets: '[]',
    }),
    ['cycle-limit'],
  ],
  'periods, one inside the other': [
    group({
      totalPeriods: String(many),
      periods: periods((index) => ({ startDate: on(index), endDate: on(80_000 - index) })),
      targets: '[]',
    }),
    ['cycle-limit', 'periods-overlap'],
  ],
  'periods of equal codes': [
    group({
      totalPeriods: String(many),
      periods: periods((index) => ({ refCode: '"a"', startDate: on(index), endDate: on(index) })),
      targets: '[]',
    }),
    ['cycle-limit', 'ref-code-duplicate'],
  ],
  'periods of wrong types': [
    group({
      totalPeriods: String(many),
      periods: periods(() => ({ startDate: '5', active: '"true"' })),
      targets: '[]',
    }),
    ['schema-type'],
  ],
  'periods that are null': [
    group({ periods: each(() => 'null'), totalPeriods: String(many), targets: '[]' }),
    ['schema-type'],
  ],
  'periods with a comma too many': [
    group({ periods: each(() => '{ "refCode": "a",}'), totalPeriods: String(many), targets: '[]' }),
    ['json-trailing-comma'],
  ],
  targets: [group({ ...unified, targets: targets(() => ({})) }), []],
  'targets of one name': [group({ ...unified, targets: targets(() => ({ name: '"a"' })) }), ['name-duplicate']],
  'targets with labels': [group({ ...unified, targets: targets(() => ({ targetType: '"Sales"' })) }), ['enum-label']],
  'targets with trees that are none': [
    group({ ...unified, targets: targets(() => ({ expressionJson: '"{}"' })) }),
    ['expression-json-shape'],
  ],
  values: [
    group({ targets: list(target({ defaultValues: values(...Array.from({ length: many }, () => '"x"')) })) }),
    ['default-value-number', 'default-values-count'],
  ],
  levels: [
    group({
      trackingType: '"STREAKS"',
      streaks: each((index) => object({ name: '"a"', targetCountOfSequence: String(many - index) })),
    }),
    ['streak-levels'],
  ],
  'keys that nobody knows': [
    group(Object.fromEntries(Array.from({ length: many }, (_, index) => [`descriptio${index}`, '1']))),
    ['unknown-property'],
  ],
  'one key, again and again': [
    group({ name: `"a"${', "name": "a"'.repeat(many)}`.replace(/, $/, '') }),
    ['duplicate-key'],
  ],
};

describe(`${many} of something`, function () {
  // Generous: it is about ending at all.
  this.timeout(120_000);
  for (const [what, [text, codes]] of Object.entries(texts)) {
    it(`${what}: everything that is asked is answered`, () => {
      const service = createTargetGroupService();
      const document = documentOf(text);
      const found = service.diagnose(document);
      const told = new Set(found.map(({ code }) => String(code)));
      told.delete('file-limit');
      assert.deepEqual([...told].sort(), codes);
      const middle = document.positionAt(text.length / 2);
      const all = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
      service.codeActions(document, all, found);
      const mended = TextDocument.applyEdits(document, service.fixAll(document));
      assert.deepEqual(createTargetGroupService().fixAll(documentOf(mended)), []);
      service.complete(document, middle, { snippets: true });
      service.hover(document, middle);
      service.symbols(document);
      service.preview(document);
      service.prepareSubmission(document);
      service.format(document, { tabSize: 2, insertSpaces: true });
    });
  }
});
