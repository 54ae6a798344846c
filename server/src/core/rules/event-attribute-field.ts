import type { Place } from '../document/node';
import { jsonTextIn } from '../edits/json-text';
import { setMember } from '../edits/set-member';
import { infoPlaceholder, infoPlaceholders } from './extended-field-info';
import type { Part } from './part';
import { defineRule, type Fix } from './rule';

interface Data {
  readonly target: Part;
  /** The object that is there and lacks the name; undefined where it is missing as a whole. */
  readonly info: Part | undefined;
  readonly kind: 'attribute' | 'field';
}

/** Where a name is missing or blank; undefined where there is one, or where that cannot be told. */
function placeWithoutName(target: Part, info: Part | undefined): Place | undefined {
  if (!info) return target.isWhole && target.presence('extendedFieldInfo') === 'absent' ? target.brace : undefined;
  const name = info.text('name');
  if (name) return name.value.trim() === '' ? name.node : undefined;
  return info.isWhole && info.presence('name') === 'absent' ? info.brace : undefined;
}

export const eventAttributeField = defineRule<'part', Data>({
  code: 'event-attribute-field',
  levels: ['warning'],
  scope: 'part',
  parts: ['target'],
  title: 'The field to add up is not named',
  why: 'EVENT_ATTRIBUTE adds up an attribute of the event, EXTENDED_FIELD an extended field of the bill; its name stands in extendedFieldInfo. The API answers 310092 to a name that it does not know.',
  source: 'Error 310092; FACTS a.6',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Points", "targetEntity": "EVENT", "eventName": "spinTheWheel", "targetType": "EVENT_ATTRIBUTE", "extendedFieldInfo": «event-attribute-field:{» "aggregateFunction": "SUM" }, "enrolmentMethod": "IMPORT" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Points", "targetEntity": "EVENT", "eventName": "spinTheWheel", "targetType": "EVENT_ATTRIBUTE", "extendedFieldInfo": { "name": "points", "aggregateFunction": "SUM" }, "enrolmentMethod": "IMPORT" }] }',
  },
  *check(target) {
    const type = target.choice('targetType');
    if (type?.value !== 'EVENT_ATTRIBUTE' && type?.value !== 'EXTENDED_FIELD') return;
    const info = target.object('extendedFieldInfo');
    const kind = type.value === 'EVENT_ATTRIBUTE' ? 'attribute' : 'field';
    // Without the whole object EXTENDED_FIELD is an error of its own (310094).
    const at = kind === 'field' && !info ? undefined : placeWithoutName(target, info);
    if (!at) return;
    yield {
      at,
      message: `${type.value} needs the name of the ${kind} in extendedFieldInfo; there is none.`,
      related: [{ at: type.node, message: 'The type is set here.' }],
      data: { target, info, kind },
    };
  },
  fix: {
    title: 'insert a name to be replaced.',
    *propose({ data: { target, info, kind } }, { text }): Iterable<Fix> {
      const { node } = info ?? target;
      const edit = info
        ? setMember(text, node, 'name', infoPlaceholders[kind])
        : setMember(text, node, 'extendedFieldInfo', jsonTextIn(text, node, infoPlaceholder(kind)));
      yield { title: `Insert name: ${infoPlaceholders[kind]}`, edits: [edit], preferred: true };
    },
  },
});
