import type { Kept } from '../document/kept';
import type { ArrayNode, Node, Place } from '../document/node';
import type { Finding } from '../rules/finding';
import type { PartFacts } from '../rules/facts';
import type { PartKind } from '../rules/part';
import type { Rule } from '../rules/rule';
import type { Schema } from '../schema/schema';

/** What a unit was judged by: by others it may have other findings. */
export interface Grounds {
  readonly rules: readonly Rule[];
  readonly schema: Schema | undefined;
  /** Of the objects in it, where they are parts of the definition. */
  readonly kind: PartKind | undefined;
  readonly isWhole: boolean;
}

/** What was found in one stretch of a list, or in the group without its lists. */
export interface Unit extends Kept, Grounds {
  violations: readonly Finding[];
  told: readonly Finding[];
  readonly facts: readonly PartFacts[];
  /** The nodes that violations are about. */
  readonly unreliable: readonly Node[];
  /** Lists inside, whose stretches are units of their own. */
  readonly lists: readonly ApartList[];
  /** The node that its findings move with, and where that was when they were last looked at. */
  readonly base: Node | undefined;
  offset: number;
}

/** A list whose elements are looked at stretch by stretch, and the schema of an element. */
export interface ApartList {
  readonly list: ArrayNode;
  readonly schema: Schema | undefined;
}

/**
 * True where a unit says of its text what another look would say. While a text has errors nothing is said that was not
 * said of the same part before: rules only fall silent then.
 */
export function isRight(unit: Unit, grounds: Grounds): boolean {
  if (unit.isStale || !isSameBesides(unit, grounds)) return false;
  return unit.isWhole === grounds.isWhole || (unit.isWhole && unit.violations.length + unit.told.length === 0);
}

/** What is known of all units of a list together, so that a keystroke asks none that it did not change. */
export class Summary {
  /** How many facts they state. */
  facts = 0;
  private readonly factsAt: number[] = [];
  /** The positions of those that say something, have lists inside, or were looked at while the text had errors. */
  private readonly loud = new Set<number>();
  private grounds: Grounds | undefined;

  /**
   * The positions of those that have to be made sure of: that are of another text, or may say something else on these
   * grounds. Whoever does not come to the `end` has to begin anew.
   */
  begin(stale: ReadonlySet<number>, count: number, grounds: Grounds): readonly number[] {
    const before = this.grounds;
    this.grounds = undefined;
    if (!before || !isSameBesides(before, grounds)) return Array.from({ length: count }, (_, at) => at);
    return [...new Set([...stale, ...(before.isWhole === grounds.isWhole ? [] : this.loud)])];
  }

  end(grounds: Grounds): void {
    this.grounds = grounds;
  }

  put(at: number, unit: Unit): void {
    this.facts += unit.facts.length - (this.factsAt[at] ?? 0);
    this.factsAt[at] = unit.facts.length;
    const { isWhole, violations, told, lists } = unit;
    if (isWhole && violations.length + told.length + lists.length === 0) this.loud.delete(at);
    else this.loud.add(at);
  }

  /** The units that may add something to what is listed, in their order. Each was put when it was made, so it is there. */
  among(units: readonly (Kept | undefined)[]): Unit[] {
    return [...this.loud].sort((a, b) => a - b).map((at) => units[at] as Unit);
  }
}

/** How far a list is made sure of. */
export interface Pass {
  readonly summary: Summary;
  /** Positions of stretches. */
  readonly doubtful: readonly number[];
  done: number;
}

/** True where nothing but errors in the text can make a difference. */
const isSameBesides = (a: Grounds, b: Grounds): boolean =>
  a.rules === b.rules && a.schema === b.schema && a.kind === b.kind;

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Brings the places of a unit's findings up to date: those of what moved as a whole. */
export function settle(unit: Unit): void {
  const delta = (unit.base?.offset ?? 0) - unit.offset;
  if (delta === 0) return;
  unit.offset += delta;
  for (const finding of [...unit.violations, ...unit.told]) {
    movePlace(finding.at, delta);
    for (const related of finding.related) if ('at' in related) movePlace(related.at, delta);
  }
}

function movePlace(place: Writable<Place>, delta: number): void {
  place.offset += delta;
}

/**
 * The same finding, whose fixes, once the text has changed, come from looking again.
 * @param isNow whether the text is still the one that the finding was made of.
 * @param again the same finding, made anew.
 */
export function lasting(finding: Finding, isNow: () => boolean, again: () => Finding | undefined): Finding {
  const present = () => (isNow() ? finding : again());
  return {
    ...finding,
    fixes: () => present()?.fixes() ?? [],
    ...(finding.unjudged && { unjudged: () => present()?.unjudged?.() ?? [] }),
  };
}

export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
