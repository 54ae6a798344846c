import { describeFuzz } from '../support/corpus/describe-fuzz';

// Others in every run; `npm run test:corpus` and `test:fuzz` have many more, and always the same.
describeFuzz({ seed: Date.now() % 1_000_000_000, cases: 150 });
