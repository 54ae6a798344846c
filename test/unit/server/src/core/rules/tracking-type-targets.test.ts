import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, target, type Members } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const targets = (count: number) =>
  list(...Array.from({ length: count }, (_, index) => target({ name: `"T${index}"` })));
const streaks = list(object({ name: '"One"', targetCountOfSequence: '1' }));
const make = (trackingType: string | undefined, count: number, members: Members = {}) =>
  group({ trackingType, combinationType: '"ALL"', streaks, targets: targets(count), ...members });
const marked = (type: string) => `«tracking-type-targets:"${type}"»`;

describe('tracking-type-targets', () => {
  table({
    'is silent about DEFAULT with one': make('"DEFAULT"', 1),
    'reports DEFAULT with two': make(marked('DEFAULT'), 2),
    'reports STREAKS with two': make(marked('STREAKS'), 2),
    'reports NON_CONTINUOUS_STREAKS with two': make(marked('NON_CONTINUOUS_STREAKS'), 2),
    'reports CAPPING with two': make(marked('CAPPING'), 2),
    'is silent about STREAKS with one': make('"STREAKS"', 1),
    'is silent about CAPPING with one': make('"CAPPING"', 1),
    'reports UNIFIED with one': make(marked('UNIFIED'), 1),
    'is silent about UNIFIED with two': make('"UNIFIED"', 2),
    'is silent about UNIFIED with three': make('"UNIFIED"', 3),
    'reports a user-created group with two, where nothing else is wrong': make('"UNIFIED"', 2, {
      userCreated: '«tracking-type-targets:true»',
    }),
    'reports once': make(marked('DEFAULT'), 3, { userCreated: 'true' }),
    'is silent about a user-created group with one': make('"DEFAULT"', 1, { userCreated: 'true' }),
    'is silent about userCreated false': make('"UNIFIED"', 2, { userCreated: 'false' }),
    'reads labels': make('«enum-label:«tracking-type-targets:"Default"»»', 2),
    'is silent where there are no targets': make('"UNIFIED"', 0),
    'is silent where targets is absent': make('"UNIFIED"', 0, { targets: undefined }),
    'is silent where targets is null': make('"UNIFIED"', 0, { targets: 'null' }),
    'is silent where the type is unknown': make('«schema-enum:"DEFAULTS"»', 2),
    'is silent where targets is of a wrong type': make('"UNIFIED"', 0, { targets: '«schema-type:5»' }),
    'is silent about a wrong type of userCreated': make('"UNIFIED"', 2, { userCreated: '«schema-type:"true"»' }),
    'is silent while something is half typed':
      '{ "name": "Spring", "trackingType": "DEFAULT", "active": «json-syntax:tr», "targets": [{ }, { }] }',
  });

  it('is silent where the type is absent, user-created or not', () => {
    for (const userCreated of [undefined, 'true']) {
      const text = group({ trackingType: undefined, userCreated, targets: targets(2) }, '«documented-required:{»');
      expectDiagnostics(text);
    }
  });

  it('names the type and the number', () => {
    const message = (type: string, count: number) => expectDiagnostics(make(marked(type), count))[0]?.message;
    assert.equal(
      message('DEFAULT', 3),
      'trackingType is DEFAULT, but there are 3 targets; only UNIFIED has more than one.',
    );
    assert.equal(
      message('UNIFIED', 1),
      'trackingType is UNIFIED, but there is 1 target; a unified group has two or more.',
    );
  });

  it('makes it unified, with the combination that such a group needs', () => {
    const text = group({ trackingType: '"DEFAULT"', targets: targets(2) });
    const [after] = expectFixes(text, 'tracking-type-targets', [
      'Set trackingType to UNIFIED, where ALL targets have to be reached',
    ]);
    assert.ok(after);
    assert.ok(after.includes('"trackingType": "UNIFIED"') && after.includes('"combinationType": "ALL"'), after);
    expectDiagnostics(after);
    expectFixes(make('"DEFAULT"', 2), 'tracking-type-targets', ['Set trackingType to UNIFIED']);
    expectFixes(make('"STREAKS"', 2), 'tracking-type-targets', ['Set trackingType to UNIFIED']);
  });

  it('makes it a single milestone', () => {
    const [after] = expectFixes(make('"UNIFIED"', 1), 'tracking-type-targets', ['Set trackingType to DEFAULT']);
    assert.equal(after, make('"DEFAULT"', 1));
  });

  it('offers nothing that would only move the warning', () => {
    const none = (type: string, members: Members) => {
      expectFixes(make(`"${type}"`, 2, members), 'tracking-type-targets', []);
    };
    none('DEFAULT', { targetEvaluationType: '"CYCLIC_WINDOW"' });
    none('DEFAULT', { targetEvaluationType: '"CYCLES"' });
    none('DEFAULT', { leaderboardEnabled: 'true' });
    none('DEFAULT', { userCreated: 'true' });
    none('UNIFIED', { userCreated: 'true' });
    none('CAPPING', {});
  });

  it('offers it where the window is absent', () => {
    const text = make('"DEFAULT"', 2, { targetEvaluationType: 'null' });
    expectFixes(text, 'tracking-type-targets', ['Set trackingType to UNIFIED']);
  });
});
