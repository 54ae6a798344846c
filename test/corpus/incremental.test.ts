import { describeIncremental } from '../support/corpus/describe-incremental';

describeIncremental({ sequences: 2000 });
