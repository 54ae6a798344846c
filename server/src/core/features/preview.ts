import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { memberOf } from '../document/node';
import { dayIn } from '../periods/date-text';
import { toDayText, type Day } from '../periods/day';
import { findSpans, type DatedPeriod, type PeriodSpan } from '../periods/find-spans';
import { lengthInDays } from '../periods/span';
import type {
  PreviewHeadline,
  PreviewModel,
  PreviewPeriod,
  PreviewProblem,
  PreviewSpan,
  PreviewTarget,
} from '../preview-model';
import type { Finding } from '../rules/finding';
import { rootSchema } from '../schema/schema';
import { frames, groupFacts, streakLevels } from './preview-facts';
import { cut, PreviewReader } from './preview-reader';
import { toTarget } from './preview-targets';
import { rhythmOf, traitsOf } from './preview-traits';

/** The most that a picture holds; `cells` are the default values of all targets together. */
const limits = { periods: 400, targets: 400, spans: 400, levels: 20, problems: 200, cells: 5000 } as const;

/** What the preview draws of one snapshot. Never throws, for any text. */
export function preview(model: Model, findings: readonly Finding[]): PreviewModel {
  const { root, version, isWhole } = model;
  const problems = findings.slice(0, limits.problems).map((finding) => toProblem(finding, model));
  const group = new PreviewReader(model, root, rootSchema);
  const periods = group.elements(field.periods);
  const targets = group.objects(field.targets);
  const dated = periods.flatMap(toDated);
  const extent = extentOf(dated);
  const spans = findSpans(dated);
  return {
    version,
    problems,
    problemCounts: countLevels(findings),
    state: root?.kind !== 'object' ? 'unreadable' : isWhole ? 'complete' : 'broken',
    headline: headlineOf(model, group),
    rhythm: rhythmOf(group),
    traits: traitsOf(group),
    facts: groupFacts(group),
    levels: streakLevels(group, limits.levels),
    frames: frames(group),
    periods: periods.slice(0, limits.periods).map((period, index) => toPeriod(model, period, index)),
    ...(extent && { extent: { startDay: toDayText(extent.start), endDay: toDayText(extent.end) } }),
    spans: spans.slice(0, limits.spans).map(toSpan),
    cycles: periods.length || cyclesWithoutPeriods(group),
    targets: toTargets(model, targets),
    omitted: {
      problems: findings.length - problems.length,
      periods: Math.max(0, periods.length - limits.periods),
      spans: Math.max(0, spans.length - limits.spans),
      levels: Math.max(0, group.objects(field.streaks).length - limits.levels),
      targets: Math.max(0, targets.length - limits.targets),
    },
  };
}

/** From the first day of all to the last; undefined without any. */
function extentOf(periods: readonly DatedPeriod[]): { readonly start: Day; readonly end: Day } | undefined {
  if (periods.length === 0) return undefined;
  return periods.reduce((all, { start, end }) => ({ start: Math.min(all.start, start), end: Math.max(all.end, end) }), {
    start: Infinity,
    end: -Infinity,
  });
}

function headlineOf(model: Model, group: PreviewReader): PreviewHeadline {
  const { root } = model;
  const name = group.plain(field.name);
  const lacking =
    root?.kind === 'object' ? (memberOf(root, field.name)?.key ?? { offset: root.offset, length: 1 }) : root;
  return {
    name: name?.text ?? '',
    kind: group.choice(field.trackingType)?.text ?? '',
    active: group.isOn(field.active, true),
    range: name?.range ?? model.rangeOf(lacking ?? { offset: 0, length: 0 }),
    kindRange: group.rangeOf(field.trackingType),
    activeRange: group.rangeOf(field.active),
  };
}

type Element = ReturnType<PreviewReader['elements']>[number];
/** What is no object is a period without anything: values belong to periods by their position. */
function toPeriod(model: Model, element: Element, index: number): PreviewPeriod {
  const { item, reader } = element;
  const { start, end } = daysOf(reader);
  const [dated] = toDated(element, index);
  return {
    index,
    name: cut(reader?.text(field.refCode) ?? ''),
    ...(start !== undefined && { startDay: toDayText(start) }),
    ...(end !== undefined && { endDay: toDayText(end) }),
    ...(dated && { days: lengthInDays(dated) }),
    active: reader?.isOn(field.active, true) ?? true,
    range: model.rangeOf(item),
    startRange: reader?.rangeOf(field.startDate),
    endRange: reader?.rangeOf(field.endDate),
  };
}

function daysOf(period: PreviewReader | undefined): { readonly start: Day | undefined; readonly end: Day | undefined } {
  const dayOf = (name: string) => dayIn(period?.text(name) ?? '');
  return { start: dayOf(field.startDate), end: dayOf(field.endDate) };
}

function toDated({ reader }: Element, index: number): DatedPeriod[] {
  const { start, end } = daysOf(reader);
  return start === undefined || end === undefined || end < start ? [] : [{ index, start, end }];
}

function toSpan(span: PeriodSpan): PreviewSpan {
  const { kind, start, end, between } = span;
  return { kind, startDay: toDayText(start), endDay: toDayText(end), days: lengthInDays(span), between };
}

function toTargets(model: Model, targets: readonly PreviewReader[]): PreviewTarget[] {
  const listed = targets.slice(0, limits.targets);
  const cells = Math.min(limits.periods, Math.floor(limits.cells / Math.max(listed.length, 1)));
  return listed.map((target, index) => toTarget(model, target, index, cells));
}

/** As many as the file says, but never more rows than periods would have. */
function cyclesWithoutPeriods(group: PreviewReader): number {
  const total = group.number(field.totalPeriods) ?? 0;
  return Number.isInteger(total) ? Math.min(Math.max(total, 0), limits.periods) : 0;
}

function toProblem({ level, code, message, at }: Finding, model: Model): PreviewProblem {
  return { level, code, message: cut(message), range: model.rangeOf(at) };
}

function countLevels(findings: readonly Finding[]): PreviewModel['problemCounts'] {
  const countOf = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
  return {
    error: countOf('error'),
    warning: countOf('warning'),
    information: countOf('information'),
    hint: countOf('hint'),
  };
}
