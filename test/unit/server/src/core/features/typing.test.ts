import { describeTyping } from '../../../../../support/corpus/describe-typing';

// `npm run test:corpus` takes all lines.
describeTyping({ every: 7 });
