import { describeIncremental } from '../support/corpus/describe-incremental';

describeIncremental({ sequences: 10_000_000, minutes: Number(process.env['MINUTES'] ?? 20) });
