import { inEnglish, type Translate } from '../wording';
import { describeOutcome } from '../describe-outcome';
import type { GroupDifference } from './compare-groups';
import type { LiveComparison } from './compare-with-live';

const mostLines = 50;

/**
 * The comparison of a definition with the group of its name, as lines of plain text: first what differs, then what was
 * written alike before it was compared.
 */
export function describeComparison(differences: readonly GroupDifference[], t: Translate = inEnglish): string[] {
  const real = differences.filter(({ kind }) => kind === 'changed' || kind.startsWith('only'));
  const alike = differences.filter(({ kind }) => kind === 'normalised');
  const filled = differences.filter(({ kind }) => kind === 'filled-in');
  return [
    real.length === 0
      ? t('It is the same as this definition, as far as the API tells.')
      : t('Differences to this definition: {0}', real.length),
    ...real.slice(0, mostLines).map((difference) => `  ${describeDifference(difference, t)}`),
    ...more(real, t),
    ...(alike.length === 0 ? [] : [t('Compared as the API keeps them: {0}.', membersOf(alike))]),
    ...(filled.length === 0 ? [] : [t('Filled in by the API: {0}.', membersOf(filled))]),
  ];
}

/** The group of the definition's name at the API, line by line. */
export function describeLive(live: LiveComparison, host: string, t: Translate = inEnglish): string[] {
  switch (live.kind) {
    case 'compared':
      return [t('The group of this name has the id {0}.', live.id), ...describeComparison(live.differences, t)];
    case 'not-listed':
      return [t('The list of groups has none of this name, so it cannot be compared.')];
    case 'not-read':
      return [t('The group of this name cannot be compared. {0}', describeOutcome(live.failure, host, t))];
  }
}

/** One difference on one line. */
export function describeDifference({ kind, place, file = '', api = '' }: GroupDifference, t: Translate): string {
  switch (kind) {
    case 'only-in-file':
      return t('{0}: here {1}, there nothing', place, file);
    case 'only-at-api':
    case 'filled-in':
      return t('{0}: here nothing, there {1}', place, api);
    case 'changed':
    case 'normalised':
      return t('{0}: here {1}, there {2}', place, file, api);
  }
}

function more(real: readonly GroupDifference[], t: Translate): string[] {
  return real.length > mostLines ? [`  ${t('and {0} more', real.length - mostLines)}`] : [];
}

/** The names of the members, each once. */
function membersOf(differences: readonly GroupDifference[]): string {
  return [...new Set(differences.map(({ place }) => place.split(' · ').at(-1) ?? place))].join(', ');
}
