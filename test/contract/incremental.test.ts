import { describeIncremental } from '../support/corpus/describe-incremental';
import { runs } from '../support/runs';

describeIncremental({ sequences: runs(40) });
