import type { Model } from '../document/model';
import { endOf, memberOf, nodeAtPath, type ArrayNode, type Node, type ObjectNode } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { withDay } from '../edits/date-literal';
import { objectLike } from '../edits/object-like';
import { appendItems } from '../edits/resize-array';
import { dayIn } from '../periods/date-text';
import { addDays, toDayText } from '../periods/day';
import { consecutiveCycles, cycleLength, lengthInDays, type Span } from '../periods/span';
import { isInsideGroup } from './bounds';
import type { Facts } from './facts';
import { codeLiteral, nextFreeCode } from './next-code';
import { padValues } from './pad-values';
import { lastSpan, spanOf } from './period-facts';

/** No group is known to have more periods (RULES, cycle-limit). */
export const mostPeriods = 100;

/**
 * Days for so many periods behind the last: each one cycle long, or as long as the last where there is no unit.
 * @returns undefined where the days of a period are not known, or one would lie outside the group.
 */
export function followingSpans({ group, periods }: Facts, count: number): readonly Span[] | undefined {
  const spans = periods.flatMap((period) => spanOf(period) ?? []);
  const last = lastSpan(periods);
  if (!last || spans.length !== group.periods.value || spans.length + count > mostPeriods) return undefined;
  const unit = cycleLength(group.frequencyType.value ?? '', group.frequency.value);
  const length = unit ?? { unit: 'day', count: lengthInDays(last) };
  const following = consecutiveCycles(addDays(last.end, 1), length, count);
  return following?.every((span) => isInsideGroup(span, group)) ? following : undefined;
}

/**
 * Edits that add these periods behind the last of the file, and a value for each new one in every target that has too few.
 * Undefined where there is no period to write them like.
 */
export function addPeriods({ root, text }: Model, facts: Facts, spans: readonly Span[]): Edit[] | undefined {
  const list = nodeAtPath(root, ['periods']);
  const added = list?.kind === 'array' && appendPeriods(text, list, facts, spans);
  if (!added) return undefined;
  return [added, ...paddedValues(root, text, facts, list.items.length + spans.length)];
}

/** Edits that add, in every target that has fewer values than that, those that are missing. */
export function paddedValues(root: Node | undefined, text: string, { targets }: Facts, total: number): Edit[] {
  return targets.flatMap((target) => {
    const values = nodeAtPath(root, ['targets', target.index, 'defaultValues']);
    const missing = total - (target.defaultValues.value ?? total);
    return values?.kind === 'array' && values.closed && missing > 0 ? [padValues(text, values, missing)] : [];
  });
}

/** One edit that adds these periods behind the last, laid out, dated and named as it is; undefined where it is no object. */
export function appendPeriods(
  text: string,
  list: ArrayNode,
  { periods }: Facts,
  spans: readonly Span[],
): Edit | undefined {
  const sample = list.items.at(-1);
  if (sample?.kind !== 'object') return undefined;
  const taken = new Set(periods.flatMap(({ refCode }) => refCode.value ?? []));
  let code = periods.at(-1)?.refCode.value ?? `Cycle_${periods.length}`;
  const items: string[] = [];
  for (const span of spans) {
    code = nextFreeCode(code, taken);
    taken.add(code);
    items.push(periodLike(text, sample, code, span));
  }
  return appendItems(text, list, items);
}

/** JSON text of a period with these days, otherwise like another one: in its order, what it lacks behind. */
export function periodLike(text: string, sample: ObjectNode, code: string, { start, end }: Span): string {
  const valueOf = (name: string) => memberOf(sample, name)?.value;
  const literal = (name: string) => {
    const value = valueOf(name);
    return value && text.slice(value.offset, endOf(value));
  };
  const dateLike = (name: string, day: number) => {
    const value = valueOf(name);
    const isDate = value?.kind === 'string' && dayIn(value.value) !== undefined;
    return isDate ? withDay(text, value, day) : JSON.stringify(toDayText(day));
  };
  const values = new Map([
    ['refCode', codeLiteral(code, literal('refCode') ?? '"')],
    ['startDate', dateLike('startDate', start)],
    ['endDate', dateLike('endDate', end)],
    ['active', valueOf('active')?.kind === 'boolean' ? literal('active') : undefined],
  ]);
  const order = [...new Set([...sample.members.map(({ key }) => key.value), ...values.keys()])];
  return objectLike(
    text,
    sample,
    order.flatMap((name) => {
      const value = values.get(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
