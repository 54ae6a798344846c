import { l10n, type QuickPickItem, window, workspace } from 'vscode';
import {
  type ApiAccess,
  type CallFailure,
  describeOutcome,
  type ListedGroup,
  listGroups,
  readGroup,
  toIsoTime,
} from '../../../../../server/src/api/index';
import { type GenerateParams, type GenerateResult, requests } from '../../../../../server/src/protocol/requests';
import type { RegisterCommand } from '../../infrastructure/commands';
import type { Disposes } from '../../infrastructure/disposables';
import type { Environment, SignIn } from '../../infrastructure/environment';
import type { CreateHttp } from '../../infrastructure/http';
import { withCancel } from '../../infrastructure/progress';
import { toPlainText } from '../../infrastructure/texts';
import type { LanguageServer } from '../../language-client';

interface LiveFeature {
  readonly environments: {
    choose(): Promise<Environment | undefined>;
    signIn(environment: Environment): Promise<SignIn>;
  };
  readonly isReady: (environment: Environment) => Promise<boolean>;
  readonly server: Pick<LanguageServer, 'request'>;
  readonly http: CreateHttp;
  readonly register: RegisterCommand;
}

/** `targetgroup.newFromLive`: a group of the organisation becomes a definition that would create it again. */
export function activateLive(feature: LiveFeature): Disposes {
  return feature.register('targetgroup.newFromLive', async () => {
    if (!workspace.isTrusted) {
      void window.showErrorMessage(l10n.t('Nothing is asked from a workspace that is not trusted.'));
      return;
    }
    const environment = await feature.environments.choose();
    const signedIn = environment && (await feature.environments.signIn(environment));
    if (!environment || !signedIn || signedIn.kind === 'none') return;
    const { host } = environment.endpoint;
    if (signedIn.kind === 'failed') {
      showFailure(signedIn.failure, host);
      return;
    }
    if (!(await feature.isReady(environment))) return;
    const access = { endpoint: environment.endpoint, authentication: signedIn.authentication };
    const group = await pickGroup(access, feature);
    if (group) await openAsDefinition(access, group, feature);
  });
}

interface GroupItem extends QuickPickItem {
  readonly group: ListedGroup;
}

async function pickGroup(access: ApiAccess, { http }: LiveFeature): Promise<ListedGroup | undefined> {
  const { host } = access.endpoint;
  const list = await withCancel(l10n.t('Reading the groups of {0}', host), (signal) =>
    listGroups(access, http(signal)),
  );
  if (list.kind === 'failed') {
    showFailure(list.failure, host);
    return undefined;
  }
  if (list.groups.length === 0) {
    void window.showInformationMessage(l10n.t('{0} has no target group.', host));
    return undefined;
  }
  const items = [...list.groups].sort((a, b) => (b.createdOn ?? 0) - (a.createdOn ?? 0)).map(toItem);
  const title = l10n.t('A definition from which group of {0}?', host);
  return (await window.showQuickPick(items, { title, matchOnDescription: true, ignoreFocusOut: true }))?.group;
}

function toItem(group: ListedGroup): GroupItem {
  const { id, name, createdOn, trackingType } = group;
  const day = createdOn === undefined ? [] : [dayOf(createdOn)];
  const known = [id, ...(trackingType === undefined ? [] : [trackingType]), ...day].map((text) =>
    toPlainText(text, 40),
  );
  return { label: toPlainText(name).replaceAll('$(', '$ ('), description: known.join(' · '), group };
}

/** A time that no calendar has is no reason to hide the group. */
function dayOf(time: number): string {
  return Math.abs(time) < 8.64e15 ? toIsoTime(time).slice(0, 10) : '';
}

async function openAsDefinition(access: ApiAccess, { id, name }: ListedGroup, feature: LiveFeature): Promise<void> {
  const { host } = access.endpoint;
  const title = l10n.t('Reading "{0}" of {1}', toPlainText(name), host);
  const read = await withCancel(title, (signal) => readGroup(access, id, feature.http(signal)));
  if (read.kind === 'failed') {
    showFailure(read.failure, host);
    return;
  }
  const params: GenerateParams = { generator: { kind: 'createBody', text: read.text } };
  const made = await feature.server.request<GenerateResult>(requests.generate, params);
  if (!('text' in made)) {
    const reason = 'reason' in made ? made.reason : l10n.t('Nothing was made.');
    void window.showErrorMessage(toPlainText(reason, 300));
    return;
  }
  const document = await workspace.openTextDocument({ language: 'targetgroup', content: `${made.text}\n` });
  await window.showTextDocument(document);
  const { dropped = [] } = made;
  const left = l10n.t('Left out, because only the API gives it: {0}.', toPlainText(dropped.join(', '), 300));
  void window.showInformationMessage(
    [l10n.t('This would create "{0}" again.', toPlainText(name)), ...(dropped.length > 0 ? [left] : [])].join(' '),
  );
}

function showFailure(failure: CallFailure, host: string): void {
  if (failure.kind !== 'cancelled') {
    void window.showErrorMessage(toPlainText(describeOutcome(failure, host, l10n.t), 500));
  }
}
