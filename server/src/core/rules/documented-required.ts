import type { ObjectNode } from '../document/node';
import { setMember } from '../edits/set-member';
import { containerOf, endOf, keyOf, memberOf } from '../document/node';
import type { Model } from '../document/model';
import { defineRule, type Fix, type Level } from './rule';
import { quoted } from './wording';

interface Missing {
  readonly object: ObjectNode;
  readonly name: string;
}

/** Most accepted bodies leave out some of these, so their absence is only worth a hint. */
const oftenLeftOut: ReadonlySet<string> = new Set([
  'targetEvaluationType',
  'frequencyType',
  'frequency',
  'recurringCycles',
]);

const isAbsent = (object: ObjectNode, name: string): boolean => {
  const member = memberOf(object, name);
  return !member || member.value?.kind === 'null';
};

function textOf(object: ObjectNode, name: string): string | undefined {
  const value = memberOf(object, name)?.value;
  return value?.kind === 'string' ? value.value : undefined;
}

/** A body of kind CAPPING leaves out everything that tells cycles, and is accepted so (FACTS b.12). */
function isExempt(object: ObjectNode): boolean {
  const container = containerOf(object);
  if (!container) return textOf(object, 'trackingType')?.toUpperCase() === 'CAPPING';
  return keyOf(object)?.value === 'activePeriod';
}

export const documentedRequired = defineRule<'object', Missing>({
  code: 'documented-required',
  levels: ['warning', 'hint'],
  scope: 'object',
  needsWholeText: true,
  title: 'A member that the documentation requires is missing',
  why: 'Documentation stars these members. The API has accepted bodies without some of them, and then chose a value of its own.',
  source: 'Starred rows of the documentation (FACTS a.1, a.3, a.4)',
  examples: {
    bad: '«documented-required:{» "name": "Spring", "totalPeriods": 0, "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "CUSTOM", "frequency": 0, "recurringCycles": 0 }',
    good: '{ "name": "Spring", "trackingType": "CAPPING" }',
  },
  *check({ object, schema }) {
    if (!schema?.properties || schema.readOnly || isExempt(object)) return;
    for (const [name, property] of Object.entries(schema.properties)) {
      if (property['x-documented-required'] !== true || !isAbsent(object, name)) continue;
      const level: Level = oftenLeftOut.has(name) ? 'hint' : 'warning';
      const message = `${quoted(name)} is missing; the documentation requires it here.`;
      yield { at: placeOf(object), message, level, data: { object, name } };
    }
  },
  fix: {
    title: 'insert it, with a value that is safe to begin with.',
    *propose({ data: { object, name } }, model): Iterable<Fix> {
      const value = placeholders[name]?.(object, model);
      if (value === undefined) return;
      yield { title: `Insert ${name}: ${value}`, edits: [setMember(model.text, object, name, value)], preferred: true };
    },
  },
});

/** The brace that lacks the member. */
function placeOf(object: ObjectNode) {
  return { offset: object.offset, length: Math.min(1, endOf(object) - object.offset) };
}

const entityOfType: Readonly<Record<string, string>> = {
  REGULAR_POINTS: 'POINTS',
  PROMOTIONAL_POINTS: 'POINTS',
  ALL_POINTS: 'POINTS',
  SALES: 'TRANSACTION',
  GROSS_SALES: 'TRANSACTION',
  COUNT: 'TRANSACTION',
  VISIT: 'TRANSACTION',
  QUANTITY: 'TRANSACTION',
  ALL: 'TRANSACTION',
};

const typeOfEntity: Readonly<Record<string, string>> = {
  TRANSACTION: 'SALES',
  LINEITEM: 'SALES',
  EVENT: 'COUNT',
  POINTS: 'ALL_POINTS',
  REWARDS: 'ALL_POINTS',
};

type Placeholder = (object: ObjectNode, model: Model) => string | undefined;

/** What a missing member begins with; undefined where every value would be a guess that brings a finding of its own. */
const placeholders: Readonly<Record<string, Placeholder>> = {
  trackingType: () => '"DEFAULT"',
  targetEvaluationType: () => '"FIXED_CALENDAR_WINDOW"',
  frequencyType: () => '"CUSTOM"',
  frequency: () => '0',
  recurringCycles: () => '0',
  totalPeriods: (group) => String(lengthOf(group, 'periods')),
  startDate: (period) => jsonText(textOf(period, 'endDate')),
  endDate: (period) => jsonText(textOf(period, 'startDate')),
  refCode: (period) => JSON.stringify(freeAmongNeighbours(period, 'refCode', 'Cycle_')),
  name: (target, model) => JSON.stringify(freeTargetName(model, target)),
  targetEntity: (target) =>
    isAbsent(target, 'targetType') ? '"TRANSACTION"' : jsonText(entityOfType[textOf(target, 'targetType') ?? '']),
  targetType: (target) =>
    isAbsent(target, 'targetEntity') ? '"SALES"' : jsonText(typeOfEntity[textOf(target, 'targetEntity') ?? '']),
};

const jsonText = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : JSON.stringify(text);

function lengthOf(object: ObjectNode, name: string): number {
  const value = memberOf(object, name)?.value;
  return value?.kind === 'array' ? value.items.length : 0;
}

/** The first of `base1`, `base2`, … from the object's own position on that none of its neighbours carries. */
function freeAmongNeighbours(object: ObjectNode, name: string, base: string): string {
  const array = containerOf(object);
  const neighbours = array?.kind === 'array' ? array.items : [object];
  const taken = new Set(neighbours.flatMap((item) => (item.kind === 'object' ? (textOf(item, name) ?? []) : [])));
  for (let number = neighbours.indexOf(object) + 1; ; number++)
    if (!taken.has(base + String(number))) return base + String(number);
}

function freeTargetName({ root }: Model, target: ObjectNode): string {
  const group = root?.kind === 'object' ? textOf(root, 'name') : undefined;
  const base = group !== undefined && group.trim() !== '' && group.length < 180 ? `${group.trim()} target ` : 'Target ';
  return freeAmongNeighbours(target, 'name', base);
}
