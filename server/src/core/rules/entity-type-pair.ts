import type { Place } from '../document/node';
import type { Part } from './part';
import { defineRule, type Fix } from './rule';
import { isEmfEvent } from './emf-events';
import { typesThatFit } from './target-pairs';
import { listed } from './wording';

interface Data {
  readonly target: Part;
  readonly entity: string;
  readonly type: Place;
}

export const entityTypePair = defineRule<'part', Data>({
  code: 'entity-type-pair',
  levels: ['warning'],
  scope: 'part',
  parts: ['target'],
  title: 'This cannot be measured on that',
  why: 'The API refuses pairs of targetEntity and targetType that do not fit (310033). Which ones it refuses is not published; these are all pairs that are documented or stored.',
  source: 'Error 310033; documented and stored pairs (FACTS b.1)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Visits", "targetEntity": "LINEITEM", "targetType": «entity-type-pair:"VISIT"», "enrolmentMethod": "IMPORT" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Visits", "targetEntity": "TRANSACTION", "targetType": "VISIT", "enrolmentMethod": "IMPORT" }] }',
  },
  *check(target) {
    const entity = target.choice('targetEntity');
    const type = target.choice('targetType');
    if (!entity || !type) return;
    const fitting = typesThatFit(entity.value);
    if (fitting.includes(type.value)) return;
    yield {
      at: type.node,
      message: `targetType is ${type.value}, which does not fit targetEntity ${entity.value}; ${listed(fitting)} does.`,
      related: [{ at: entity.node, message: `targetEntity is ${entity.value} here.` }],
      data: { target, entity: entity.value, type: type.node },
    };
  },
  fix: {
    title: 'the types that fit the entity, as far as nothing else is missing for them.',
    *propose({ data: { target, entity, type } }): Iterable<Fix> {
      for (const fitting of typesThatFit(entity)) {
        if (!isComplete(target, fitting)) continue;
        const edits = [{ offset: type.offset, length: type.length, newText: JSON.stringify(fitting) }];
        yield { title: `Change targetType to ${fitting}`, edits };
      }
    },
  },
});

/** True when the target has what the type needs, so that the change only takes a finding away. */
function isComplete(target: Part, type: string): boolean {
  if (type !== 'EXTENDED_FIELD' && type !== 'EVENT_ATTRIBUTE') return true;
  const name = target.object('extendedFieldInfo')?.text('name')?.value.trim() ?? '';
  const isSystemEvent = type === 'EVENT_ATTRIBUTE' && isEmfEvent(target.text('eventName')?.value);
  return name !== '' && !isSystemEvent;
}
