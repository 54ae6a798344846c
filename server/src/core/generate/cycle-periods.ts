import { field } from '../../generated/fields.generated';
import { memberOf, type ObjectNode } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { setDay } from '../edits/date-literal';
import { jsonTextIn } from '../edits/json-text';
import { keepItems } from '../edits/resize-array';
import { setMember } from '../edits/set-member';
import { dayIn } from '../periods/date-text';
import type { Day } from '../periods/day';
import { consecutiveCycles, cycleLength, type Span } from '../periods/span';
import { cycleBounds, isBeyond, lifeBounds } from '../rules/bounds';
import { appendPeriods, followingSpans, mostPeriods } from '../rules/more-periods';
import { quoted } from '../rules/wording';
import { dateTextLike, sampleDates } from './date-style';
import { resizeValues, totalEdits } from './default-values';
import type { Cycles, Outcome, Refusal } from './generator';
import type { Subject } from './subject';

/** The days of cycles; or why there are none. */
export function spansOf({ start, frequencyType, frequency, count }: Cycles): readonly Span[] | Refusal {
  const first = dayIn(start);
  const isWhole = (value: number) => Number.isInteger(value) && value > 0;
  const length = cycleLength(frequencyType, frequency);
  if (first === undefined) return { reason: `${quoted(start)} is no day; YYYY-MM-DD is expected.` };
  if (!length || !isWhole(frequency)) return { reason: `${frequencyType} × ${frequency} is no length of a cycle.` };
  if (!isWhole(count) || count > mostPeriods) return { reason: `1 to ${mostPeriods} periods are expected.` };
  return consecutiveCycles(first, length, count) ?? { reason: 'A period would lie behind the year 9999.' };
}

/**
 * Makes the periods of the definition so many cycles without a gap, in the order of the file: those that are there keep
 * everything but their days. Values, counts and the group's own dates follow.
 */
export function cyclePeriods(subject: Subject, cycles: Cycles): Outcome {
  const spans = spansOf(cycles);
  if ('reason' in spans) return spans;
  const { model, root, group, periodNodes } = subject;
  const { text } = model;
  const isCapping = group.choice(field.trackingType)?.value === 'CAPPING';
  const set = (name: string, value: string) =>
    isCapping && !memberOf(root, name) ? [] : [setMember(text, root, name, value)];
  return [
    ...set(field.totalPeriods, String(spans.length)),
    ...set(field.frequencyType, JSON.stringify(cycles.frequencyType)),
    ...set(field.frequency, String(cycles.frequency)),
    ...periodNodes.flatMap((period, index) => redated(subject, period, spans[index])),
    ...listEdits(subject, spans),
    ...resizeValues(subject, spans.length),
    ...widened(subject, spans),
  ].filter(({ offset, length, newText }) => text.slice(offset, offset + length) !== newText);
}

/** Adds the period that follows the last, with a value for it in every target. */
export function nextPeriod(subject: Subject): Outcome {
  const { model, facts, periods, periodNodes } = subject;
  const spans = followingSpans(facts, 1);
  const added = spans && periods && appendPeriods(model.text, periods, facts, spans);
  if (!added) return { reason: 'What follows the last period is not known, or would lie outside the group.' };
  const count = periodNodes.length + 1;
  return [added, ...resizeValues(subject, count), ...totalEdits(subject, count)];
}

function redated({ model }: Subject, period: ObjectNode, span: Span | undefined): Edit[] {
  const set = (name: string, day: Day): Edit => {
    const node = memberOf(period, name)?.value;
    if (node?.kind === 'string' && dayIn(node.value) !== undefined) return setDay(model.text, node, day);
    return setMember(model.text, period, name, dateTextLike(sampleDates(model), model.text, name, day));
  };
  return span ? [set(field.startDate, span.start), set(field.endDate, span.end)] : [];
}

function listEdits({ model, root, facts, periods, periodNodes }: Subject, spans: readonly Span[]): Edit[] {
  const missing = spans.slice(periodNodes.length);
  const { text } = model;
  if (periods && periodNodes.length > 0) {
    const edit = missing.length > 0 ? appendPeriods(text, periods, facts, missing) : keepItems(periods, spans.length);
    return edit ? [edit] : [];
  }
  const dates = sampleDates(model);
  const list = spans.map(({ start, end }, index) => ({
    refCode: `"Cycle_${index + 1}"`,
    startDate: dateTextLike(dates, text, field.startDate, start),
    endDate: dateTextLike(dates, text, field.endDate, end),
    active: 'true',
  }));
  return [setMember(text, root, field.periods, jsonTextIn(text, root, list))];
}

/** The group's own dates: where a period would lie beyond one, or the first or the last kept to it before. */
function widened({ model, facts: { group, periods } }: Subject, spans: readonly Span[]): Edit[] {
  const after = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
  const days = (side: 'start' | 'end') => periods.flatMap((period) => period[side].value ?? []);
  const before = { start: Math.min(...days('start')), end: Math.max(...days('end')) };
  return [...lifeBounds(group), ...cycleBounds(group)].flatMap((bound) => {
    const day = after[bound.side];
    return isBeyond(day, bound) || bound.day === before[bound.side] ? [setDay(model.text, bound.fact.at, day)] : [];
  });
}
