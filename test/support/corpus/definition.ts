import { anyDateText } from './calendar';
import { anyPeriods, type Periods } from './periods';
import { createRandom, type Random } from './random';
import { anyTarget } from './targets';
import { anyText, spelt } from './texts';
import { leaf, list, object, text, type Layout, type List, type Obj, type Tree } from './tree';
import type { Wishes } from './wishes';

/** A definition that is valid by the way it was made, and how it is to be written. */
export interface Definition {
  readonly root: Obj;
  readonly layout: Layout;
}

/**
 * Makes one definition without an error or a warning.
 * @param seed the same seed and wishes make the same definition.
 */
export function createDefinition(seed: number, wishes: Wishes = {}): Definition {
  const random = createRandom(seed);
  const plan = anyPlan(random, wishes);
  const periods = anyPeriods(random, { ...plan, count: plan.periods });
  const members = {
    name: spelt(random, anyText(random, 200)),
    description: random.pick<Tree | undefined>([undefined, text(''), spelt(random, anyText(random, 255))]),
    active: random.pick([undefined, leaf(true), leaf(false), leaf('null')]),
    preferredTillId: random.pick(
      ['0', '-1', '50692189', '7998987987686876867', '9'.repeat(30)].map((id) => leaf(id)) as [Tree],
    ),
    ...kindMembers(random, plan),
    ...windowMembers(random, plan),
    ...cycleMembers(random, plan),
    ...dateMembers(random, plan, periods),
    timeZoneName: random.pick([undefined, text('Asia/Kolkata'), text('Asia/Calcutta'), text('UTC')]),
    aggregateWindow: random.once(8) ? object({ windowType: text('MIN'), windowTimeUnit: text('DAY') }) : undefined,
    periods: periods.periods.length > 0 ? list(periods.periods) : random.pick([undefined, list([])]),
    targets: targetsOf(random, plan),
    activePeriod: random.once(8) ? object({ active: leaf(true), startDate: text('2027-01-01') }) : undefined,
    ...oddities(random, plan),
  };
  const root = object(members);
  root.members = random.once(3) ? random.shuffled(root.members) : root.members;
  return { root, layout: anyLayout(random) };
}

interface Plan {
  readonly isSpotless: boolean;
  readonly trackingType: NonNullable<Wishes['trackingType']>;
  readonly window: NonNullable<Wishes['window']>;
  readonly frequencyType: string;
  readonly frequency: number;
  readonly periods: number;
  /** The number of cycles: that of the periods where there are any. */
  readonly total: number;
  readonly targets: number;
  readonly isUserCreated: boolean;
  readonly pair: Wishes['pair'];
}

const isStreak = (trackingType: string) => trackingType === 'STREAKS' || trackingType === 'NON_CONTINUOUS_STREAKS';

function anyPlan(random: Random, wishes: Wishes): Plan {
  const trackingType =
    wishes.trackingType ?? random.pick(['DEFAULT', 'UNIFIED', 'STREAKS', 'NON_CONTINUOUS_STREAKS', 'CAPPING']);
  const needsFixed = trackingType === 'UNIFIED' || isStreak(trackingType);
  const anyWindow = random.pick(['FIXED_CALENDAR_WINDOW', 'CYCLIC_WINDOW', 'PERIOD_AGNOSTIC_WINDOW'] as const);
  const window = wishes.window ?? (needsFixed ? 'FIXED_CALENDAR_WINDOW' : anyWindow);
  const units = ['CUSTOM', 'CUSTOM', 'DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'] as const;
  const least = isStreak(trackingType) ? 1 : 0;
  const periods = wishes.periods ?? random.pick([random.integer(least, 6), 1, 4, random.once(10) ? 100 : 2]);
  const targets = wishes.targets ?? (trackingType === 'UNIFIED' ? random.pick([0, 2, 3, 4]) : random.integer(0, 1));
  return {
    isSpotless: wishes.spotless === true,
    trackingType,
    window,
    frequencyType: wishes.frequencyType ?? random.pick(units),
    frequency: random.pick([0, 0, 1, 1, 2, 3, -10]),
    periods,
    total: periods > 0 ? periods : random.integer(least, 4),
    targets,
    isUserCreated: wishes.userCreated ?? (targets < 2 && random.once(5)),
    pair: wishes.pair,
  };
}

function kindMembers(random: Random, plan: Plan): Record<string, Tree | undefined> {
  const { trackingType, isSpotless, isUserCreated } = plan;
  const isLabel = trackingType === 'STREAKS' && !isSpotless && random.once(3);
  const isUnified = trackingType === 'UNIFIED';
  const combinationType = random.pick(['ALL', 'ANY']);
  const overall = random.pick<Tree | undefined>([
    undefined,
    object({}),
    object({ thresholdValue: leaf(5000) }),
    object({ aggregation: text('SUM'), thresholdValue: leaf(0.5) }),
  ]);
  return {
    trackingType: text(isLabel ? 'STREAK' : trackingType),
    userCreated: isUserCreated ? leaf(true) : random.pick([undefined, leaf(false)]),
    streaks: isStreak(trackingType) ? anyStreaks(random, plan.total) : undefined,
    combinationType: isUnified ? text(combinationType) : undefined,
    unifiedTargetExpression: isUnified && combinationType === 'ALL' ? overall : undefined,
  };
}

/** Levels one above the other, none above the number of cycles. */
function anyStreaks(random: Random, cycles: number): List {
  const counts = Array.from({ length: cycles }, (_, index) => index + 1);
  const chosen = random.shuffled(counts).slice(0, random.integer(1, Math.min(10, cycles)));
  const levels = chosen.sort((a, b) => a - b);
  return list(levels.map((count) => object({ name: text(`Level ${count}`), targetCountOfSequence: leaf(count) })));
}

function windowMembers(random: Random, { window, trackingType, isSpotless }: Plan): Record<string, Tree | undefined> {
  const isFixed = window === 'FIXED_CALENDAR_WINDOW';
  const mayHaveLeaderboard = isFixed && trackingType === 'DEFAULT';
  const mayBeLeftOut = isFixed && (!isSpotless || trackingType === 'CAPPING') && random.once(4);
  return {
    targetEvaluationType: mayBeLeftOut ? undefined : text(window),
    leaderboardEnabled: random.pick([undefined, leaf(false), mayHaveLeaderboard ? leaf(true) : undefined]),
  };
}

function cycleMembers(random: Random, plan: Plan): Record<string, Tree | undefined> {
  const mayLack = plan.trackingType === 'CAPPING' || !plan.isSpotless;
  const orNone = (value: Tree) => (mayLack && random.once(4) ? undefined : value);
  // Without a total, values are compared with the periods; without both, with nothing.
  const isTotalNeeded = plan.trackingType !== 'CAPPING' || plan.periods === 0;
  const total = random.pick([leaf(plan.total), leaf(plan.total), leaf(`${plan.total}.0`)]);
  return {
    totalPeriods: isTotalNeeded ? total : orNone(total),
    // A unit without its number of units is one cycle long, so both are left out, or neither.
    ...(mayLack && random.once(4)
      ? { frequencyType: undefined, frequency: undefined }
      : { frequencyType: text(plan.frequencyType), frequency: leaf(plan.frequency) }),
    recurringCycles: orNone(leaf(random.pick([0, 1, plan.total, 100]))),
  };
}

/** Dates around all periods, each there or not; where there are periods, on their first and last day at the closest. */
function dateMembers(random: Random, { isSpotless }: Plan, { first, last }: Periods): Record<string, Tree | undefined> {
  const before = () =>
    random.once(2) ? undefined : text(anyDateText(random, first - random.pick([0, 0, 1, 400]), !isSpotless));
  const behind = () =>
    random.once(2) ? undefined : text(anyDateText(random, last + random.pick([0, 0, 1, 400]), !isSpotless));
  return {
    fromDate: before(),
    toDate: behind(),
    targetCycleStartDate: before(),
    targetCycleEndDate: behind(),
    targetCycleStartDateISO: before(),
    targetCycleEndDateISO: behind(),
  };
}

function targetsOf(random: Random, plan: Plan): Tree | undefined {
  if (plan.targets === 0) return random.pick([undefined, list([])]);
  const { total: values, isUserCreated, isSpotless, pair } = plan;
  const isFixedWindow = plan.window === 'FIXED_CALENDAR_WINDOW';
  const target = (index: number) =>
    anyTarget(random, index, { values, isFixedWindow, isUserCreated, isSpotless, pair });
  return list(Array.from({ length: plan.targets }, (_, index) => target(index)));
}

/** What is worth no more than a word: a member of an answer, a zone that nobody knows. */
function oddities(random: Random, { isSpotless }: Plan): Record<string, Tree | undefined> {
  if (isSpotless) return {};
  return {
    orgId: random.once(10) ? leaf(50) : undefined,
    ...(random.once(10) ? { timeZoneName: text('Asia/Nowhere') } : undefined),
  };
}

function anyLayout(random: Random): Layout {
  const lineEnd = random.pick(['\n', '\n', '\r\n', '\r', ''] as const);
  return {
    lineEnd,
    indent: random.pick(['  ', '  ', '    ', '\t', '']),
    colon: random.pick([': ', ': ', ':', ' : ']),
    around: random.pick([
      ['', ''],
      ['', lineEnd],
      [`${lineEnd}\t`, ' '],
    ]),
  };
}
