import { describeFuzz } from '../support/corpus/describe-fuzz';

describeFuzz({ seed: 1, cases: 3_000 });
