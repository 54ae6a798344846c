import { memberOf, type ObjectNode } from '../document/node';
import { generateExpressionJson } from '../expression/generate';
import { dateTextLike, datesOf } from '../generate/date-style';
import { timeZones } from '../periods/time-zones';
import { codeLiteral, nextFreeCode } from '../rules/next-code';
import { entitiesOfType, typesThatFit } from '../rules/target-pairs';
import { canTotalBecome } from '../rules/value-counts';
import { isFixedWindow, isStreak } from '../rules/windows';
import { choiceIn, placeOf, type Context } from './context';
import { onlySource } from './evidence';
import { hasCurrency } from './key-wishes';
import { dayFor, outerDay } from './period-days';
import type { UsedWords } from './used-words';

/** A value that fits where it is offered. */
export interface Suggestion {
  /** As JSON text. */
  readonly json: string;
  readonly detail?: string;
  /** A member that has to come with it, by the position of its snippet in the schema. */
  readonly needs?: { readonly name: string; readonly snippet: number };
}

type Suggest = (object: ObjectNode, context: Context) => readonly Suggestion[] | undefined;

/** The values that fit a member of an object, best first; undefined where the schema alone knows. */
export function memberValues(name: string, object: ObjectNode, context: Context): readonly Suggestion[] | undefined {
  return table[`${placeOf(object)}/${name}`]?.(object, context);
}

const texts = (values: readonly string[], detail?: string): Suggestion[] =>
  values.map((value) => ({ json: JSON.stringify(value), ...(detail === undefined ? undefined : { detail }) }));

const emfEvents = ['TransactionAdd', 'CustomerRegistration', 'PointsRedemption', 'ReturnBill', 'PointsTransfer'];

/** More of what others name is no help. */
const mostUsed = 50;

const used =
  (what: keyof UsedWords, more: readonly Suggestion[] = []): Suggest =>
  (_object, context) => {
    const known = new Set(context.used.flatMap((words) => words[what]));
    const found = [...known].slice(0, mostUsed).map((json) => ({ json, detail: 'used in this workspace' }));
    const all = [...found, ...more.filter(({ json }) => !known.has(json))];
    return all.length > 0 ? all : undefined;
  };

function dated(name: string, side: 'start' | 'end', inPeriod: boolean): Suggest {
  return (object, { model, facts }) => {
    const day = facts && (inPeriod ? dayFor(side, object, facts) : outerDay(side, facts));
    return day === undefined ? undefined : [{ json: dateTextLike(datesOf(model), model.text, name, day) }];
  };
}

const entities = ['TRANSACTION', 'LINEITEM', 'EVENT', 'POINTS', 'ALTERNATE_CURRENCIES'];

const table: Readonly<Record<string, Suggest>> = {
  '/totalPeriods': (_group, { facts }) => {
    const periods = facts?.group.periods.value ?? 0;
    const counts =
      periods > 0 ? [periods] : (facts?.targets.flatMap(({ defaultValues }) => defaultValues.value ?? []) ?? []);
    if (!facts || counts.length === 0) return undefined;
    return [...new Set(counts)]
      .filter((count) => canTotalBecome(count, facts))
      .map((count) => ({ json: String(count) }));
  },
  '/targetEvaluationType': (group) => {
    const isFixed = memberOf(group, 'leaderboardEnabled')?.value;
    const kind = choiceIn(group, 'trackingType');
    const needsFixed = (isFixed?.kind === 'boolean' && isFixed.value) || kind === 'UNIFIED' || isStreak(kind);
    return needsFixed ? texts(['FIXED_CALENDAR_WINDOW']) : undefined;
  },
  '/leaderboardEnabled': (group) =>
    isFixedWindow(choiceIn(group, 'targetEvaluationType') ?? 'FIXED_CALENDAR_WINDOW') ? undefined : [{ json: 'false' }],
  '/timeZoneName': () => texts(timeZones),
  '/fromDate': dated('fromDate', 'start', false),
  '/toDate': dated('toDate', 'end', false),
  '/targetCycleStartDate': dated('targetCycleStartDate', 'start', false),
  '/targetCycleEndDate': dated('targetCycleEndDate', 'end', false),
  'periods/startDate': dated('startDate', 'start', true),
  'periods/endDate': dated('endDate', 'end', true),
  'periods/refCode': (period, { model, facts }) => {
    const codes =
      facts?.periods.flatMap(({ refCode, index }) => (refCode.value === undefined ? [] : { refCode, index })) ?? [];
    const others = codes.filter(({ refCode }) => refCode.at.offset !== memberOf(period, 'refCode')?.value?.offset);
    const last = others.findLast(({ refCode }) => refCode.at.offset < period.offset) ?? others.at(-1);
    if (!last) return [{ json: '"Cycle_1"' }];
    const taken = new Set(others.flatMap(({ refCode }) => refCode.value ?? []));
    const next = nextFreeCode(last.refCode.value ?? '', taken);
    return [{ json: codeLiteral(next, model.text.slice(last.refCode.at.offset)) }];
  },
  'streaks/targetCountOfSequence': (_level, { facts }) => [{ json: String((facts?.group.highestStreak ?? 0) + 1) }],
  'targets/targetType': (target) => {
    const entity = choiceIn(target, 'targetEntity');
    const types = entity === undefined ? [] : typesThatFit(entity);
    const all = types.length > 0 ? types : [...new Set(entities.flatMap(typesThatFit))];
    const hasInfo = memberOf(target, 'extendedFieldInfo')?.value?.kind === 'object';
    return all.map((type) => {
      const needsInfo = !hasInfo && (type === 'EXTENDED_FIELD' || type === 'EVENT_ATTRIBUTE');
      return valueOf(entity ?? 'targetType', type, type, needsInfo ? 0 : undefined);
    });
  },
  'targets/targetEntity': (target) => {
    const type = choiceIn(target, 'targetType');
    const fitting = type === undefined ? [] : entitiesOfType(type);
    const hasInfo = memberOf(target, 'extendedFieldInfo')?.value?.kind === 'object';
    return (fitting.length > 0 ? fitting : entities).flatMap((entity) => {
      const isCurrency = entity === 'ALTERNATE_CURRENCIES';
      if (isCurrency && !hasCurrency(target)) return [];
      return valueOf(entity, type ?? '', entity, isCurrency && !hasInfo ? 1 : undefined);
    });
  },
  'targets/eventName': (target, context) =>
    used('event', choiceIn(target, 'targetType') === 'EVENT_ATTRIBUTE' ? [] : texts(emfEvents, 'event of the API'))(
      target,
      context,
    ),
  'targets/expressionJson': (target) => {
    const rule = memberOf(target, 'expression')?.value;
    const isRule = (rule?.kind === 'string' || rule?.kind === 'boolean') && !rule.broken;
    const made = generateExpressionJson(isRule ? rule.value : true);
    return made.kind === 'generated' ? texts([made.expressionJson]) : [];
  },
  'targets.extendedFieldInfo/name': used('field'),
  'targets.extendedFieldInfo/alternateCurrencyIdentifier': used('currency'),
  'targets.extendedFieldInfo/programId': used('program'),
};

function valueOf(of: string, other: string, value: string, snippet: number | undefined): Suggestion {
  const detail = onlySource(of, other);
  return {
    json: JSON.stringify(value),
    ...(detail === undefined ? undefined : { detail }),
    ...(snippet === undefined ? undefined : { needs: { name: 'extendedFieldInfo', snippet } }),
  };
}
