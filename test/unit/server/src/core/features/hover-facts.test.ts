import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { MarkupContent } from 'vscode-languageserver-types';
import { catalogue, createTargetGroupService } from '../../../../../../server/src/core/index';
import { documentedErrorCodes, errorEntry } from '../../../../../../server/src/api/index';
import { watchedFields } from '../../../../../../server/src/generated/watched-fields.generated';
import { documentOf } from '../../../../../support/diagnose';
import { readMarkers } from '../../../../../support/markers';

/** The Markdown at `¦`, on the first of March 2027 where not said otherwise. */
function markdownAt(marked: string, options: { today?: string; rulePage?: string } = {}): string {
  const { today = '2027-03-01', rulePage } = options;
  const { text, cursor = 0 } = readMarkers(marked);
  const document = documentOf(text);
  const service = createTargetGroupService(rulePage === undefined ? {} : { rulePage });
  const hover = service.hover(document, document.positionAt(cursor), today);
  assert.ok(hover, marked);
  return (hover.contents as MarkupContent).value;
}
/** What is said of the value in this file, before the meaning of the field; empty where nothing is. */
const factsAt = (...args: Parameters<typeof markdownAt>) => {
  const [facts = '', ...rest] = markdownAt(...args).split('\n\n---\n\n');
  return rest.length > 0 ? facts : '';
};

describe('hover, of what stands in the file', () => {
  const dates: [marked: string, facts: string][] = [
    [
      '{"periods": [{"startDate": "2027-03-0¦8T23:00:00-05:00"}]}',
      '**Monday, 8 Mar 2027**, in 7 days. The API stores `2027-03-08`.',
    ],
    ['{"fromDate¦": "2027-03-01"}', '**Monday, 1 Mar 2027**, today. The API stores `2027-03-01`.'],
    ['{"toDate": "2027-03-02¦"}', '**Tuesday, 2 Mar 2027**, tomorrow. The API stores `2027-03-02`.'],
    ['{"toDate": "2027-02-28¦"}', '**Sunday, 28 Feb 2027**, yesterday. The API stores `2027-02-28`.'],
    ['{"toDate": "2026-03-01¦"}', '**Sunday, 1 Mar 2026**, 365 days ago. The API stores `2026-03-01`.'],
    ['{"targetCycleEndDate": "2027-03-03T23:59:59Z¦"}', '**Wednesday, 3 Mar 2027**, in 2 days'],
    ['{"toDate": "2027-02-30¦"}', ''],
    ['{"toDate": "2027-03-01¦', ''],
    ['{"toDate": 5¦}', ''],
  ];
  for (const [marked, facts] of dates) {
    it(marked, () => {
      assert.equal(factsAt(marked), facts);
    });
  }

  it('tells no distance where today is not known', () => {
    const { text, cursor = 0 } = readMarkers('{"fromDate": "2027-03-01¦"}');
    const document = documentOf(text);
    const hover = createTargetGroupService().hover(document, document.positionAt(cursor));
    assert.match((hover?.contents as MarkupContent).value, /^\*\*Monday, 1 Mar 2027\*\*\. The API/);
  });

  const group = (values: string) =>
    `{"periods": [{"refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": "2027-03-07"}, {"refCode": 7}], "targets": [{"defaultValues": [${values}]}]}`;
  const owners: [values: string, facts: string][] = [
    ['{"defaultValue": 1¦}, {"defaultValue": 2}', 'Of `Cycle_1`, 1-7 Mar 2027'],
    ['{"defaultValue": 1}, {"default¦Value": "2"}', 'Of `7`'],
    ['{}, {}, {"defaultValue": 3¦}', 'No period has this position: there are 2 periods.'],
  ];
  for (const [values, facts] of owners) {
    it(`period of ${values}`, () => {
      assert.equal(factsAt(group(values)), facts);
    });
  }

  const target = (tree: unknown, where = 'expressionJson¦') =>
    `{"targets": [{"${where}": ${JSON.stringify(typeof tree === 'string' ? tree : JSON.stringify(tree))}}]}`;
  const condition = {
    arity: 'binary_operation',
    value: '>',
    type: 'boolean:primitive',
    operands: [
      {
        arity: 'object_dereference',
        type: 'real:object:primitive',
        operands: [
          { arity: 'name', value: 'currentTxn' },
          { arity: 'name', value: 'value' },
        ],
      },
      { arity: 'literal', value: '500', type: 'number:primitive' },
    ],
  };

  it('an expression as a condition and, where it joins several, as a tree', () => {
    assert.equal(factsAt(target(condition)), '`currentTxn.value > 500`');
    const both = { arity: 'binary_operation', value: '&&', operands: [condition, { ...condition, value: '<' }] };
    assert.equal(
      factsAt(target(both)),
      [
        '`(currentTxn.value > 500) && (currentTxn.value < 500)`',
        '',
        '```text',
        '&&',
        '  currentTxn.value > 500',
        '  currentTxn.value < 500',
        '```',
      ].join('\n'),
    );
  });

  it('nothing of an expression that is no JSON, and an answer for any depth', () => {
    for (const text of ['', '{', '{"arity": ']) assert.equal(factsAt(target(text)), '');
    const deep = `${'{"arity":"group","operands":['.repeat(2000)}${']}'.repeat(2000)}`;
    assert.ok(factsAt(target(deep)).length < 3000);
  });
});

describe('hover and hostile text (SECURITY T11)', () => {
  const hostile = [
    '[x](command:workbench.action.terminal.sendSequence)',
    '![](https://tracker.example/x.png)',
    '<a href="https://a.example">b</a>',
    '` [x](command:a) `',
    '```\n[x](command:a)',
    '``',
    'a\n\n# b\n[x](command:a)',
    'https://a.example',
  ];
  /** What is left of Markdown when code is taken away, as CommonMark reads it. */
  const withoutCode = (markdown: string) =>
    markdown.replace(/^(`{3,})text\n[^]*?\n\1$/gm, '').replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
  for (const text of hostile) {
    it(JSON.stringify(text), () => {
      const name = JSON.stringify(text);
      const shown = [
        markdownAt(`{"periods": [{"refCode": ${name}}], "targets": [{"defaultValues": [{"defaultValue¦": 1}]}]}`),
        ...[
          { arity: 'name', value: text },
          { arity: text, value: 'x', type: text },
        ].map((tree) => markdownAt(`{"targets": [{"expressionJson¦": ${JSON.stringify(JSON.stringify(tree))}}]}`)),
        markdownAt(`{"name¦": ${name}}`),
      ];
      for (const markdown of shown) assert.doesNotMatch(withoutCode(markdown), /command:|tracker|<a |a\.example|^#/m);
    });
  }
});

describe('hover, of rules and errors', () => {
  const rulePage = 'file:///a%20b(c)/RULES.md';
  const rulesAt = (marked: string, page?: string) =>
    /Rules: (.*)$/m.exec(markdownAt(marked, page === undefined ? {} : { rulePage: page }))?.[1] ?? '';

  it('names the rules that watch a field, each with a link to its page', () => {
    const links = rulesAt('{"periods": [{"startDate¦": "2027-03-01"}]}', rulePage).split(' · ');
    for (const code of ['date-format', 'period-dates-order', 'periods-overlap'])
      assert.ok(
        links.some((link) => new RegExp(`^\\[${code}\\]\\(<file:///a%20b\\(c\\)/RULES\\.md#L\\d+>\\)$`).test(link)),
        links.join(),
      );
    assert.doesNotMatch(links.join(), /command:/);
    assert.match(rulesAt('{"periods": [{"refCode¦": "a"}]}'), /`ref-code-duplicate`/);
    assert.equal(rulesAt('{"preferredTillId¦": 5}'), '');
  });

  it('tells fields of one name apart', () => {
    assert.doesNotMatch(rulesAt('{"name¦": "x"}'), /name-duplicate/);
    assert.match(rulesAt('{"targets": [{"name¦": "x"}]}'), /name-duplicate/);
  });

  it('names each rule of its own at one field or more, but for those of a whole object', () => {
    const objects = ['duplicate-key', 'unknown-property'];
    const all = JSON.stringify(Object.keys(watchedFields).map((path) => rulesAt(nested(path.split('/')))));
    const rules = catalogue
      .slice(catalogue.findIndex(({ code }) => code === 'internal-error') + 1)
      .map(({ code }) => code);
    assert.ok(rules.length > 40);
    assert.deepEqual(
      rules.filter((code) => !all.includes(`\`${code}\``)),
      objects,
    );
  });

  it('names the documented error of each place that the error catalogue knows', () => {
    const missing = documentedErrorCodes().flatMap((code) =>
      (errorEntry(code)?.places ?? [])
        .map(({ pointer }) => pointer.replaceAll('/*', '').split('/').slice(1))
        .filter((names) => !markdownAt(nested(names)).includes(String(code)))
        .map((names) => `${code} ${names.join('/')}`),
    );
    assert.deepEqual(missing, []);
  });
});

/** A definition with one member at this path, the cursor in its key. */
function nested(names: readonly string[]): string {
  const lists = new Set(['periods', 'targets', 'streaks', 'filters', 'defaultValues']);
  const [name = '', ...rest] = names;
  if (rest.length === 0) return `{"${name}¦": null}`;
  return lists.has(name) ? `{"${name}": [${nested(rest)}]}` : `{"${name}": ${nested(rest)}}`;
}
