import type { NextId } from './id-sequences';
import { type JsonObject, literalOf, NumberText, objectsAt, textAt } from './json-value';
import { toThreeDecimals } from './number-text';

export interface Till {
  readonly id: number;
  readonly code: string;
}

/** A part of a group: its id and the checked JSON that was sent for it. */
export interface StoredPart {
  readonly id: number;
  readonly sent: JsonObject;
}

export interface StoredValue {
  readonly id: number;
  /** Undefined for a value beyond the last period. */
  readonly periodId: number | undefined;
  readonly value: NumberText;
}

export interface StoredTarget extends StoredPart {
  readonly name: string | undefined;
  readonly eventName: string;
  /** Undefined for alternate currencies and capping (FACTS c). */
  readonly ruleSetId: number | undefined;
  readonly values: readonly StoredValue[];
  /** True for a `_ReturnBill` sibling, which no rule of a unified group counts (FACTS b.9). */
  readonly isTwin: boolean;
}

export interface StoredGroup extends StoredPart {
  readonly createdOn: Date;
  readonly createdBy: Till;
  readonly periods: readonly StoredPart[];
  readonly streaks: readonly StoredPart[];
  readonly targets: readonly StoredTarget[];
}

export interface Creation {
  readonly nextId: NextId;
  readonly now: Date;
  readonly till: Till;
  readonly returnBillTwins: boolean;
}

/** Numbers the parts of a body that was found good, in the order of the body; twins come after all other targets. */
export function toStoredGroup(sent: JsonObject, creation: Creation): StoredGroup {
  const { nextId } = creation;
  const id = nextId('group');
  const periods = objectsAt(sent, 'periods').map((period) => ({ id: nextId('period'), sent: period }));
  const isStreak = (textAt(sent, 'trackingType') ?? '').includes('STREAK');
  const streaks = isStreak ? objectsAt(sent, 'streaks') : [];
  const own = objectsAt(sent, 'targets');
  const isCapping = textAt(sent, 'trackingType') === 'CAPPING';
  const store = (target: JsonObject, isTwin: boolean) => toStoredTarget(target, { nextId, periods, isCapping, isTwin });
  return {
    id,
    sent,
    createdOn: creation.now,
    createdBy: creation.till,
    periods,
    streaks: streaks.map((streak) => ({ id: nextId('streak'), sent: streak })),
    targets: [
      ...own.map((target) => store(target, false)),
      ...(creation.returnBillTwins ? own.filter(hasTwin).map((target) => store(target, true)) : []),
    ],
  };
}

/** FACTS b.9: in 2023 each SALES target with TRANSACTION enrolment got a sibling. */
function hasTwin(target: JsonObject): boolean {
  return textAt(target, 'targetType') === 'SALES' && textAt(target, 'enrolmentMethod') === 'TRANSACTION';
}

interface TargetContext {
  readonly nextId: NextId;
  readonly periods: readonly StoredPart[];
  readonly isCapping: boolean;
  readonly isTwin: boolean;
}

function toStoredTarget(sent: JsonObject, { nextId, periods, isCapping, isTwin }: TargetContext): StoredTarget {
  const name = textAt(sent, 'name');
  const hasRuleSet = !isCapping && textAt(sent, 'targetEntity') !== 'ALTERNATE_CURRENCIES';
  return {
    id: nextId('target'),
    sent,
    name: isTwin ? `${name ?? ''}_ReturnBill` : name,
    eventName: isTwin ? 'ReturnBill' : eventOf(sent),
    ruleSetId: hasRuleSet ? nextId('ruleSet') : undefined,
    // Matched to the periods by position (FACTS a.4).
    values: objectsAt(sent, 'defaultValues').map((entry, index) => ({
      id: nextId('defaultValue'),
      periodId: periods[index]?.id,
      value: new NumberText(toThreeDecimals(literalOf(entry.get('defaultValue')) ?? '') ?? '0.000'),
    })),
    isTwin,
  };
}

/** FACTS b.2: without a name the API silently takes the transaction. */
function eventOf(sent: JsonObject): string {
  const name = textAt(sent, 'eventName') ?? '';
  return name.trim() === '' ? 'TransactionAdd' : name;
}
