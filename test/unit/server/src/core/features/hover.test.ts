import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { MarkupContent } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { documentOf } from '../../../../../support/diagnose';
import { readMarkers } from '../../../../../support/markers';

/** What is shown at `¦`: the text it is about, and the Markdown; undefined where nothing is. */
function hoverAt(marked: string): { about: string; markdown: string } | undefined {
  const { text, cursor = 0 } = readMarkers(marked);
  const document = documentOf(text);
  const hover = createTargetGroupService().hover(document, document.positionAt(cursor));
  if (!hover) return undefined;
  const { kind, value } = hover.contents as MarkupContent;
  assert.equal(kind, 'markdown');
  return { about: document.getText(hover.range), markdown: value };
}

describe('hover', () => {
  const shown: [marked: string, about: string, words: RegExp][] = [
    ['{"tracking¦Type": "DEFAULT"}', '"trackingType"', /^\*\*Tracking type\*\* · `trackingType` · text/],
    ['{¦"trackingType": "DEFAULT"}', '"trackingType"', /What kind of milestone/],
    ['{"trackingType"¦: "DEFAULT"}', '"trackingType"', /Required by the documentation/],
    ['{"trackingType": "UNI¦FIED"}', '"UNIFIED"', /^`"?UNIFIED"?`: Several targets[^]*---[^]*\*\*Tracking type\*\*/],
    ['{"trackingType": "no¦ne"}', '"none"', /^\*\*Tracking type\*\*/],
    ['{"name": "Spr¦ing"}', '"Spring"', /^\*\*Group name\*\* · `name` · text[^]*At most 200 characters\./],
    ['{"active": tr¦ue}', 'true', /true or false[^]*Default: `true`\./],
    ['{"totalPeriods": 1¦2}', '12', /whole number[^]*At least 0\.[^]*Examples: `1`, `4`, `12`\./],
    ['{"orgId": 5¦}', '5', /Given by the API; not part of a create body\./],
    ['{"periods": [{"refC¦ode": "A"}]}', '"refCode"', /^\*\*.*\*\* · `refCode` · text or number/],
    ['{"targets": [{"filters": [{"entityType": "STO¦RE"}]}]}', '"STORE"', /Single stores/],
    [
      '{"targets": [{"extendedFieldInfo": {"aggregateWindow": {"window¦Type": "MAX"}}}]}',
      '"windowType"',
      /`windowType`/,
    ],
    ['{"targets": [{"na¦me": "x"}]}', '"name"', /^\*\*Target name\*\*/],
    // Half typed.
    ['{"trackingTy¦pe"', '"trackingType"', /Tracking type/],
    ['{"trackingType¦', '"trackingType', /Tracking type/],
    ['{tracking¦Type: "DEFAULT"}', 'trackingType', /Tracking type/],
    ['{"name": "x" "trackingType": "UNI¦FIED"', '"UNIFIED"', /Several targets/],
    // The key is said again on what stands inside a list or an object only where it is a plain value.
    ['{"periods": [{"startDate": "2027-01-0¦1"}]}', '"2027-01-01"', /First day/],
  ];
  for (const [marked, about, words] of shown) {
    it(marked, () => {
      const hover = hoverAt(marked);
      assert.equal(hover?.about, about);
      assert.match(hover.markdown, words);
    });
  }

  const silent = [
    ...[
      '¦',
      '¦{}',
      '{¦}',
      '{ ¦ }',
      '{"x¦": 1}',
      '{"x": ¦1}',
      '{"name" ¦: "x"}',
      '{"name": ¦ "x"}',
      '{"name": "x" ¦, "active": true}',
    ],
    ...[
      '{"na¦": "x"}',
      '[¦1]',
      '5¦',
      '{} ¦',
      '// na¦me\n{}',
      '{"x": {"name¦": "y"}}',
      '{"attribution": {"id¦": 1}}',
      '{"periods": [[{"refCode¦": 1}]]}',
    ],
  ];
  for (const marked of silent) {
    it(`nothing at ${JSON.stringify(marked)}`, () => {
      assert.equal(hoverAt(marked), undefined);
    });
  }

  it('shows of repeated keys each its own value', () => {
    assert.equal(hoverAt('{"trackingType": "DEF¦AULT", "trackingType": "UNIFIED"}')?.about, '"DEFAULT"');
    assert.equal(hoverAt('{"trackingType": "DEFAULT", "trackingType": "UNI¦FIED"}')?.about, '"UNIFIED"');
  });
});
