import type { Place } from '../document/node';
import { isSameDecimal } from './decimal';
import { defaultValuesOf, type DefaultValue } from './default-value';
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
  /** The first default value that can be read, and the first behind it that is another number; undefined where none is. */
  readonly difference: { readonly first: ValueFact; readonly other: ValueFact } | undefined;
}

interface ValueFact {
  readonly at: Place;
  readonly text: string;
}

export function targetFacts(part: Part): TargetFacts {
  return {
    index: part.index,
    name: factOf(part, 'name', (name) => part.text(name)),
    enrolment: factOf(part, 'enrolmentMethod', (name) => part.choice(name)),
    defaultValues: countOf(part, 'defaultValues'),
    difference: differenceIn(part),
  };
}

function differenceIn(part: Part): TargetFacts['difference'] {
  let start: DefaultValue | undefined;
  for (const { first, other } of defaultValuesOf(part)) {
    start ??= first;
    const others = first === start ? other : firstUnlike(start, first, other);
    if (start && others) return { first: toFact(start), other: toFact(others) };
  }
  return undefined;
}

const firstUnlike = (start: DefaultValue | undefined, ...values: readonly (DefaultValue | undefined)[]) =>
  values.find((value) => start && value && !isSameDecimal(value.text, start.text));

const toFact = ({ node, text }: DefaultValue): ValueFact => ({ at: node, text });
