import type { ApiAccess, CallFailure } from '../call';
import type { HttpPorts } from '../exchange';
import { groupsNamed, listGroups, readGroup } from '../live-groups';
import { isJsonObject } from '../parse-json';
import { parseJsonExactly } from '../parse-json-exactly';
import { compareGroups, type GroupDifference } from './compare-groups';

/** The group of the organisation that has a definition's name; that it cannot be read stops nothing (CONTRACT). */
export type LiveComparison =
  | { readonly kind: 'compared'; readonly id: string; readonly differences: readonly GroupDifference[] }
  | { readonly kind: 'not-listed' }
  | { readonly kind: 'not-read'; readonly failure: CallFailure };

/** Compares a definition with the group of its name that the organisation has: two reads. Never throws. */
export async function compareWithLive(
  access: ApiAccess,
  definition: { readonly name: string; readonly text: string },
  ports: HttpPorts,
): Promise<LiveComparison> {
  const list = await listGroups(access, ports);
  if (list.kind === 'failed') return { kind: 'not-read', failure: list.failure };
  const [named] = groupsNamed(definition.name, list.groups);
  if (!named) return { kind: 'not-listed' };
  const live = await readGroup(access, named.id, ports);
  if (live.kind === 'failed') return { kind: 'not-read', failure: live.failure };
  const answer = parseJsonExactly(live.text)?.value;
  const group = isJsonObject(answer) ? answer['data'] : undefined;
  const differences = compareGroups(parseJsonExactly(definition.text)?.value, group);
  return { kind: 'compared', id: named.id, differences };
}
