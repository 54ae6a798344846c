import { memberOf, siblingsOf, type Node, type ObjectNode } from '../document/node';
import { generateExpressionJson } from '../expression/generate';
import { dateTextLike, sampleDates } from '../generate/date-style';
import { dayLength } from '../periods/date-text';
import { toDayText } from '../periods/day';
import { timeZones } from '../periods/time-zones';
import { defaultValueOf } from '../rules/default-value';
import { emfEvents, isEmfEvent } from '../rules/emf-events';
import { positionOf } from '../rules/placeholders';
import { entitiesOfType, entitiesWithTypes, typesThatFit } from '../rules/target-pairs';
import { canTotalBecome } from '../rules/value-counts';
import { isFixedWindow, isStreak } from '../rules/windows';
import { memberSchema, schemaOf } from '../schema/schema';
import { choiceIn, fieldOf, type Context } from './context';
import { onlySource } from './evidence';
import { hasCurrency } from './key-wishes';
import { nextRefCode } from './next-ref-code';
import { dayFor, outerDay } from './period-days';
import type { UsedWords } from './used-words';

/** A value that fits where it is offered. */
export interface Suggestion {
  /** As JSON text. */
  readonly json: string;
  readonly detail?: string | undefined;
  /** The position of the snippet of `extendedFieldInfo` that has to come with it. */
  readonly info?: number | undefined;
}

type Suggest = (object: ObjectNode, context: Context) => readonly Suggestion[] | undefined;

/** The values that fit a member of an object, best first; undefined where the schema alone knows. */
export function memberValues(name: string, object: ObjectNode, context: Context): readonly Suggestion[] | undefined {
  return table[fieldOf(object, name)]?.(object, context);
}

const texts = (values: readonly string[], detail?: string): Suggestion[] =>
  values.map((value) => ({ json: JSON.stringify(value), detail }));

/** More of what others name is no help. */
const mostUsed = 50;

const used =
  (what: keyof UsedWords, more: readonly Suggestion[] = []): Suggest =>
  (_object, context) => {
    const known = new Map<string, number>();
    for (const json of context.used.flatMap((words) => words[what])) known.set(json, (known.get(json) ?? 0) + 1);
    const often = [...known].sort(([, one], [, other]) => other - one).slice(0, mostUsed);
    const found = often.map(([json]) => ({ json, detail: 'used in this workspace' }));
    const all = [...found, ...more.filter(({ json }) => !known.has(json))];
    return all.length > 0 ? all : undefined;
  };
const anyEvent = used('event', texts(['TransactionAdd', ...emfEvents], 'event of the API'));
/** An attribute of those that count alone is never added up. */
const attributeEvent: Suggest = (target, context) =>
  used('event')(target, context)?.filter(({ json }) => !emfEvents.some((event) => json === JSON.stringify(event)));

function dated(name: string, side: 'start' | 'end', inPeriod = false): Suggest {
  return (object, { model, facts }) => {
    const day = facts && (inPeriod ? dayFor(side, object, facts) : outerDay(side, facts));
    if (day === undefined) return undefined;
    if (!name.endsWith('ISO')) return [{ json: dateTextLike(sampleDates(model), model.text, name, day) }];
    const sample = String(memberSchema(schemaOf(object), name)?.examples?.[0]);
    return texts([toDayText(day) + sample.slice(dayLength)]);
  };
}

/** The one that samples have, then the places, then what is no place. */
const zones = [...new Set(['Asia/Kolkata', ...timeZones.filter((zone) => zone.includes('/')), ...timeZones])];

const hasInfo = (target: ObjectNode) => memberOf(target, 'extendedFieldInfo')?.value?.kind === 'object';

const table: Readonly<Record<string, Suggest>> = {
  totalPeriods: (_group, { facts }) => {
    const periods = facts?.group.periods.value ?? 0;
    const counts =
      periods > 0 ? [periods] : (facts?.targets.flatMap(({ defaultValues }) => defaultValues.value ?? []) ?? []);
    if (!facts || counts.length === 0) return undefined;
    return [...new Set(counts)]
      .filter((count) => canTotalBecome(count, facts))
      .map((count) => ({ json: String(count) }));
  },
  targetEvaluationType: (group) => {
    const isFixed = memberOf(group, 'leaderboardEnabled')?.value;
    const kind = choiceIn(group, 'trackingType');
    const needsFixed = (isFixed?.kind === 'boolean' && isFixed.value) || kind === 'UNIFIED' || isStreak(kind);
    return needsFixed ? texts(['FIXED_CALENDAR_WINDOW']) : undefined;
  },
  leaderboardEnabled: (group) =>
    isFixedWindow(choiceIn(group, 'targetEvaluationType') ?? 'FIXED_CALENDAR_WINDOW') ? undefined : [{ json: 'false' }],
  timeZoneName: used('zone', texts(zones)),
  fromDate: dated('fromDate', 'start'),
  toDate: dated('toDate', 'end'),
  targetCycleStartDate: dated('targetCycleStartDate', 'start'),
  targetCycleEndDate: dated('targetCycleEndDate', 'end'),
  targetCycleStartDateISO: dated('targetCycleStartDateISO', 'start'),
  targetCycleEndDateISO: dated('targetCycleEndDateISO', 'end'),
  'periods.startDate': dated('startDate', 'start', true),
  'periods.endDate': dated('endDate', 'end', true),
  'periods.refCode': (period, { model, facts }) => facts && [{ json: nextRefCode(facts, model.text, period) }],
  'streaks.targetCountOfSequence': (level, { facts }) => {
    const count = (each: Node) => {
      const value = each.kind === 'object' ? memberOf(each, 'targetCountOfSequence')?.value : undefined;
      return value?.kind === 'number' ? value.value : [];
    };
    const at = positionOf(level);
    const next = Math.max(1, ...siblingsOf(level).slice(0, at).flatMap(count)) + 1;
    const most = Math.min(
      facts?.group.totalPeriods.value ?? Infinity,
      ...siblingsOf(level)
        .slice(at + 1)
        .flatMap(count)
        .map((above) => above - 1),
    );
    return next <= most ? [{ json: String(next) }] : [];
  },
  'targets.targetType': (target) => {
    const entity = choiceIn(target, 'targetEntity');
    const types = entity === undefined ? [] : typesThatFit(entity);
    const all = types.length > 0 ? types : [...new Set(entitiesWithTypes.flatMap(typesThatFit))];
    const isNew = (type: string) => !hasInfo(target) && (type === 'EXTENDED_FIELD' || type === 'EVENT_ATTRIBUTE');
    const event = memberOf(target, 'eventName')?.value;
    const isEmf = event?.kind === 'string' && isEmfEvent(event.value);
    const fitting = all.filter((type) => !isEmf || type !== 'EVENT_ATTRIBUTE');
    return fitting.map((type) => valueOf(entity ?? 'targetType', type, type, isNew(type) ? 0 : undefined));
  },
  'targets.targetEntity': (target) => {
    const type = choiceIn(target, 'targetType');
    const fitting = type === undefined ? [] : entitiesOfType(type);
    return (fitting.length > 0 ? fitting : entitiesWithTypes).flatMap((entity) => {
      const isCurrency = entity === 'ALTERNATE_CURRENCIES';
      if (isCurrency && !hasCurrency(target)) return [];
      return valueOf(entity, type ?? '', entity, isCurrency && !hasInfo(target) ? 1 : undefined);
    });
  },
  'targets.defaultValues.defaultValue': (own, { model: { text } }) => {
    const others = siblingsOf(own).flatMap((each) => (each === own ? [] : (defaultValueOf(each)?.node ?? [])));
    const found = others.map(({ offset, length }) => text.slice(offset, offset + length));
    return found.length > 0 ? [...new Set(found)].reverse().map((json) => ({ json })) : undefined;
  },
  'targets.eventName': (target, context) =>
    (choiceIn(target, 'targetType') === 'EVENT_ATTRIBUTE' ? attributeEvent : anyEvent)(target, context),
  'targets.expressionJson': (target) => {
    const rule = memberOf(target, 'expression')?.value;
    const isRule = (rule?.kind === 'string' || rule?.kind === 'boolean') && !rule.broken;
    const made = generateExpressionJson(isRule ? rule.value : true);
    return made.kind === 'generated' ? texts([made.expressionJson]) : [];
  },
  'targets.extendedFieldInfo.name': used('field'),
  'targets.extendedFieldInfo.alternateCurrencyIdentifier': used('currency'),
  'targets.extendedFieldInfo.programId': used('program'),
};

const valueOf = (of: string, other: string, value: string, info: number | undefined): Suggestion => ({
  json: JSON.stringify(value),
  detail: onlySource(of, other),
  info,
});
