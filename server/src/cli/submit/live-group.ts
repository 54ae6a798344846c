import {
  compareGroups,
  describeComparison,
  describeOutcome,
  groupsNamed,
  listGroups,
  parseJsonExactly,
  readGroup,
  type ApiAccess,
  type CallFailure,
  type GroupDifference,
  type HttpPorts,
} from '../../api/index';

/** The group of the organisation that has the definition's name, as far as it could be read. */
export type LiveComparison =
  | { readonly kind: 'compared'; readonly id: string; readonly differences: readonly GroupDifference[] }
  | { readonly kind: 'not-listed' }
  | { readonly kind: 'not-read'; readonly failure: CallFailure };

/** Compares a definition with the live group of its name: two calls that read. Never throws. */
export async function compareWithLive(
  access: ApiAccess,
  definition: { readonly name: string; readonly text: string },
  http: HttpPorts,
): Promise<LiveComparison> {
  const list = await listGroups(access, http);
  if (list.kind === 'failed') return { kind: 'not-read', failure: list.failure };
  const [named] = groupsNamed(definition.name, list.groups);
  if (named === undefined) return { kind: 'not-listed' };
  const live = await readGroup(access, named.id, http);
  if (live.kind === 'failed') return { kind: 'not-read', failure: live.failure };
  const { data } = (parseJsonExactly(live.text)?.value ?? {}) as { readonly data?: unknown };
  return {
    kind: 'compared',
    id: named.id,
    differences: compareGroups(parseJsonExactly(definition.text)?.value, data),
  };
}

/** For people, line by line. */
export function describeLive(live: LiveComparison, host: string): readonly string[] {
  switch (live.kind) {
    case 'compared':
      return [`The group of this name has the id ${live.id}.`, ...describeComparison(live.differences)];
    case 'not-listed':
      return ['The list of groups has none of this name, so it cannot be compared.'];
    case 'not-read':
      return [`The group of this name cannot be compared. ${describeOutcome(live.failure, host)}`];
  }
}
