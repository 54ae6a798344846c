import { removeKey } from '../edits/remove-member';
import { infoNeedOf } from './extended-field-info';
import type { Part } from './part';
import { defineRule, type Fix } from './rule';

export const extendedFieldUnused = defineRule<'part', Part>({
  code: 'extended-field-unused',
  levels: ['information'],
  scope: 'part',
  parts: ['target'],
  title: 'extendedFieldInfo has no effect on a count',
  why: 'COUNT and VISIT count bills, events or days, and read no field. The API stores the member and does nothing with it; whoever reads it may think that the field is added up.',
  source: 'Recorded bodies 03 and 04 (FACTS a.6)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spins", "targetEntity": "EVENT", "eventName": "spinTheWheel", "targetType": "COUNT", «extended-field-unused:"extendedFieldInfo"»: { "name": "points" }, "enrolmentMethod": "IMPORT" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spins", "targetEntity": "EVENT", "eventName": "spinTheWheel", "targetType": "COUNT", "enrolmentMethod": "IMPORT" }] }',
  },
  *check(target) {
    const type = target.choice('targetType');
    const info = target.value('extendedFieldInfo');
    if (!info || (type?.value !== 'COUNT' && type?.value !== 'VISIT')) return;
    yield {
      at: info.key,
      message: `extendedFieldInfo has no effect on ${type.value}, which reads no field.`,
      related: [{ at: type.node, message: 'The type is set here.' }],
      data: target,
    };
  },
  fix: {
    title: 'remove it.',
    *propose({ data: target }, { text }): Iterable<Fix> {
      // A target on currencies needs it whatever its type (310094).
      if (infoNeedOf(target)) return;
      yield {
        title: 'Remove extendedFieldInfo',
        edits: removeKey(text, target.node, 'extendedFieldInfo'),
        preferred: true,
      };
    },
  },
});
