import type { ObjectNode } from '../document/node';
import type { Facts } from '../rules/facts';
import { codeLiteral, nextFreeCode } from '../rules/next-code';
import { positionOf } from '../rules/placeholders';

/**
 * JSON text of the next free `refCode`, written like the one that it follows.
 * @param period that it is for; behind all others by default.
 */
export function nextRefCode({ periods }: Facts, text: string, period?: ObjectNode): string {
  const [start, end] = period ? [period.offset, period.offset + period.length] : [Infinity, Infinity];
  const others = periods.flatMap(({ refCode: { at, value } }) =>
    value === undefined || (start <= at.offset && at.offset < end) ? [] : [{ at, value }],
  );
  const last = others.findLast(({ at }) => at.offset < start) ?? others.at(-1);
  if (!last) return `"Cycle_${(period ? positionOf(period) : periods.length) + 1}"`;
  const next = nextFreeCode(last.value, new Set(others.map(({ value }) => value)));
  return codeLiteral(next, text.slice(last.at.offset));
}
