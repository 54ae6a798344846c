import type { Place } from '../document/node';
import { setMember } from '../edits/set-member';
import type { Known, Part } from './part';
import { defineRule, type Fix } from './rule';
import { isFixedWindow } from './windows';
import { counted } from './wording';

interface Data {
  readonly group: Part;
  readonly trackingType: Place;
  readonly becomes: 'UNIFIED' | 'DEFAULT' | undefined;
}

export const trackingTypeTargets = defineRule<'part', Data>({
  code: 'tracking-type-targets',
  levels: ['warning'],
  scope: 'part',
  parts: ['group'],
  needsWholeText: true,
  title: 'The number of targets does not fit the tracking type',
  why: 'A unified group joins two targets or more; every other kind, and a user-created challenge, has one. A few stored groups differ, so the API may accept it, but which target then counts is not documented.',
  source: 'FACTS b.4, b.6',
  examples: {
    bad: '{ "name": "Spring", "trackingType": «tracking-type-targets:"CAPPING"», "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT" }, { "name": "Visits", "targetEntity": "TRANSACTION", "targetType": "VISIT", "enrolmentMethod": "IMPORT" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT" }] }',
  },
  *check(group) {
    const trackingType = group.choice('trackingType');
    const targets = group.array('targets');
    if (!trackingType || !targets) return;
    const count = targets.value.items.length;
    const related = [{ at: targets.key, message: `${counted(count, 'target')} here.` }];
    const wrong = judge(trackingType, group.boolean('userCreated'), count);
    if (!wrong) return;
    const { at, message, becomes } = wrong;
    yield { at, message, related, data: { group, trackingType: trackingType.node, becomes } };
  },
  fix: {
    title: 'set trackingType to UNIFIED or DEFAULT, where nothing else stands against it.',
    *propose({ data: { group, trackingType, becomes } }, { text }): Iterable<Fix> {
      if (becomes === undefined || (becomes === 'UNIFIED' && !canBeUnified(group))) return;
      const { offset, length } = trackingType;
      const edits = [{ offset, length, newText: JSON.stringify(becomes) }];
      if (becomes === 'UNIFIED' && group.presence('combinationType') === 'absent')
        edits.push(setMember(text, group.node, 'combinationType', '"ALL"'));
      const also = edits.length > 1 ? ', where ALL targets have to be reached' : '';
      yield { title: `Set trackingType to ${becomes}${also}`, edits, preferred: becomes === 'DEFAULT' };
    },
  },
});

interface Wrong {
  readonly at: Place;
  readonly message: string;
  readonly becomes: Data['becomes'];
}

function judge(
  { node, value }: Known<string>,
  userCreated: Known<boolean> | undefined,
  count: number,
): Wrong | undefined {
  if (value === 'UNIFIED' && count === 1) {
    const message = 'trackingType is UNIFIED, but there is 1 target; a unified group has two or more.';
    return { at: node, message, becomes: 'DEFAULT' };
  }
  if (count < 2) return undefined;
  if (value !== 'UNIFIED') {
    const message = `trackingType is ${value}, but there are ${count} targets; only UNIFIED has more than one.`;
    return { at: node, message, becomes: userCreated?.value || value === 'CAPPING' ? undefined : 'UNIFIED' };
  }
  if (!userCreated?.value) return undefined;
  const message = `userCreated is true, but there are ${count} targets; a user-created challenge has one.`;
  return { at: userCreated.node, message, becomes: undefined };
}

/** Unified groups need the fixed window and have no leaderboard; then the other kind would only move the warning. */
function canBeUnified(group: Part): boolean {
  const window = group.choice('targetEvaluationType');
  const isFixed = window ? isFixedWindow(window.value) : group.presence('targetEvaluationType') === 'absent';
  return isFixed && group.boolean('leaderboardEnabled')?.value !== true;
}
