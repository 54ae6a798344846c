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

/** The facts of all parts of one document, the group first. */
export function factsOf(parts: readonly [group: Part, ...others: Part[]]): Facts {
  const [group] = parts;
  return {
    isWhole: group.isWhole,
    group: groupFacts(group),
    periods: parts.filter(({ kind }) => kind === 'period').map(periodFacts),
    targets: parts.filter(({ kind }) => kind === 'target').map(targetFacts),
  };
}
