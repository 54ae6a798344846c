import type { Place } from '../document/node';
import type { Facts } from '../rules/facts';
import { placeOf, type Finding } from '../rules/finding';
import type { Problem } from '../rules/rule';

/** What was found across parts, and in which facts. */
export interface Across {
  readonly facts: Facts;
  readonly found: readonly { readonly finding: Finding; readonly problem: Problem }[];
  /** The places that the findings name, as the facts have them: those move with the text. */
  readonly named: ReadonlySet<Place>;
}

export function createAcross(facts: Facts, found: Across['found']): Across {
  const places = found.flatMap(({ problem: { at, related = [] } }) => [at, ...related.map((each) => each.at)]);
  return { facts, found, named: new Set(places) };
}

/** The findings at their present places. */
export function acrossFindings({ found }: Across): Finding[] {
  return found.map(({ finding, problem: { at, related = [] } }) => ({
    ...finding,
    at: placeOf(at),
    related: related.map((each) => ({ ...each, at: placeOf(each.at) })),
  }));
}

/**
 * True where facts say the same as others: all values are equal, and the places that findings name are the same ones.
 * @param named the places that matter; wherever else something stands makes no difference to what is found.
 */
export function sayTheSame(facts: unknown, others: unknown, named: ReadonlySet<Place>): boolean {
  if (Object.is(facts, others)) return true;
  if (typeof facts !== 'object' || typeof others !== 'object' || facts === null || others === null) return false;
  if ((facts as Partial<Place>).offset !== undefined) return !named.has(facts as Place);
  const keys = Object.keys(facts);
  const known = others as Readonly<Record<string, unknown>>;
  return (
    keys.length === Object.keys(others).length &&
    keys.every((key) => sayTheSame((facts as Readonly<Record<string, unknown>>)[key], known[key], named))
  );
}
