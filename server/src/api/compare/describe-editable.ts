import { inEnglish, type Translate } from '../wording';

/** What can still be changed of a group once it is created, and what cannot (FACTS b.15): one sentence each. */
export function describeEditable(trackingType: string, t: Translate = inEnglish): string[] {
  const own = trackingType.includes('STREAK')
    ? [t('Condition, filters and default values of the streak target: PUT /targets/{targetId}.')]
    : trackingType === 'UNIFIED'
      ? [t('Targets and the overall threshold; targets can be deactivated: PUT /unifiedTargets.')]
      : [];
  return [
    t('Name and condition: PUT /editTargetGroup/{id}; the user guide says that the name cannot be changed.'),
    ...own,
    t(
      'Periods: both days of one that has not started, the last day of one that is running, nothing of one that ended.',
    ),
    t('More periods and targets can be added; groups and targets can be deactivated.'),
    t(
      'Not the window, the frequency, the measure of a target: for these, deactivate the group and create another one.',
    ),
  ];
}
