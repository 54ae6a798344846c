import { groupFacts, type GroupFacts } from './group-facts';
import type { Part } from './part';
import { periodFacts, type PeriodFacts } from './period-facts';
import { targetFacts, type TargetFacts } from './target-facts';

/** Everything that `across` rules see. */
export interface Facts {
  /** False while the text has syntax errors: then nothing may be called missing or counted. */
  readonly isWhole: boolean;
  readonly group: GroupFacts;
  readonly periods: readonly PeriodFacts[];
  readonly targets: readonly TargetFacts[];
}

/** The facts of one part that is no group. */
export type PartFacts =
  { readonly kind: 'period'; readonly facts: PeriodFacts } | { readonly kind: 'target'; readonly facts: TargetFacts };

/** What one period or target states; undefined for a group, whose facts are apart. */
export function partFacts(part: Part): PartFacts | undefined {
  if (part.kind === 'period') return { kind: 'period', facts: periodFacts(part) };
  return part.kind === 'target' ? { kind: 'target', facts: targetFacts(part) } : undefined;
}

/** The facts of all parts of one document, where what those state that are no group is known. */
export function joinFacts(group: Part, others: readonly (PartFacts | undefined)[]): Facts {
  const periods: PeriodFacts[] = [];
  const targets: TargetFacts[] = [];
  for (const part of others) {
    if (part?.kind === 'period') periods.push(part.facts);
    else if (part) targets.push(part.facts);
  }
  return { isWhole: group.isWhole, group: groupFacts(group), periods, targets };
}
