import { describeDamagedJson } from '../support/corpus/describe-damaged-json';
import { describeHalfTyped } from '../support/corpus/describe-half-typed';
import { describeOffers } from '../support/corpus/describe-offers';
import { describeReading } from '../support/corpus/describe-reading';
import { describeSuggested } from '../support/corpus/describe-suggested';
import { describeTyping } from '../support/corpus/describe-typing';

// The fast suite looks at some of the places.
describeDamagedJson({ every: 1 });
describeOffers({ every: 1 });
describeHalfTyped({ every: 7 });
describeSuggested({ every: 1 });
describeReading({ every: 1 });
describeTyping({ every: 1 });
