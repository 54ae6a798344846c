import { memberOf, type Node, type ObjectNode, type Place } from '../document/node';
import type { Model } from '../document/model';
import { resizeArray } from '../edits/resize-array';
import { setMember } from '../edits/set-member';
import type { Facts } from './facts';
import { defineRule, type Fix, type Level } from './rule';
import type { TargetFacts } from './target-facts';
import { counted } from './wording';

interface Data {
  readonly targetIndex: number;
  readonly expected: number;
  /** Where `totalPeriods` stands and what it would become, when setting it is a repair. */
  readonly total: { readonly at: Place; readonly value: number } | undefined;
}

interface Expected {
  readonly count: number;
  readonly by: 'totalPeriods' | 'periods';
}

function expectedCount({ group: { totalPeriods, periods } }: Facts): Expected | undefined {
  if (totalPeriods.value !== undefined) return { count: totalPeriods.value, by: 'totalPeriods' };
  if (totalPeriods.presence === 'unknown' || periods.value === undefined) return undefined;
  return { count: periods.value, by: 'periods' };
}

function levelOf({ group }: Facts, expected: Expected, count: number | undefined): Level {
  if (count === undefined || expected.by === 'periods') return 'warning';
  return count === group.periods.value ? 'information' : 'error';
}

function messageOf(expected: Expected, count: number | undefined): string {
  const reference =
    expected.by === 'totalPeriods'
      ? `totalPeriods is ${expected.count}`
      : `there are ${counted(expected.count, 'period')}`;
  const actual =
    count === undefined
      ? 'This target has no defaultValues'
      : `defaultValues has ${counted(count, 'entry', 'entries')}`;
  return `${actual}, but ${reference}; each period takes the value at its own position.`;
}

function targetAt(model: Model, index: number): ObjectNode | undefined {
  const { root } = model;
  const targets: Node | undefined = root?.kind === 'object' ? memberOf(root, 'targets')?.value : undefined;
  const target = targets?.kind === 'array' ? targets.items[index] : undefined;
  return target?.kind === 'object' ? target : undefined;
}

export const defaultValuesCount = defineRule<'across', Data>({
  code: 'default-values-count',
  levels: ['error', 'warning', 'information'],
  scope: 'across',
  needsWholeText: true,
  title: 'A target does not have one default value per period',
  why: 'Values belong to periods by their position. Where one is missing the period has no value that customers have to reach; one too many belongs to nothing.',
  source: 'FACTS b.3 (98 of 99 stored targets)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "totalPeriods": 1, "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", «default-values-count:"defaultValues"»: [{ "defaultValue": 1 }, { "defaultValue": 1 }] }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "totalPeriods": 1, "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "defaultValues": [{ "defaultValue": 1 }] }] }',
  },
  *check(facts) {
    const expected = expectedCount(facts);
    if (!expected) return;
    for (const target of facts.targets) {
      const { value: count, presence } = target.defaultValues;
      const isRight =
        presence === 'unknown' || count === expected.count || (presence === 'absent' && expected.count === 0);
      if (!isRight) yield problemOf(facts, target, expected);
    }
  },
  fix: {
    title: 'pad with the last value, drop those that are too many, or set totalPeriods.',
    *propose({ data }, model): Iterable<Fix> {
      const target = targetAt(model, data.targetIndex);
      const values = target && memberOf(target, 'defaultValues')?.value;
      if (data.total) {
        const { at, value } = data.total;
        const edits = [{ offset: at.offset, length: at.length, newText: String(value) }];
        yield { title: `Set totalPeriods to ${value}`, edits };
      }
      const item = '{ "defaultValue": 1 }';
      if (values?.kind === 'array') {
        const edit = resizeArray(model.text, values, data.expected, item);
        const more = data.expected > values.items.length;
        const title = more ? `Pad to ${data.expected} with the last value` : `Keep the first ${data.expected}`;
        if (edit) yield { title, edits: [edit] };
      } else if (target) {
        const list = `[${Array.from({ length: data.expected }, () => item).join(', ')}]`;
        const title = `Insert ${counted(data.expected, 'default value')}`;
        yield { title, edits: [setMember(model.text, target, 'defaultValues', list)] };
      }
    },
  },
});

function problemOf(facts: Facts, target: TargetFacts, expected: Expected) {
  const { totalPeriods, periods } = facts.group;
  const count = target.defaultValues.value;
  const level = levelOf(facts, expected, count);
  const isTotalWrong = expected.by === 'totalPeriods' && count !== undefined && count === periods.value;
  const reference = expected.by === 'totalPeriods' ? totalPeriods : periods;
  return {
    at: target.defaultValues.key,
    level,
    message: messageOf(expected, count),
    related: [{ at: reference.key, message: `${expected.by} is what it is compared with.` }],
    data: {
      targetIndex: target.index,
      expected: expected.count,
      total: isTotalWrong ? { at: totalPeriods.at, value: count } : undefined,
    },
  };
}
