import { defineRule } from './rule';
import { isFixedWindow } from './windows';

export const windowEnrolment = defineRule<'across', undefined>({
  code: 'window-enrolment',
  levels: ['hint'],
  scope: 'across',
  title: 'A window that begins with the customer, and enrolment by list',
  why: 'The screens offer lists of customers with the fixed window only: a cyclic window begins with the first transaction after enrolment. The API itself is not known to mind.',
  source: 'The table of the user guide (FACTS b.11), which is about screens',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targetEvaluationType": "CYCLIC_WINDOW", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": «window-enrolment:"IMPORT"» }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targetEvaluationType": "CYCLIC_WINDOW", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "TRANSACTION" }] }',
  },
  *check({ group: { window }, targets }) {
    if (window.value === undefined || isFixedWindow(window.value)) return;
    for (const { enrolment } of targets) {
      if (enrolment.value !== 'IMPORT') continue;
      yield {
        at: enrolment.at,
        message: `enrolmentMethod is IMPORT with ${window.value}; the screens offer lists of customers with the fixed window only.`,
        related: [{ at: window.at, message: 'The window is set here.' }],
      };
    }
  },
});
