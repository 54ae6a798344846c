import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createReportService } from '../../../../../../server/src/core/index';

const documentOf = (text: string) => TextDocument.create('file:///a.json', 'targetgroup', 0, text);

function fixed(text: string): string {
  const document = documentOf(text);
  return TextDocument.applyEdits(document, createReportService().fixAll(document));
}

/** The fixes that are offered beside the findings, by the code and what they write. */
function offered(text: string): [string, string][] {
  return createReportService()
    .diagnoseWithFixes(documentOf(text))
    .flatMap(({ diagnostic, fix }) =>
      (fix?.edits ?? []).map(({ newText }): [string, string] => [String(diagnostic.code), newText]),
    );
}

describe('lossless fixes', () => {
  it('leave out what would be wrong, and keep what is right beside it', () => {
    const text = '{"name":"a","active":"true","totalPeriods":"-1","frequency":"2","recurringCycles":"0",}';
    assert.deepEqual(offered(text), [
      ['schema-type', 'true'],
      ['schema-type', '2'],
      ['schema-type', '0'],
      ['json-trailing-comma', ''],
    ]);
    assert.equal(fixed(text), '{"name":"a","active":true,"totalPeriods":"-1","frequency":2,"recurringCycles":0}');
  });

  it('are the same beside text that cannot be read', () => {
    const text = '{"name":"a","active":"true","periods":[{"active":"false",},],"x": @@, "frequency":"2"}';
    assert.equal(fixed(text), '{"name":"a","active":true,"periods":[{"active":false}],"x": @@, "frequency":2}');
  });

  it('are what the quick fixes of the same findings do', () => {
    const text = '{"name":" a ","active":"true","trackingType":"Default","frequency":"2","x":1}';
    const service = createReportService();
    const document = documentOf(text);
    for (const { diagnostic, fix } of service.diagnoseWithFixes(document)) {
      const preferred = service
        .codeActions(document, diagnostic.range, [diagnostic])
        .filter((each) => each.isPreferred);
      const expected = fix ? [[fix.title, fix.edits]] : [];
      const actual = preferred.map((each) => [each.title, each.edit?.changes?.[document.uri]]);
      if (diagnostic.code !== 'unknown-property' && diagnostic.code !== 'documented-required') {
        assert.deepEqual(actual, expected);
      } else assert.equal(fix, undefined);
    }
  });

  it('are many at once without a check of the whole text for each', () => {
    const periods = (active: string, end: string) =>
      Array.from({ length: 1000 }, (_, index) => `{"refCode":"r${index}","active":${active}${end}}`).join(',');
    const bad = `{"name":"a","periods":[${periods('"true"', ',')}]}`;
    assert.equal(fixed(bad), `{"name":"a","periods":[${periods('true', '')}]}`);
  });
});
