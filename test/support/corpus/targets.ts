import { anyExpressions } from './expressions';
import type { Random } from './random';
import { anyText, spelt } from './texts';
import { leaf, list, object, text, type Leaf, type List, type Obj, type Tree } from './tree';
import { pairs, type Pair } from './wishes';

export interface TargetPlan {
  /** How many values each target has. */
  readonly values: number;
  readonly isFixedWindow: boolean;
  readonly isUserCreated: boolean;
  readonly isSpotless: boolean;
  readonly pair: Pair | undefined;
}

export function anyTarget(random: Random, index: number, plan: TargetPlan): Obj {
  const [entity, type] = plan.pair ?? random.pick(pairs);
  const isLabel = entity === 'POINTS' && !plan.isSpotless && random.once(3);
  return object({
    name: spelt(random, `${anyText(random, 190)} ${index}`),
    active: random.pick([undefined, leaf(true), leaf(false)]),
    description: random.pick<Tree | undefined>([undefined, leaf('null'), spelt(random, anyText(random, 255))]),
    targetEntity: text(isLabel ? 'REWARDS' : entity),
    targetType: text(type),
    eventName: eventName(random, entity, type),
    ...anyExpressions(random),
    filters: anyFilters(random),
    enrolmentMethod: enrolment(random, plan),
    defaultValues: plan.values === 0 && random.once(2) ? undefined : anyValues(random, type, plan),
    extendedFieldInfo: fieldInfo(random, entity, type, plan.isSpotless),
    targetMilestoneTriggers: random.pick([undefined, list([]), list([object({ anything: leaf(1) })])]),
    targetAudienceFilter: random.once(6) ? list([object({ audienceGroupId: leaf(5) })]) : undefined,
  });
}

function eventName(random: Random, entity: string, type: string): Tree | undefined {
  const own = spelt(random, anyText(random, 30));
  if (entity !== 'EVENT') return random.once(8) ? text('TransactionAdd') : undefined;
  return type === 'EVENT_ATTRIBUTE' ? own : random.pick([own, text('PointsRedemption'), text('TransactionAdd')]);
}

function enrolment(random: Random, { isFixedWindow, isUserCreated, isSpotless }: TargetPlan): Tree | undefined {
  if (isUserCreated) return isFixedWindow || !isSpotless ? random.pick([undefined, text('IMPORT')]) : undefined;
  const methods = ['TRANSACTION', 'AUDIENCE_FILTER', ...(isFixedWindow || !isSpotless ? ['IMPORT'] : [])];
  if (!isSpotless && random.once(4)) return undefined;
  return text(random.pick(methods as [string, ...string[]]));
}

/** Values as numbers and as texts: equal ones in different spellings where the window has one for all cycles. */
function anyValues(random: Random, type: string, plan: TargetPlan): List {
  const isWhole = plan.isSpotless && ['COUNT', 'VISIT', 'QUANTITY'].includes(type);
  const mayDiffer = plan.isFixedWindow || (!plan.isSpotless && random.once(2));
  const number = (): string => String(random.integer(-2, 5000)) + (isWhole || random.once(2) ? '' : '.25');
  const same = number();
  const one = (): Leaf => {
    const digits = mayDiffer ? number() : same;
    const zeros = digits.includes('.') ? random.pick(['', '0']) : random.pick(['', '.0', '.00']);
    return random.pick([
      leaf(digits + zeros),
      text(digits + zeros),
      text(digits.startsWith('-') ? digits : `+${digits}`),
    ]);
  };
  return list(Array.from({ length: plan.values }, () => object({ defaultValue: one() })));
}

function anyFilters(random: Random): Tree | undefined {
  const ids = (): Tree[] =>
    Array.from({ length: random.integer(0, 3) }, () => {
      const id = random.integer(0, 60_000_000);
      return random.pick([leaf(id), text(String(id))]);
    });
  const filter = () => object({ entityType: text(random.pick(['STORE', 'ZONE', 'CONCEPT'])), entityIds: list(ids()) });
  return random.pick([undefined, list([]), leaf('null'), list([filter()]), list([filter(), filter()])]);
}

function fieldInfo(random: Random, entity: string, type: string, isSpotless: boolean): Tree | undefined {
  const window = object({
    windowType: text('MAX'),
    windowTimeUnit: text('DAY'),
    windowValue: random.pick([leaf(1), text('1')]),
  });
  const named = object({
    name: spelt(random, anyText(random, 20)),
    aggregateFunction: random.pick([undefined, text('SUM'), text('COUNT')]),
    aggregateWindow: random.pick<Tree | undefined>([undefined, window, text('DAY'), leaf('null')]),
  });
  if (entity === 'ALTERNATE_CURRENCIES') {
    return object({ alternateCurrencyIdentifier: text(random.pick(['0nzyDx', 'DocCoin'])), programId: leaf(46) });
  }
  if (type === 'EVENT_ATTRIBUTE' || type === 'EXTENDED_FIELD') return named;
  const isUnused = type === 'COUNT' || type === 'VISIT';
  return (isUnused && isSpotless) || !random.once(4) ? undefined : random.pick([named, object({})]);
}
