import { nodeAtPath } from '../document/node';
import { setMember } from '../edits/set-member';
import { defineRule, type Fix } from './rule';

export const enrolmentDefault = defineRule<'across', number>({
  code: 'enrolment-default',
  levels: ['hint'],
  scope: 'across',
  needsWholeText: true,
  title: 'Nobody takes part until enrolled',
  why: 'Without an enrolment method the API takes IMPORT: customers take part once they are enrolled by a list or a call, not by buying. Nobody notices until the first cycle is over.',
  source: 'Recorded answers (FACTS a.4, enrolmentMethod)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [«enrolment-default:{» "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "TRANSACTION" }] }',
  },
  *check({ group: { userCreated }, targets }) {
    if (userCreated.value === true || userCreated.presence === 'unknown') return;
    for (const { index, enrolment } of targets) {
      if (enrolment.presence !== 'absent') continue;
      yield { at: enrolment.at, message: '"enrolmentMethod" is missing; the API would take IMPORT.', data: index };
    }
  },
  fix: {
    title: 'insert IMPORT, which the API would take.',
    *propose({ data: index }, { root, text }): Iterable<Fix> {
      const target = nodeAtPath(root, ['targets', index]);
      if (target?.kind !== 'object') return;
      const edits = [setMember(text, target, 'enrolmentMethod', '"IMPORT"')];
      yield { title: 'Insert enrolmentMethod: "IMPORT"', edits, preferred: true };
    },
  },
});
