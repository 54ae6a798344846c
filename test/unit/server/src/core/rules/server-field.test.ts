import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, period, target, values } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes, fixesOf } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

/** Members that only answers carry, each marked. */
const served = (names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [`«server-field:"${name}"»`, name === 'attribution' ? '{}' : '1']));

describe('server-field', () => {
  table({
    'reports those of a group': group(
      served('id attribution orgId createdOn lastUpdatedOn createdOnISO lastUpdatedOnISO deactivateTargetIds'),
    ),
    'reports those of a period': group({ periods: list(period(served('id attribution targetGroupId'))) }),
    'reports those of an active period': group({ activePeriod: object(served('id attribution targetGroupId')) }),
    'reports those of a target': group({
      targets: list(
        target(served('id attribution targetGroupId emfRuleSetId emfUnrolledRulesetId targetPeriodDefaultValuesMap')),
      ),
    }),
    'reports those of a default value': group({
      targets: list(
        target({ defaultValues: list(object({ defaultValue: '1', ...served('id periodId targetName') })) }),
      ),
    }),
    'reports those of a streak': group({
      streaks: list(object({ name: '"A"', targetCountOfSequence: '1', ...served('id attribution targetGroupId') })),
    }),
    'reports that of a unified expression': group({ unifiedTargetExpression: object(served('ruleExpression')) }),
    'does not look into them': group({
      '«server-field:"attribution"»': '{ "id": 1, "createdOn": { "id": 2 }, "foo": 3 }',
    }),
    'takes any type': group({ '«server-field:"id"»': '"5"', '«server-field:"orgId"»': '[]' }),
    'knows them only where they belong': group({
      '«unknown-property:"periodId"»': '1',
      '«unknown-property:"targetGroupId"»': '1',
    }),
    'is silent about null': group({ id: 'null' }),
    'goes on while something else is half typed': '{ "name": "A", «server-field:"id"»: 1, "active": «json-syntax:tr» }',
    'is silent about a key that is half typed': '{ "name": "A", «json-syntax:"id"» }',
    'is silent about a key without its colon': '{ "name": "A", "id" «json-syntax:5» }',
    'is silent about a key without its quote': '{ "name": "A", «json-syntax:"id»: 1 }',
  });

  it('is information', () => {
    assert.deepEqual(expectDiagnostics(group(served('id')))[0]?.severity, 3);
  });

  it('removes this one, or all', () => {
    const text = group({ id: '5', periods: list(period({ id: '6' })) });
    const all = 'Remove all members that only answers carry';
    const [one, every] = expectFixes(text, 'server-field', ['Remove "id"', all]);
    assert.equal(one, group({ id: '5' }));
    assert.equal(every, group());
    expectFixes(group({ id: '5' }), 'server-field', ['Remove "id"']);
  });

  it('removes neighbours, first, last and only members with their commas', () => {
    const every = (text: string) => fixesOf(text, 'server-field').at(-1)?.after;
    const value = (members: string) => group({ targets: list(target({ defaultValues: `[{ ${members} }]` })) });
    assert.equal(every(value('"id": 1, "periodId": 2, "defaultValue": 1000')), group());
    assert.equal(every(value('"defaultValue": 1000, "id": 1, "periodId": 2')), group());
    assert.equal(every(value('"id": 1, "defaultValue": 1000, "periodId": 2')), group());
    assert.equal(every(value('"id": 1, "defaultValue": 1000')), group());
    assert.equal(every(value('"defaultValue": 1000, "id": 1')), group());
    const active = (text: string) => group({ activePeriod: text });
    assert.equal(every(active('{ "id": 1, "targetGroupId": 2 }')), active('{}'));
    assert.equal(every(active('{\n    "id": 1\n  }')), active('{}'));
  });

  it('leaves nothing of an answer behind when its data was pasted', () => {
    const pasted = group({
      id: '1',
      orgId: '2',
      periods: list(period({ id: '3', attribution: '{ "createdOn": 1 }' })),
      targets: list(target({ id: '4', defaultValues: list(object({ defaultValue: '1000', id: '5', periodId: '3' })) })),
      attribution: '{ "createdBy": { "id": 6 } }',
    });
    assert.equal(
      fixesOf(pasted, 'server-field').at(-1)?.after,
      group({ targets: list(target({ defaultValues: values('1000') })) }),
    );
  });
});
