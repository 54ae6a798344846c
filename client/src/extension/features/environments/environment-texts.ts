import { l10n } from 'vscode';
import { describeUnusableAddress } from '../../../../../server/src/api/index';
import type { EnvironmentFault, EnvironmentKind } from '../../infrastructure/environment';
import { toPlainText } from '../../infrastructure/texts';

export const kindIcons: Readonly<Record<EnvironmentKind, string>> = {
  sandbox: '$(beaker)',
  test: '$(tools)',
  production: '$(warning)',
};

/** One sentence about an entry of `targetgroup.environments` that is left out. */
export function describeFault({ position, name, reason }: EnvironmentFault): string {
  const entry = name === '' ? l10n.t('Entry {0}', position + 1) : l10n.t('Environment "{0}"', toPlainText(name));
  return l10n.t('{0} of the setting targetgroup.environments cannot be used: {1}', entry, describeReason(reason));
}

function describeReason(reason: EnvironmentFault['reason']): string {
  switch (reason) {
    case 'no-list':
      return l10n.t('The setting is no list.');
    case 'no-object':
      return l10n.t('It is no object.');
    case 'name':
      return l10n.t('Its name is missing, empty, has blanks around it or characters that cannot be seen.');
    case 'name-taken':
      return l10n.t('An earlier environment or the built-in Sandbox has its name; capitals make no difference.');
    case 'kind':
      return l10n.t('Its kind is none of "sandbox", "test" and "production".');
    case 'authentication':
      return l10n.t('Its authentication is neither "basic" nor "oauth".');
    default:
      return describeUnusableAddress(reason, l10n.t);
  }
}
