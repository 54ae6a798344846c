import { countOf, factOf, type Fact } from './fact';
import type { Part } from './part';

/** What one target tells the rules that look across parts. */
export interface TargetFacts {
  /** Zero-based position in `targets`. */
  readonly index: number;
  readonly name: Fact<string>;
  readonly enrolment: Fact<string>;
  /** Number of elements of `defaultValues`. */
  readonly defaultValues: Fact<number>;
}

export function targetFacts(part: Part): TargetFacts {
  return {
    index: part.index,
    name: factOf(part, 'name', part.text('name')),
    enrolment: factOf(part, 'enrolmentMethod', part.choice('enrolmentMethod')),
    defaultValues: countOf(part, 'defaultValues'),
  };
}
