import { describeCorpus } from '../support/corpus/describe-corpus';

describeCorpus({ seed: 1, definitions: 10_000, perFault: 30 });
