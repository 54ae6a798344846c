import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target, values } from '../../../../../support/definition-text';
import { made, refusal } from '../../../../../support/generate';

interface Read {
  readonly trackingType: string;
  readonly combinationType?: string;
  readonly targets: readonly Record<string, unknown>[];
}
const read = (text: string) => JSON.parse(text) as Read;
const unified = group({
  trackingType: '"UNIFIED"',
  combinationType: '"ANY"',
  targets: list(
    target({ enrolmentMethod: '"TRANSACTION"' }),
    target({ name: '"Target 3"', enrolmentMethod: '"TRANSACTION"' }),
  ),
});

describe('a target added', () => {
  it('has a free name, a value for each period, and is enrolled as the last', () => {
    const { targets } = read(made(unified, { kind: 'target' }));
    assert.equal(targets.length, 3);
    const { name, enrolmentMethod, defaultValues } = targets[2] ?? {};
    assert.deepEqual([name, enrolmentMethod, defaultValues], ['Target 4', 'TRANSACTION', [{ defaultValue: 1 }]]);
  });

  const pairs = ['TRANSACTION SALES', 'TRANSACTION COUNT', 'LINEITEM QUANTITY', 'POINTS ALL_POINTS'];
  for (const pair of pairs) {
    it(`measures ${pair}`, () => {
      const [targetEntity = '', targetType = ''] = pair.split(' ');
      const wanted = { name: 'New', targetEntity, targetType, value: '3' };
      const { targets } = read(made(unified, { kind: 'target', target: wanted }));
      assert.deepEqual([targets[2]?.['targetEntity'], targets[2]?.['targetType']], [targetEntity, targetType]);
    });
  }

  it('measures an event', () => {
    const wanted = { name: 'Steps', targetEntity: 'EVENT', targetType: 'COUNT', eventName: 'steps', value: '3' };
    assert.equal(read(made(unified, { kind: 'target', target: wanted })).targets[2]?.['eventName'], 'steps');
  });

  it('is the first where there is none', () => {
    for (const targets of [undefined, '[]', 'null'])
      assert.equal(read(made(group({ targets }), { kind: 'target' })).targets.length, 1);
  });

  it('is refused, with the reason', () => {
    assert.match(refusal(group(), { kind: 'target' }), /^Only a unified group/);
    const wanted = { name: ' spend ', targetEntity: 'EVENT', targetType: 'SALES', value: '1' };
    assert.match(refusal(unified, { kind: 'target', target: wanted }), /^There is a target of this name/);
    assert.match(
      refusal(unified, { kind: 'target', target: { ...wanted, name: 'x' } }),
      /^It would bring a new problem/,
    );
  });
});

describe('a unified group', () => {
  it('is made of a single milestone, with a second target and ALL of them', () => {
    const { trackingType, combinationType, targets } = read(made(group(), { kind: 'unified' }));
    assert.deepEqual([trackingType, combinationType, targets.length], ['UNIFIED', 'ALL', 2]);
    assert.deepEqual(targets[1]?.['defaultValues'], [{ defaultValue: 1 }]);
  });

  it('keeps its targets and how they combine', () => {
    const text = group({
      combinationType: '"ANY"',
      targets: list(target(), target({ name: '"B"', defaultValues: values('2') })),
    });
    const { combinationType, targets } = read(made(text, { kind: 'unified' }));
    assert.deepEqual([combinationType, targets.length], ['ANY', 2]);
  });

  it('is refused, with the reason', () => {
    assert.match(refusal(unified, { kind: 'unified' }), /^Only a group whose trackingType is DEFAULT/);
    const cyclic = group({ targetEvaluationType: '"CYCLIC_WINDOW"' });
    assert.match(refusal(cyclic, { kind: 'unified' }), /new problem: targetEvaluationType is CYCLIC_WINDOW/);
    assert.match(refusal(group({ userCreated: 'true' }), { kind: 'unified' }), /new problem: userCreated is true/);
  });
});
