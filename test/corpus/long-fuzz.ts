import { describeFuzz } from '../support/corpus/describe-fuzz';
import { describeProtocolFuzz } from '../support/corpus/describe-protocol-fuzz';

// MINUTES of it, half in the engine and half over the pipe, from SEED on or others each time.
const minutes = Number(process.env['MINUTES'] ?? 20) / 2;
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
describeFuzz({ seed, cases: Infinity, minutes });
describeProtocolFuzz({ seed, cases: Infinity, minutes });
