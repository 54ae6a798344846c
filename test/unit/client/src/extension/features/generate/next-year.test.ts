import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nextFileName, nextName } from '../../../../../../../client/src/extension/features/generate/next-year';

describe('a year later', () => {
  it('a name counts its last year up, or gets one', () => {
    assert.equal(nextName('Spring 2027', '2028'), 'Spring 2028');
    assert.equal(nextName('2026/2027 spend', '2028'), '2026/2028 spend');
    assert.equal(nextName('Spend 20270 points', '2028'), 'Spend 20270 points 2028');
    assert.equal(nextName('Spring', ''), 'Spring');
    assert.ok(nextName('x'.repeat(200), '2028').length <= 200);
  });

  it('a file too, by another name than those that are there', () => {
    assert.equal(nextFileName('spring-2027.targetgroup.json', 1), 'spring-2028.targetgroup.json');
    assert.equal(nextFileName('spring-2027.targetgroup.json', 3), 'spring-2028-3.targetgroup.json');
    assert.equal(nextFileName('spring.json', 1), 'spring-next-year.targetgroup.json');
    assert.equal(nextFileName('spring', 2), 'spring-next-year-2.targetgroup.json');
  });
});
