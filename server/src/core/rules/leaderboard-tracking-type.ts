import { defineRule } from './rule';

export const leaderboardTrackingType = defineRule<'part', undefined>({
  code: 'leaderboard-tracking-type',
  levels: ['warning'],
  scope: 'part',
  parts: ['group'],
  title: 'A leaderboard belongs to a single milestone',
  why: 'The user guide offers leaderboards for single milestones only. No error code is documented for the others, so the leaderboard may just stay empty.',
  source: 'The user guide on leaderboards (FACTS b.5)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "leaderboardEnabled": «leaderboard-tracking-type:true» }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "leaderboardEnabled": false }',
  },
  *check(group) {
    const leaderboard = group.boolean('leaderboardEnabled');
    const trackingType = group.choice('trackingType');
    if (leaderboard?.value !== true || !trackingType || trackingType.value === 'DEFAULT') return;
    yield {
      at: leaderboard.node,
      message: `leaderboardEnabled is true, but trackingType is ${trackingType.value}; only DEFAULT has leaderboards.`,
      related: [{ at: trackingType.node, message: `trackingType is ${trackingType.value} here.` }],
    };
  },
});
