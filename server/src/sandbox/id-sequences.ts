/** Every kind of thing that the API numbers, with the first id that the sandbox gives away. */
const defaultFirstIds = {
  group: 1001,
  period: 20_001,
  target: 3001,
  defaultValue: 40_001,
  streak: 501,
  ruleSet: 126_000_001,
  till: 75_000_001,
};

export type IdKind = keyof typeof defaultFirstIds;
export type FirstIds = Readonly<Partial<Record<IdKind, number>>>;
export type NextId = (kind: IdKind) => number;

/** One counter for each kind, going up by one. */
export function createIdSequences(firstIds: FirstIds = {}): NextId {
  const next: Record<IdKind, number> = { ...defaultFirstIds, ...firstIds };
  return (kind) => next[kind]++;
}
