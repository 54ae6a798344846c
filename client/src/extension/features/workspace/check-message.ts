import type { Translate } from '../../../../../server/src/api/index';
import type { CheckWorkspaceResult } from '../../../../../server/src/protocol/requests';

/** How many files were checked, and what was left out for which reason. */
export function checkMessage(result: CheckWorkspaceResult, t: Translate): string {
  if (result.kind === 'unavailable') {
    return t('There is no folder whose files can be checked from here; open definitions are checked as you type.');
  }
  const { files, tooLong, unreadable, cutShortAt } = result;
  return [
    files === 1 ? t('1 definition was checked.') : t('{0} definitions were checked.', files),
    ...(tooLong > 0 ? [t('Too long to be read: {0}; each says so in the problems.', tooLong)] : []),
    ...(unreadable > 0 ? [t('Not readable: {0}; the log names them.', unreadable)] : []),
    ...(cutShortAt === undefined ? [] : [t('There are more than {0}; the rest was left out.', cutShortAt)]),
  ].join(' ');
}
