import { describe, it } from 'mocha';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { describeReading, readAt } from '../../../../../support/corpus/describe-reading';
import { documentOf } from '../../../../../support/diagnose';

// `npm run test:corpus` goes by single steps.
describeReading({ every: 11 });

describe('what helps to read', () => {
  it('answers for text of any depth and length', () => {
    const texts = [
      '{"a":['.repeat(50_000),
      `{ "periods": [${'{ "refCode": 1 },'.repeat(2_000)}]`,
      `"${'\\u0000'.repeat(100_000)}`,
    ];
    const service = createTargetGroupService();
    for (const text of texts) {
      const document = documentOf(text);
      for (const offset of [1, text.length]) readAt(service, document, offset, true);
    }
  });
});
