import { describeHostileExpressions } from '../../../../../support/corpus/describe-hostile-expressions';

// `npm run test:corpus` has them of a megabyte.
describeHostileExpressions({ length: 20_000 });
