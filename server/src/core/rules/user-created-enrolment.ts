import type { Place } from '../document/node';
import { defineRule, type Fix } from './rule';

export const userCreatedEnrolment = defineRule<'across', Place>({
  code: 'user-created-enrolment',
  levels: ['warning'],
  scope: 'across',
  title: 'A user-created challenge enrols by IMPORT',
  why: 'Customers enrol themselves in the challenges that they create, by a call; the documentation wants IMPORT there. An accepted body of before that feature has another, and its answer does not show what became of it.',
  source: 'The page on user-created challenges (FACTS b.6)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "userCreated": true, "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": «user-created-enrolment:"TRANSACTION"» }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "userCreated": true, "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT" }] }',
  },
  *check({ group: { userCreated }, targets }) {
    if (userCreated.value !== true) return;
    for (const { enrolment } of targets) {
      if (enrolment.value === undefined || enrolment.value === 'IMPORT') continue;
      yield {
        at: enrolment.at,
        message: `enrolmentMethod is ${enrolment.value}; with userCreated only IMPORT is documented.`,
        related: [{ at: userCreated.at, message: 'The group is user-created.' }],
        data: enrolment.at,
      };
    }
  },
  fix: {
    title: 'set IMPORT.',
    *propose({ data: { offset, length } }): Iterable<Fix> {
      yield {
        title: 'Set enrolmentMethod to IMPORT',
        edits: [{ offset, length, newText: '"IMPORT"' }],
        preferred: true,
      };
    },
  },
});
