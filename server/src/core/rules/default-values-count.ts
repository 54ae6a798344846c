import { nodeAtPath, type ArrayNode } from '../document/node';
import type { Model } from '../document/model';
import { jsonTextIn } from '../edits/json-text';
import { keepItems } from '../edits/resize-array';
import { setMember } from '../edits/set-member';
import type { Facts } from './facts';
import { padValues } from './pad-values';
import { defineRule, type Fix } from './rule';
import type { TargetFacts } from './target-facts';
import { canTotalBecome, countLevel, expectedCount, type ExpectedCount } from './value-counts';
import { counted } from './wording';

interface Data {
  readonly facts: Facts;
  readonly target: TargetFacts;
  readonly expected: ExpectedCount;
}

/** More values than any group has cycles are not written by a fix. */
const mostWritten = 1000;

export const defaultValuesCount = defineRule<'across', Data>({
  code: 'default-values-count',
  levels: ['error', 'warning', 'information'],
  scope: 'across',
  needsWholeText: true,
  title: 'A target does not have one default value per period',
  why: 'Values belong to periods by their position. Where one is missing the period has no value that customers have to reach; one too many belongs to nothing.',
  source: 'FACTS b.3 (98 of 99 stored targets)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "totalPeriods": 1, "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT", «default-values-count:"defaultValues"»: [{ "defaultValue": 1 }, { "defaultValue": 1 }] }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "totalPeriods": 1, "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT", "defaultValues": [{ "defaultValue": 1 }] }] }',
  },
  *check(facts) {
    const expected = expectedCount(facts.group);
    for (const target of facts.targets) {
      const level = countLevel(facts.group, target.defaultValues);
      if (expected && level) yield { ...problemOf(facts, target, expected), level };
    }
  },
  fix: {
    title: 'pad with the last value, drop those that are too many, or set totalPeriods.',
    *propose({ data: { facts, target, expected } }, model): Iterable<Fix> {
      const { totalPeriods, periods } = facts.group;
      const count = target.defaultValues.value;
      const isTotalWrong = expected.by === 'totalPeriods' && count !== undefined && count === periods.value;
      const isTotalFixed = isTotalWrong && canTotalBecome(count, facts);
      if (isTotalFixed) {
        const edits = [{ offset: totalPeriods.at.offset, length: totalPeriods.at.length, newText: String(count) }];
        yield { title: `Set totalPeriods to ${count}`, edits, preferred: true };
      }
      const node = nodeAtPath(model.root, ['targets', target.index]);
      const values = nodeAtPath(node, ['defaultValues']);
      if (values?.kind === 'array') yield* resize(model, values, expected.count, !isTotalFixed);
      else if (node?.kind === 'object' && expected.count <= mostWritten) {
        const list = Array.from({ length: expected.count }, () => ({ defaultValue: '1' }));
        const edits = [setMember(model.text, node, 'defaultValues', jsonTextIn(model.text, node, list))];
        yield { title: `Insert ${counted(expected.count, 'default value')}`, edits, preferred: true };
      }
    },
  },
});

function* resize({ text }: Model, values: ArrayNode, expected: number, preferred: boolean): Iterable<Fix> {
  const shorter = keepItems(values, expected);
  if (shorter) yield { title: `Keep the first ${expected}`, edits: [shorter] };
  else if (expected <= mostWritten) {
    const edits = [padValues(text, values, expected - values.items.length)];
    yield { title: `Pad to ${expected} with the last value`, edits, preferred };
  }
}

function problemOf(facts: Facts, target: TargetFacts, expected: ExpectedCount) {
  const { value: count, key } = target.defaultValues;
  const reference =
    expected.by === 'totalPeriods'
      ? `totalPeriods is ${expected.count}`
      : `there ${expected.count === 1 ? 'is' : 'are'} ${counted(expected.count, 'period')}`;
  const actual =
    count === undefined
      ? 'This target has no defaultValues'
      : `defaultValues has ${counted(count, 'entry', 'entries')}`;
  return {
    at: key,
    message: `${actual}, but ${reference}; each period takes the value at its own position.`,
    related: [{ at: facts.group[expected.by].key, message: `${expected.by} is what it is compared with.` }],
    data: { facts, target, expected },
  };
}
