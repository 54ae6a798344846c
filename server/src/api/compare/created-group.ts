import { isJsonObject } from '../parse-json';
import { parseJsonExactly } from '../parse-json-exactly';
import { toPrintable } from '../printable';
import { compareGroups, type GroupDifference } from './compare-groups';

/** What the API made of a definition, by its answer to the create or to reading the group. */
export interface CreatedGroup {
  readonly id: string;
  readonly periods: readonly CreatedPeriod[];
  readonly differences: readonly GroupDifference[];
  /** `trackingType` of the group; it decides what can still be changed. */
  readonly trackingType: string;
}

export interface CreatedPeriod {
  readonly refCode: string;
  readonly id: string;
  /** `RUNNING`, `NOT_STARTED`, `ENDED`, or what the API calls it. */
  readonly status: string;
  readonly startDate: string;
  readonly endDate: string;
}

/** Reads the group out of an answer of the API; undefined when there is none in it. Never throws. */
export function readCreatedGroup(sent: string, answer: string): CreatedGroup | undefined {
  const body = parseJsonExactly(answer)?.value;
  const group = isJsonObject(body) ? body['data'] : undefined;
  if (!isJsonObject(group)) return undefined;
  const periods: unknown[] = Array.isArray(group['periods']) ? group['periods'] : [];
  return {
    id: textAt(group, 'id'),
    trackingType: textAt(group, 'trackingType'),
    periods: periods.filter(isJsonObject).map((period) => ({
      refCode: textAt(period, 'refCode'),
      id: textAt(period, 'id'),
      status: textAt(period, 'periodStatus'),
      startDate: textAt(period, 'startDate'),
      endDate: textAt(period, 'endDate'),
    })),
    differences: compareGroups(parseJsonExactly(sent)?.value, group),
  };
}

function textAt(object: Record<string, unknown>, name: string): string {
  const value = object[name];
  return typeof value === 'string' || typeof value === 'number' ? toPrintable(`${value}`, 200) : '';
}
