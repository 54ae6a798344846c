import { createIdSequences, type FirstIds, type NextId } from './id-sequences';
import { literalOf, textAt } from './json-value';
import type { StoredGroup, Till } from './stored-group';

export type NameKind = 'targetGroupName' | 'targetName' | 'streakName' | 'streakLevelName' | 'periodName';

export interface Store {
  readonly nextId: NextId;
  readonly add: (group: StoredGroup) => void;
  readonly group: (id: number) => StoredGroup | undefined;
  /** All groups in the order of their creation. */
  readonly groups: () => readonly StoredGroup[];
  /** Ignores case and nothing else, and looks at active, inactive and user-created things alike (FACTS b.13). */
  readonly isTaken: (kind: NameKind, name: string) => boolean;
  readonly tillOf: (code: string) => Till;
}

/** Everything that the sandbox remembers, in memory only. */
export function createStore(firstIds?: FirstIds): Store {
  const nextId = createIdSequences(firstIds);
  const groups = new Map<number, StoredGroup>();
  const tills = new Map<string, Till>();
  return {
    nextId,
    add: (group) => void groups.set(group.id, group),
    group: (id) => groups.get(id),
    groups: () => [...groups.values()],
    isTaken(kind, name) {
      const wanted = name.toLowerCase();
      return [...groups.values()].some((group) => namesOf[kind](group).some((text) => text?.toLowerCase() === wanted));
    },
    tillOf(code) {
      const till = tills.get(code) ?? { id: nextId('till'), code };
      tills.set(code, till);
      return till;
    },
  };
}

// The facts name the kinds only: a streak is read as a group that tracks one, its levels as the rows of `streaks`, and
// a period's name as its refCode.
const namesOf: Record<NameKind, (group: StoredGroup) => readonly (string | undefined)[]> = {
  targetGroupName: ({ sent }) => [textAt(sent, 'name')],
  targetName: ({ targets }) => targets.map((target) => target.name),
  streakName: ({ sent, streaks }) => (streaks.length > 0 ? [textAt(sent, 'name')] : []),
  streakLevelName: ({ streaks }) => streaks.map((streak) => textAt(streak.sent, 'name')),
  periodName: ({ periods }) => periods.map(({ sent }) => literalOf(sent.get('refCode'))),
};

/** Whether the text is one of the five kinds of names that the name check knows. */
export function isNameKind(text: string | undefined): text is NameKind {
  return text !== undefined && Object.hasOwn(namesOf, text);
}
