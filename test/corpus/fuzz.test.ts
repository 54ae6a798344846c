import { describeFuzz } from '../support/corpus/describe-fuzz';
import { describeProtocolFuzz } from '../support/corpus/describe-protocol-fuzz';

describeFuzz({ seed: 1, cases: 1_000 });
describeProtocolFuzz({ seed: 1, cases: 300 });
