import { describeCorpus } from '../support/corpus/describe-corpus';

// Always the same definitions, so that a survivor is one in the next run, too.
describeCorpus({ seed: 1, definitions: 20, perFault: 1 });
