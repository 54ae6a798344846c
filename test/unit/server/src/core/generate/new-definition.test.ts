import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createTargetGroupService, type Generator } from '../../../../../../server/src/core/index';
import { diagnose } from '../../../../../support/diagnose';

const service = createTargetGroupService();
const make = (change: Partial<Generator & { kind: 'new' }>) =>
  service.generate(undefined, {
    ...{ kind: 'new', name: 'Spring', trackingType: 'DEFAULT' },
    ...{ start: '2027-01-01', frequencyType: 'MONTHLY', frequency: 1, count: 3 },
    ...change,
  });

describe('a new definition', () => {
  it('has no finding, whatever it is called, of every kind and cycle', () => {
    const anyName = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme-composite' });
    fc.assert(
      fc.property(
        anyName.filter((name) => name.trim() === name && name.length <= 200),
        fc.constantFrom('DEFAULT', 'UNIFIED', 'STREAKS', 'NON_CONTINUOUS_STREAKS'),
        fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'),
        fc.integer({ min: 1, max: 12 }),
        (name, trackingType, frequencyType, count) => {
          const made = make({ name, trackingType, frequencyType, count, start: '2028-01-31' });
          assert.ok('text' in made);
          assert.deepEqual(diagnose(made.text), []);
          const body = JSON.parse(made.text) as { name: string; periods: unknown[] };
          assert.deepEqual([body.name, body.periods.length], [name, count]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is refused, with the reason', () => {
    const reasonOf = (change: Partial<Generator & { kind: 'new' }>) => {
      const made = make(change);
      return 'reason' in made ? made.reason : '';
    };
    assert.match(reasonOf({ name: ' ' }), /^It would bring a new problem: name is/);
    assert.match(reasonOf({ name: 'x'.repeat(201) }), /201/);
    assert.match(reasonOf({ trackingType: 'OTHER' }), /OTHER/);
    assert.match(reasonOf({ start: '' }), /is no day/);
  });
});
