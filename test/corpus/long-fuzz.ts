import { describeFuzz } from '../support/corpus/describe-fuzz';

describeFuzz({ seed: 1_000_000, cases: 100_000 });
