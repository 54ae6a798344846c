import { leaf, list, object, remove, set, text, type Leaf } from '../tree';
import { fault, onBrace, onKey, onValue, type Fault } from './fault';

const leaderboards: readonly Fault[] = [
  fault(
    'leaderboard-window',
    'error',
    'a window of each customer',
    { trackingType: 'DEFAULT', window: 'CYCLIC_WINDOW' },
    (root) => {
      set(root, 'leaderboardEnabled', leaf(true));
      return onValue(set(root, 'targetEvaluationType', text('CYCLIC_WINDOW')));
    },
  ),
  fault(
    'leaderboard-tracking-type',
    'warning',
    'of a cap',
    { trackingType: 'CAPPING', window: 'FIXED_CALENDAR_WINDOW' },
    (root) => onValue(set(root, 'leaderboardEnabled', leaf(true))),
  ),
  fault('fixed-window-required', 'warning', 'of a streak', { trackingType: 'STREAKS', targets: 0 }, (root) =>
    onValue(set(root, 'targetEvaluationType', text('CYCLIC_WINDOW'))),
  ),
];

const unified: readonly Fault[] = [
  fault('unified-combination', 'warning', 'all or any', { trackingType: 'UNIFIED' }, (root) => {
    remove(root, 'combinationType');
    return onBrace(root);
  }),
  fault('unified-expression', 'warning', 'a threshold of any', { trackingType: 'UNIFIED' }, (root) => {
    set(root, 'combinationType', text('ANY'));
    const overall = set(root, 'unifiedTargetExpression', object({ thresholdValue: leaf(5) }));
    return onKey(overall, 'thresholdValue');
  }),
  fault('unified-expression', 'warning', 'no threshold', { trackingType: 'UNIFIED' }, (root) => {
    set(root, 'combinationType', text('ALL'));
    const overall = set(root, 'unifiedTargetExpression', object({ aggregation: text('COUNT') }));
    return onKey(overall, 'aggregation');
  }),
];

const level = (name: Leaf, count: Leaf) => object({ name, targetCountOfSequence: count });

const streaks: readonly Fault[] = [
  fault('streaks-missing', 'warning', 'no levels', { trackingType: 'STREAKS' }, (root) => {
    remove(root, 'streaks');
    return onBrace(root);
  }),
  fault('streak-levels', 'warning', 'the higher one first', { trackingType: 'STREAKS', periods: 4 }, (root) => {
    const lower = leaf(1);
    set(root, 'streaks', list([level(text('Gold'), leaf(4)), level(text('Silver'), lower)]));
    return onValue(lower);
  }),
  fault('streak-levels', 'warning', 'more than there are cycles', { trackingType: 'STREAKS', periods: 4 }, (root) => {
    const higher = leaf(5);
    set(root, 'streaks', list([level(text('Silver'), leaf(2)), level(text('Gold'), higher)]));
    return onValue(higher);
  }),
  fault('streak-levels', 'warning', 'a name twice', { trackingType: 'NON_CONTINUOUS_STREAKS', periods: 4 }, (root) => {
    const again = text('GOLD');
    set(root, 'streaks', list([level(text('Gold'), leaf(1)), level(again, leaf(2))]));
    return onValue(again);
  }),
];

export const kindFaults: readonly Fault[] = [...leaderboards, ...unified, ...streaks];
