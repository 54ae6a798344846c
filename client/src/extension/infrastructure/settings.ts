import { ConfigurationTarget, type TextDocument, workspace } from 'vscode';
import type { Disposes } from './disposables';

/** Every setting that is read; a test holds them to the manifest. */
const keys = {
  environments: 'targetgroup.environments',
  environment: 'targetgroup.environment',
  timeoutSeconds: 'targetgroup.submit.timeoutSeconds',
  trace: 'targetgroup.trace.server',
  codeLens: 'targetgroup.codeLens.enabled',
  openOnOpen: 'targetgroup.preview.openOnOpen',
} as const;

/** The list of environments as the user wrote it; what a workspace sets is not looked at, even if VS Code let it. */
export function environmentsSetting(): unknown {
  return userValue(keys.environments);
}

/** Appends an entry to the user's list; what stands there stays, usable or not. */
export async function addEnvironmentSetting(entry: object): Promise<void> {
  const present = environmentsSetting();
  const list: unknown[] = Array.isArray(present) ? present : [];
  await workspace.getConfiguration().update(keys.environments, [...list, entry], ConfigurationTarget.Global);
}

/** The name of the chosen environment, which a workspace may set; empty when none is. */
export function environmentSetting(): string {
  const name: unknown = workspace.getConfiguration().get(keys.environment);
  return typeof name === 'string' ? name : '';
}

/** Keeps the chosen name with the workspace; a window without one has nowhere to keep it. */
export async function storeEnvironmentSetting(name: string): Promise<void> {
  if (workspace.workspaceFolders === undefined) return;
  await workspace.getConfiguration().update(keys.environment, name, ConfigurationTarget.Workspace);
}

export function onDidChangeEnvironmentSettings(changed: (changes: { isNameChanged: boolean }) => void): Disposes {
  return workspace.onDidChangeConfiguration((event) => {
    const isNameChanged = event.affectsConfiguration(keys.environment);
    if (isNameChanged || event.affectsConfiguration(keys.environments)) changed({ isNameChanged });
  });
}

const timeout = { default: 60, minimum: 1, maximum: 300 };

/** How long a submit may take in all, in milliseconds. */
export function submitTimeoutMilliseconds(): number {
  const value = userValue(keys.timeoutSeconds);
  const seconds = typeof value === 'number' && Number.isFinite(value) ? value : timeout.default;
  return 1000 * Math.min(Math.max(seconds, timeout.minimum), timeout.maximum);
}

export function isTraceWanted(): boolean {
  return workspace.getConfiguration().get(keys.trace) !== 'off';
}

export function onDidChangeTrace(changed: () => void): Disposes {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(keys.trace)) changed();
  });
}

/** Makes VS Code take the files of a glob for definitions, in this workspace. */
export async function addFileAssociation(glob: string): Promise<void> {
  const settings = workspace.getConfiguration('files');
  const present: unknown = settings.inspect('associations')?.workspaceValue;
  const known = typeof present === 'object' ? present : {};
  await settings.update('associations', { ...known, [glob]: 'targetgroup' }, ConfigurationTarget.Workspace);
}

function userValue(key: string): unknown {
  return workspace.getConfiguration().inspect(key)?.globalValue;
}

/** Whether code lenses are wanted in a document. */
export function isCodeLensWanted(document: TextDocument): boolean {
  return workspace.getConfiguration(undefined, document).get(keys.codeLens) !== false;
}

export function onDidChangeCodeLens(changed: () => void): Disposes {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(keys.codeLens)) changed();
  });
}

/** Whether a definition that is opened shows its preview by itself. */
export function opensPreview(document: TextDocument): boolean {
  return workspace.getConfiguration(undefined, document).get(keys.openOnOpen) === true;
}
