import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createTargetGroupService, readRcFile, type RcPlace } from '../../../../../../server/src/core/index';
import { documentOf } from '../../../../../support/diagnose';

describe('.targetgrouprc.json', () => {
  it('sets levels for every file, and other ones for some: the last match wins', () => {
    const { levelsFor, problems } = readRcFile(`{
      "rules": { "unknown-property": "error", "enum-label": "off" },
      "overrides": [
        { "files": "templates/**", "rules": { "unknown-property": "off" } },
        { "files": "*.draft.targetgroup.json", "rules": { "unknown-property": "hint" } }
      ]
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(levelsFor('a.targetgroup.json'), { 'unknown-property': 'error', 'enum-label': 'off' });
    assert.deepEqual(levelsFor('templates/b/a.targetgroup.json')['unknown-property'], 'off');
    assert.deepEqual(levelsFor('templates/a.draft.targetgroup.json')['unknown-property'], 'hint');
    assert.deepEqual(levelsFor('deep/down/a.draft.targetgroup.json')['unknown-property'], 'hint');
    assert.deepEqual(levelsFor('.hidden/a.targetgroup.json')['enum-label'], 'off');
  });

  it('tells what it cannot read, and the rest still counts', () => {
    const { levelsFor, problems } = readRcFile(
      '{ "rules": { "enum-label": "off", "nonsense": "off" }, "overrides": [{ "rules": {} }, 5], "extends": "x" }',
    );
    assert.deepEqual(levelsFor('a'), { 'enum-label': 'off' });
    assert.equal(problems.length, 4);
  });

  for (const text of ['', '[]', '{', '"off"', '{ "rules": [] }', '{ "overrides": {} }']) {
    it(`survives ${JSON.stringify(text)}`, () => {
      const { levelsFor, problems } = readRcFile(text);
      assert.deepEqual(levelsFor('a'), {});
      assert.ok(problems.length > 0);
    });
  }

  it('says what an empty file lacks', () => {
    for (const text of ['', ' \n', '\uFEFF'])
      assert.deepEqual(readRcFile(text).problems, ['The file is empty; { "rules": {} } is expected.']);
  });

  const hostile = ['*a'.repeat(14) + 'b', '(a+)+b', '*(a|aa)b', `${'**/'.repeat(20)}b`, '+(a)b', 'a'.repeat(501)];
  for (const files of hostile) {
    it(`refuses a glob that could take forever: ${files.slice(0, 30)}`, () => {
      const rc = readRcFile(JSON.stringify({ overrides: [{ files, rules: { 'enum-label': 'off' } }] }));
      assert.deepEqual(rc.levelsFor('a'.repeat(250)), {});
      assert.match(rc.problems.join(), /no "files" that can be used/);
    });
  }

  it('answers in time for the worst glob that it takes', () => {
    const { levelsFor, problems } = readRcFile(
      JSON.stringify({ overrides: [{ files: '**/*a*a*ab', rules: { 'enum-label': 'off' } }] }),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(levelsFor('a/'.repeat(50) + 'a'.repeat(250)), {});
  });
});

describe('"turn this rule off"', () => {
  const document = documentOf('{ "name": "Spring", "trackingType": "Capping" }');
  const range = { start: { line: 0, character: 37 }, end: { line: 0, character: 37 } };
  const edited = (rcPlace: RcPlace): string | undefined => {
    const actions = createTargetGroupService().codeActions(document, range, [], { rcPlace });
    const edit = actions.find(({ title }) => title.startsWith('Turn enum-label off'))?.edit;
    if (!edit) return undefined;
    const rc = TextDocument.create(rcPlace.uri, 'json', 0, rcPlace.text ?? '');
    const edits = (edit.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
    return TextDocument.applyEdits(
      rc,
      edits.flatMap((one) => ('newText' in one ? one : [])),
    );
  };

  const cases: [string, string | undefined, string | undefined][] = [
    ['makes the file', undefined, '{\n  "rules": {\n    "enum-label": "off"\n  }\n}\n'],
    [
      'adds the rule',
      '{\n  "rules": {\n    "json-comment": "off"\n  }\n}\n',
      '{\n  "rules": {\n    "json-comment": "off",\n    "enum-label": "off"\n  }\n}\n',
    ],
    ['changes the level', '{ "rules": { "enum-label": "error" } }', '{ "rules": { "enum-label": "off" } }'],
    ['adds the rules', '{}', '{ "rules": { "enum-label": "off" } }'],
    ['leaves a broken file alone', '{ "rules": {', undefined],
    ['leaves another shape alone', '{ "rules": [] }', undefined],
  ];
  for (const [what, text, wanted] of cases) {
    it(what, () => {
      assert.equal(edited({ uri: 'file:///ws/.targetgrouprc.json', text }), wanted);
    });
  }

  it('is not offered where the level is not to be changed, nor where no file can be written', () => {
    const service = createTargetGroupService();
    const titles = (text: string, rcPlace?: RcPlace) => {
      const broken = documentOf(text);
      const all = { start: broken.positionAt(0), end: broken.positionAt(text.length) };
      return service.codeActions(broken, all, [], rcPlace ? { rcPlace } : {}).map(({ title }) => title);
    };
    const place = { uri: 'file:///ws/.targetgrouprc.json', text: undefined };
    assert.ok(!titles('{', place).some((title) => title.includes('json-syntax')));
    assert.ok(!titles('{ "name": "Spring", "trackingType": "Capping" }').some((title) => title.startsWith('Turn')));
  });
});
