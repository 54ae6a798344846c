/** A change of one value that does away with an error of the API. */
export interface ErrorFix {
  /** JSON pointer of the value in the definition. */
  readonly pointer: string;
  /** The member, as the user knows it. */
  readonly member: string;
  /** The new value. */
  readonly value: string | boolean;
}

const leaderboardOff: ErrorFix = { pointer: '/leaderboardEnabled', member: 'leaderboardEnabled', value: false };
const fixedWindow: ErrorFix = {
  pointer: '/targetEvaluationType',
  member: 'targetEvaluationType',
  value: 'FIXED_CALENDAR_WINDOW',
};

/**
 * What can be changed after an error of the API, the better one first; empty where there is nothing that is surely right.
 * @param at JSON pointer of the place that the error is shown at.
 * @param freeName a name that was free when it was asked for, if one is known.
 */
export function errorFixes(code: number | string | undefined, at: string, freeName?: string): readonly ErrorFix[] {
  switch (`${code ?? ''}`) {
    case '310069':
      return freeName === undefined ? [] : [{ pointer: '/name', member: 'name', value: freeName }];
    case '310130':
      if (!at.endsWith('/enrolmentMethod')) return [];
      return ['IMPORT', 'TRANSACTION'].map((value) => ({ pointer: at, member: 'enrolmentMethod', value }));
    case '310132':
      return [fixedWindow, leaderboardOff];
    case '310133':
      return [leaderboardOff];
    default:
      return [];
  }
}
