import { type ApiAccess, callApi, type FailedCall, requestTo, unusable } from './call';
import type { HttpPorts } from './exchange';
import { isJsonObject } from './parse-json';

/** A group of the list, as far as it is needed to choose one or to recognise one. */
export interface ListedGroup {
  /** Digit for digit. */
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970, by the API's clock. */
  readonly createdOn: number | undefined;
  readonly trackingType: string | undefined;
}

export type GroupList = { readonly kind: 'groups'; readonly groups: readonly ListedGroup[] } | FailedCall;

/** `text`: the whole answer, an envelope with the group as its `data`. */
export type LiveGroup = { readonly kind: 'group'; readonly text: string } | FailedCall;

/** Every group of the organisation, user-created ones included, without their periods (FACTS b.16). Never throws. */
export async function listGroups(access: ApiAccess, ports: HttpPorts): Promise<GroupList> {
  const request = requestTo(access, '/v3/targetGroups?includeUserCreatedTargetGroups=true');
  const result = await callApi('group-list', request, ports);
  if (result.kind === 'failed') return result;
  const { data, answer } = result;
  if (!Array.isArray(data)) return unusable('group-list', answer);
  return { kind: 'groups', groups: data.flatMap((group) => toListed(group)) };
}

/** One group with its periods (FACTS b.16). Never throws. */
export async function readGroup(access: ApiAccess, id: string, ports: HttpPorts): Promise<LiveGroup> {
  const query = 'includePeriods=true&includeUserCreatedTargetGroups=true';
  const request = requestTo(access, `/v3/targetGroups/${encodeURIComponent(id)}?${query}`);
  const result = await callApi('group', request, ports);
  if (result.kind === 'failed') return result;
  const { data, answer } = result;
  return isJsonObject(data) ? { kind: 'group', text: answer.text } : unusable('group', answer);
}

/** The groups of this name; the API takes no account of capitals (FACTS b.13). */
export function groupsNamed(name: string, groups: readonly ListedGroup[]): readonly ListedGroup[] {
  return groups.filter((group) => group.name.toLowerCase() === name.toLowerCase());
}

function toListed(group: unknown): ListedGroup[] {
  if (!isJsonObject(group)) return [];
  const { id, name, createdOn, trackingType } = group;
  const known = typeof id === 'number' ? `${id}` : id;
  if (typeof known !== 'string' || known === '' || typeof name !== 'string') return [];
  return [
    {
      id: known,
      name,
      createdOn: typeof createdOn === 'number' && Number.isFinite(createdOn) ? createdOn : undefined,
      trackingType: typeof trackingType === 'string' ? trackingType : undefined,
    },
  ];
}
