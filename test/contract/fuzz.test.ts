import { describeFuzz, describeGrammar } from '../support/corpus/describe-fuzz';
import { describeProtocolFuzz } from '../support/corpus/describe-protocol-fuzz';

// Others in every run; `npm run test:corpus` has many more, and always the same; `npm run test:fuzz` goes on for long.
const seed = Date.now() % 1_000_000_000;
describeFuzz({ seed, cases: 150 });
describeProtocolFuzz({ seed, cases: 40 });
describeGrammar();
