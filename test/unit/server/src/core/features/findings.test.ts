import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createModel } from '../../../../../../server/src/core/document/model';
import { findingsOf } from '../../../../../../server/src/core/features/findings';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { defineRule } from '../../../../../../server/src/core/rules/rule';
import { group, list, object, period, target, values } from '../../../../../support/definition-text';
import { diagnose, documentOf, expectDiagnostics } from '../../../../../support/diagnose';
import { fixesOf } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const bom = '\uFEFF';
/** A group with one of its members null, or an element of one of its lists. */
const nulls = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, 'null']));

describe('how findings live together', () => {
  describe('1. one mistake, one finding', () => {
    table({
      'a missing comma brings nothing about what is missing': '{ "name": "Spring" «json-syntax:"totalPeriods"»: 1 }',
      'a missing comma hides no finding on members that were read':
        '{ "name": «schema-type:5» «json-syntax:"trackingType"»: «schema-enum:"X"», «unknown-property:"foo"»: 1, "frequencyType": «enum-label:"Daily"» }',
      'a half-typed value is judged by nobody': '{ "name": "Spring", "trackingType": «json-syntax:"DEFAU» }',
      'a half-typed literal is judged by nobody': '{ "name": "Spring", "active": «json-syntax:tr» }',
      'a half-typed number is judged by nobody': '{ "name": "Spring", "totalPeriods": «json-syntax:-» }',
      'a half-typed key is judged by nobody': '{ "name": "Spring", «json-syntax:"trackingTy» }',
      'a key without a value is judged by nobody': '{ "name": "Spring", «json-syntax:"foo"» }',
      'an unquoted key that nobody knows is one finding': '{ "name": "Spring", «json-syntax:foo»: 1 }',
      'a bad escape in a name is not also judged': '{ "name": "«json-syntax:\\x»  ", "active": true }',
      'counts wait for the whole text': `{ "name": "Spring", "totalPeriods": 2, "periods": ${list(period())}, "targets": [{ "defaultValues": ${values('1')} }], "active": «json-syntax:tr» }`,
      'a definition without its end': `{ "name": "Spring", "periods": [{ "refCode": "A"«json-syntax:}»`,
      'a comment leaves the text whole': `{ "name": "Spring", "trackingType": "CAPPING" «json-comment:/* no */» }`,
      'a comment keeps the rules awake': '«schema-required:{» "trackingType": "CAPPING" «json-comment:// no»\n}',
      'a trailing comma keeps the rules awake':
        '«schema-required:{» "trackingType": "CAPPING"«json-trailing-comma:,» }',
      'a wrong type is not also a count': group({ periods: '«schema-type:"none"»' }),
      'a wrong type of the expected count is not also a count': group({ totalPeriods: '«schema-type:"1.5"»' }),
      'a wrong type is not also a wrong value': group({ trackingType: '«schema-type:["DEFAULT"]»' }),
      'a negative count is not also a wrong count': group({ totalPeriods: '«schema-minimum:-1»' }),
      'an unknown window is no wrong window': group({
        targetEvaluationType: '«schema-enum:"WEEKLY_WINDOW"»',
        leaderboardEnabled: 'true',
      }),
      'a leaderboard of a wrong type is no leaderboard': group({
        targetEvaluationType: '"CYCLIC_WINDOW"',
        leaderboardEnabled: '«schema-type:"true"»',
        targets: '[]',
      }),
      'a wrong element is one finding, its neighbours are read': group({
        totalPeriods: '2',
        periods: `[«schema-type:5», ${period()}]`,
        targets: list(target({ defaultValues: values('1', '2') })),
      }),
      'a wrong value inside a hidden member is no finding': group({
        targets: '«schema-type:{ "name": 5, "foo": 1 }»',
      }),
      'a strange blank is told, and hides nothing':
        '{«json-syntax:\u2028» "name": «schema-type:5», "trackingType": "CAPPING" }',
    });
  });

  describe('2. null counts as absent', () => {
    const ofGroups = 'description active preferredTillId fromDate toDate timeZoneName leaderboardEnabled userCreated';
    table({
      'for every member of a group that may be missing': group(
        nulls(`${ofGroups} streaks aggregateWindow activePeriod`),
      ),
      'for a member that only answers carry': group(nulls('id attribution orgId')),
      'for a key that nobody knows': group(nulls('foo')),
      'for members of a target': group({
        targets: list(target(nulls('description active expression expressionJson filters extendedFieldInfo'))),
      }),
      'for members of a filter': group({
        targets: list(target({ filters: list(object(nulls('entityType entityIds'))) })),
      }),
      'for elements of lists whose entries are plain': group({
        targets: list(target({ filters: list(object({ entityType: '"STORE"', entityIds: '[null, 1]' })) })),
      }),
      'a name that is null is missing': group({ name: 'null' }, '«schema-required:{»'),
      'a required member that is null is missing': group({
        periods: list(period({ refCode: 'null' }, '«documented-required:{»')),
      }),
      'a default value that is null is no number': group({
        targets: list(target({ defaultValues: '[«default-value-number:{ "defaultValue": null }»]' })),
      }),
      'the last of repeated keys may be the null': group(
        { name: '"A", «duplicate-key:"name"»: null' },
        '«schema-required:{»',
      ),
      'null as the root is a wrong type': '«schema-type:null»',
      'null among the periods': group({ periods: '[«schema-type:null»]' }),
      'null among the targets': group({ targets: '[«schema-type:null»]' }),
      'null among the filters': group({ targets: list(target({ filters: '[«schema-type:null»]' })) }),
      'null among the default values': group({ targets: list(target({ defaultValues: '[«schema-type:null»]' })) }),
      'null among the streaks': group({ streaks: '[«schema-type:null»]' }),
    });
  });

  describe('1. a member without its value is one mistake', () => {
    const group = '"name": "A", "trackingType": "CAPPING"';
    table({
      'whose key only answers have': `{ ${group}, «json-syntax:"id"»: }`,
      'whose key is unknown': `{ ${group}, «json-syntax:"x"»: }`,
      'whose key stands there already': `{ ${group}, «json-syntax:"name"»: }`,
    });
  });

  describe('3. empty, no object, byte order mark', () => {
    table({
      'an empty text': '«json-syntax:»',
      'a blank text': '«json-syntax:» \r\n\t',
      'a list': '«schema-type:[{ "name": 5 }]»',
      'a number': '«schema-type:5»',
      'a text': '«schema-type:"Spring"»',
      true: '«schema-type:true»',
      'a list that is half typed': '[«json-syntax:{»',
      'a byte order mark before correct text': `«byte-order-mark:${bom}»${group()}`,
      'a byte order mark alone': `«byte-order-mark:${bom}»«json-syntax:»`,
      'a byte order mark before a list': `«byte-order-mark:${bom}»«schema-type:[]»`,
      'a byte order mark before a mistake': `«byte-order-mark:${bom}»{ "name": «schema-type:5», "trackingType": "CAPPING" }`,
      'a second byte order mark is no blank': `«byte-order-mark:${bom}»«json-syntax:${bom}»{ "name": "Spring", "trackingType": "CAPPING" }`,
      'unknown keys are looked for in the root alone where the root is wrong': '«schema-type:[{ "foo": 1 }]»',
    });

    it('the byte order mark is one character at 0:0 that positions on the first line count', () => {
      const [mark, wrong] = diagnose(`${bom}{ "name": 5, "trackingType": "CAPPING" }`);
      assert.deepEqual(mark?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } });
      assert.deepEqual(wrong?.range, { start: { line: 0, character: 11 }, end: { line: 0, character: 12 } });
      assert.equal(mark.severity, 2);
    });
  });

  describe('5. values are read as the API means them', () => {
    table({
      'a label of the kind that leaves cycles out': '{ "name": "Spring", "trackingType": «enum-label:"Capping"» }',
      'a misspelt window is the fixed one': group({
        targetEvaluationType: '«enum-label:"FIXED_CALENDER_WINDOW"»',
        leaderboardEnabled: 'true',
      }),
      'the last of repeated keys is the one that counts': group({
        targetEvaluationType: '"CYCLIC_WINDOW", «duplicate-key:"targetEvaluationType"»: "FIXED_CALENDAR_WINDOW"',
        leaderboardEnabled: 'true',
      }),
      'a value that a later key hides is judged no more': group({
        trackingType: '"Default", «duplicate-key:"trackingType"»: "DEFAULT"',
        frequency: '12345678901234567890, «duplicate-key:"frequency"»: 0',
        targets: `[{ "foo": 1, "name": 5 }], «duplicate-key:"targets"»: ${list(target())}`,
      }),
      'repeated keys are found in a value that is hidden, too': group({
        periods: `[{ "a": 1, «duplicate-key:"a"»: 2 }], «duplicate-key:"periods"»: ${list(period())}`,
      }),
    });
  });

  describe('a whole answer of the API', () => {
    table({
      'is one finding on data':
        '{ «server-field:"data"»: { "id": 1, "name": 5, "foo": 2 }, "errors": [], "warnings": [] }',
      'with errors alone': '{ «server-field:"data"»: {}, "errors": [] }',
      'with warnings alone': '{ «server-field:"data"»: {}, "warnings": [{ "code": 1 }] }',
      'with no data in it': '{ «server-field:"data"»: null, "errors": [{ "code": 310008 }] }',
      'with a name that is null, which counts as absent': '{ «server-field:"data"»: {}, "errors": [], "name": null }',
      'while it is half typed': '{ «server-field:"data"»: { "id": 1, "name": «json-syntax:"Sp» }, "errors": [] }',
      'is none with a name':
        '{ "name": "Spring", "trackingType": "CAPPING", «unknown-property:"data"»: {}, «unknown-property:"errors"»: [] }',
      'is none with errors alone': '«schema-required:{» "trackingType": "CAPPING", «unknown-property:"errors"»: [] }',
      'is none with data alone': '«schema-required:{» "trackingType": "CAPPING", «unknown-property:"data"»: {} }',
      'is none without errors or warnings':
        '{ "name": "Spring", "trackingType": "CAPPING", «unknown-property:"data"»: {} }',
    });

    it('is an information, and the group alone is what it should be', () => {
      const text = ' { "data": { "name": "Spring", "trackingType": "CAPPING" }, "errors": [] } ';
      assert.deepEqual(
        diagnose(text).map(({ severity }) => severity),
        [3],
      );
      const [fix] = fixesOf(text, 'server-field');
      assert.equal(fix?.isPreferred, true);
      assert.equal(fix.after, ' { "name": "Spring", "trackingType": "CAPPING" } ');
    });

    it('is not sent, at whatever level it is told', () => {
      const document = documentOf('{ "data": { "name": "Spring" }, "errors": [] }');
      const settings = { levels: { 'server-field': 'hint' } } as const;
      const { blocking } = createTargetGroupService().prepareSubmission(document, settings);
      assert.deepEqual(
        blocking.map(({ code }) => code),
        ['server-field'],
      );
    });

    it('keeps the group in its data, without what only answers carry', () => {
      const data = '{\n  "id": 5,\n  "name": "Spring",\n  "trackingType": "CAPPING",\n  "attribution": {}\n}';
      const [fix] = fixesOf(`{ "data": ${data}, "errors": [], "warnings": [] }`, 'server-field');
      assert.equal(fix?.after, '{\n  "name": "Spring",\n  "trackingType": "CAPPING"\n}');
      assert.deepEqual(fixesOf('{ "data": null, "errors": [] }', 'server-field'), []);
      assert.deepEqual(fixesOf('{ "data": { "name": "Spring" }, "errors": [ }', 'server-field'), []);
    });
  });

  describe('every finding', () => {
    it('has a code, the source, a level, a message and a place', () => {
      for (const { code, source, severity, message, range } of diagnose('{ "name": 5, "x": 1, "id": 2, }')) {
        assert.match(String(code), /^[a-z]+(-[a-z]+)+$/);
        assert.equal(source, 'targetgroup');
        assert.ok(severity && severity >= 1 && severity <= 4);
        assert.ok(typeof message === 'string' && /^[A-Za-z"].*\.$/.test(message), code?.toString());
        assert.ok(range.start.line >= 0);
      }
    });

    it('stands in the order of the text', () => {
      const document = documentOf(group({ x: '1', id: '2', trackingType: '"Default"', name: '5' }));
      const offsets = diagnose(document.getText()).map(({ range }) => document.offsetAt(range.start));
      assert.ok(offsets.length >= 4);
      assert.deepEqual(
        offsets,
        offsets.toSorted((a, b) => a - b),
      );
    });

    it('names the second place where one is involved', () => {
      const text = '{ "name": "A", "name": "B", "trackingType": "CAPPING" }';
      const [duplicate] = expectDiagnostics(text.replace(', "name"', ', «duplicate-key:"name"»'));
      const [related] = duplicate?.relatedInformation ?? [];
      assert.equal(related?.location.range.start.character, 2);
      assert.equal(related.location.uri, 'file:///test.targetgroup.json');
    });
  });

  describe('a check that crashes', () => {
    const crashing = (scope: 'object' | 'value' | 'part' | 'across') =>
      defineRule<typeof scope, undefined>({
        code: 'always-crashes',
        levels: ['hint'],
        scope,
        title: '',
        why: '',
        source: '',
        check: () => {
          throw new Error('broken on purpose');
        },
      });

    for (const scope of ['object', 'value', 'part', 'across'] as const) {
      it(`is one error that names it, and the others go on (${scope})`, () => {
        const other = defineRule<'object', undefined>({
          code: 'other-rule',
          levels: ['hint'],
          scope: 'object',
          title: '',
          why: '',
          source: '',
          check: ({ object: { offset } }) => [{ at: { offset, length: 1 }, message: 'seen', data: undefined }],
        });
        const found = findingsOf(createModel(documentOf(group({ name: '5' }))), [crashing(scope), other]);
        const of = (code: string) => found.filter((finding) => finding.code === code);
        assert.equal(of('internal-error').length, 1);
        assert.equal(of('internal-error')[0]?.level, 'error');
        assert.deepEqual(of('internal-error')[0]?.at, { offset: 0, length: 1 });
        assert.match(of('internal-error')[0]?.message ?? '', /always-crashes crashed \(Error: broken on purpose\)/);
        assert.equal(of('schema-type').length, 1);
        assert.equal(of('other-rule').length, 4);
      });
    }
  });

  describe('a rule is given what it is about alone', () => {
    table({
      'rules of the group keep out of targets': group({
        targets: list(target({ '«unknown-property:"totalPeriods"»': '500' })),
      }),
    });

    it('values of its kind, whose schema has its keyword', () => {
      const given: string[] = [];
      const rule = defineRule<'value', undefined>({
        code: 'looks-at-enums',
        levels: ['hint'],
        scope: 'value',
        nodes: 'string',
        keyword: 'enum',
        title: '',
        why: '',
        source: '',
        check: ({ node }) => {
          given.push(node.kind === 'string' ? node.value : node.kind);
          return [];
        },
      });
      findingsOf(createModel(documentOf('{ "name": "Spring", "trackingType": "CAPPING", "totalPeriods": 1 }')), [rule]);
      assert.deepEqual(given, ['CAPPING']);
    });
  });

  it('a check that crashed is not tried again', () => {
    let calls = 0;
    const rule = defineRule<'object', undefined>({
      code: 'crashes-anew',
      levels: ['hint'],
      scope: 'object',
      title: '',
      why: '',
      source: '',
      check: () => {
        throw new Error(`crash ${++calls}`);
      },
    });
    const found = findingsOf(createModel(documentOf(group())), [rule]);
    assert.deepEqual(
      found.map(({ message }) => /\(Error: (.*?)\)/.exec(message)?.[1]),
      ['crash 1'],
    );
    assert.equal(calls, 1);
  });

  it('a check that throws what is no error is told, too', () => {
    const odd = defineRule<'across', undefined>({
      code: 'throws-a-text',
      levels: ['hint'],
      scope: 'across',
      title: '',
      why: '',
      source: '',
      check: () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- what a library may do
        throw 'a text';
      },
    });
    const [finding] = findingsOf(createModel(documentOf(` ${group()}`)), [odd]);
    assert.match(finding?.message ?? '', /^The check throws-a-text crashed \(unknown reason\)/);
    assert.deepEqual(finding?.at, { offset: 1, length: 1 });
  });

  describe('limits', () => {
    it('a text nested deeper than 512 says so', () => {
      const nested = (depth: number) =>
        `{ "name": "A", "trackingType": "CAPPING", "x": ${'['.repeat(depth)}${']'.repeat(depth)} }`;
      const codes = (text: string) => diagnose(text).map(({ code }) => code);
      assert.deepEqual(codes(nested(511)), ['unknown-property']);
      assert.deepEqual(codes(nested(512)), ['file-limit', 'unknown-property']);
    });
  });
});
