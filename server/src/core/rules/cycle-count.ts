import type { Part } from './part';

/**
 * The number of cycles of a group: the larger of `totalPeriods` and the number of periods. Undefined where neither is
 * known, where one of them cannot be read, and while the text has syntax errors, so that periods cannot be counted.
 */
export function cycleCount(group: Part): number | undefined {
  const isCountable = group.isWhole || group.presence('periods') === 'absent';
  const isReadable = group.presence('totalPeriods') !== 'unknown' && group.presence('periods') !== 'unknown';
  const counts = [group.number('totalPeriods')?.value, group.array('periods')?.value.items.length];
  const known = counts.filter((count) => count !== undefined);
  return isCountable && isReadable && known.length > 0 ? Math.max(...known) : undefined;
}
