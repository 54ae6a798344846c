import { type ApiAccess, callApi, type FailedCall, requestTo, unusable } from './call';
import type { HttpPorts } from './exchange';

export type NameCheck =
  | {
      readonly kind: 'free' | 'taken';
      /** The API's clock when it answered, in milliseconds since 1970; undefined where it does not tell. */
      readonly serverTime: number | undefined;
    }
  | FailedCall;

/** Asks whether the organisation has no group of this name; capitals make no difference (FACTS b.13). Never throws. */
export async function checkName(access: ApiAccess, name: string, ports: HttpPorts): Promise<NameCheck> {
  const request = requestTo(access, '/v3/targetGroups/isValidName', { type: 'targetGroupName', value: name });
  const result = await callApi('name-check', request, ports);
  if (result.kind === 'failed') return result;
  const { data, answer } = result;
  if (typeof data === 'boolean') return { kind: data ? 'free' : 'taken', serverTime: answer.serverTime };
  return unusable('name-check', answer);
}
