import { isEmfEvent } from './emf-events';
import { defineRule } from './rule';

export const emfEventAttribute = defineRule<'part', undefined>({
  code: 'emf-event-attribute',
  levels: ['warning'],
  scope: 'part',
  parts: ['target'],
  title: 'A system event has no attribute to add up',
  why: 'The documentation of the four system events supports COUNT and VISIT only, and says that EVENT_ATTRIBUTE does not work with them.',
  source: 'The page on EMF events (FACTS b.1, b.2)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Points", "targetEntity": "EVENT", "eventName": «emf-event-attribute:"PointsRedemption"», "targetType": "EVENT_ATTRIBUTE", "extendedFieldInfo": { "name": "points" }, "enrolmentMethod": "IMPORT" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Points", "targetEntity": "EVENT", "eventName": "PointsRedemption", "targetType": "COUNT", "enrolmentMethod": "IMPORT" }] }',
  },
  *check(target) {
    const event = target.text('eventName');
    const type = target.choice('targetType');
    if (!event || type?.value !== 'EVENT_ATTRIBUTE' || !isEmfEvent(event.value)) return;
    yield {
      at: event.node,
      message: `eventName is ${event.value}, a system event; it supports COUNT and VISIT, not EVENT_ATTRIBUTE.`,
      related: [{ at: type.node, message: 'The type is set here.' }],
    };
  },
});
