import assert from 'node:assert/strict';
import { catalogue } from '../../server/src/core/rules/catalogue';
import { describeCorpus } from '../support/corpus/describe-corpus';
import { faults } from '../support/corpus/faults/index';

// Other definitions in every run; `npm run test:corpus` has many more, and always the same.
describeCorpus({ seed: Date.now() % 1_000_000_000, definitions: 300, perFault: 1 });

/** What no text of a definition can have: test/unit/server/src/core/features/findings.test.ts has them. */
const notOfATextAlone = ['file-limit', 'internal-error'];

describe('the matrix of faults', () => {
  it('has one for every code, at a level that is published', () => {
    const planted = new Set(faults.map(({ code }) => code));
    const missing = catalogue.map(({ code }) => code).filter((code) => !planted.has(code));
    assert.deepEqual(missing, notOfATextAlone);
    for (const { code, level } of faults) {
      assert.ok(catalogue.find((rule) => rule.code === code)?.levels.includes(level), `${code} ${level}`);
    }
  });
});
