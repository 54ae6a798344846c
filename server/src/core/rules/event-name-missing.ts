import { setMember } from '../edits/set-member';
import type { Part } from './part';
import { defineRule, type Fix } from './rule';

/** What the API takes where no event is named. */
const taken = 'TransactionAdd';

export const eventNameMissing = defineRule<'part', Part>({
  code: 'event-name-missing',
  levels: ['warning'],
  scope: 'part',
  parts: ['target'],
  title: 'A target on events does not say which event',
  why: 'Without an event the API takes TransactionAdd, without a word: the milestone then counts bills, and that cannot be changed later.',
  source: 'Recorded body 04 and its answer (FACTS b.2)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [«event-name-missing:{» "name": "Spins", "targetEntity": "EVENT", "targetType": "COUNT", "enrolmentMethod": "IMPORT" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spins", "targetEntity": "EVENT", "eventName": "spinTheWheel", "targetType": "COUNT", "enrolmentMethod": "IMPORT" }] }',
  },
  *check(target) {
    const entity = target.choice('targetEntity');
    if (entity?.value !== 'EVENT') return;
    const event = target.text('eventName');
    const isMissing = target.isWhole && target.presence('eventName') === 'absent';
    if (!isMissing && event?.value.trim() !== '') return;
    yield {
      at: event ? event.node : target.brace,
      message: `${event ? 'eventName is blank' : '"eventName" is missing'}; the API would take ${taken} in its place.`,
      related: [{ at: entity.node, message: 'targetEntity is EVENT here.' }],
      data: target,
    };
  },
  fix: {
    title: `insert ${taken}, which the API would take.`,
    *propose({ data: { node } }, { text }): Iterable<Fix> {
      const edits = [setMember(text, node, 'eventName', JSON.stringify(taken))];
      yield { title: `Insert eventName: "${taken}"`, edits, preferred: true };
    },
  },
});
