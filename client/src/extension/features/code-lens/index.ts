import {
  CodeLens,
  type CodeLensProvider,
  type Event,
  EventEmitter,
  l10n,
  languages,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import { isDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import type { EnvironmentChoice } from '../../infrastructure/environment-choice';
import { definitionSelector } from '../../infrastructure/selector';
import { isCodeLensWanted, onDidChangeCodeLens } from '../../infrastructure/settings';
import { toPlainText } from '../../infrastructure/texts';

interface CodeLensFeature {
  readonly environments: {
    choice(): EnvironmentChoice;
    readonly onDidChangeChoice: Event<void>;
  };
}

/** Preview, Dry run and Submit above a definition; the counts beside them come from the server. */
export function activateCodeLens({ environments }: CodeLensFeature): Disposes[] {
  const changed = new EventEmitter<void>();
  const again = (): void => {
    changed.fire();
  };
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) => (hasLenses(document) ? lensesOf(document, environments.choice()) : []),
  };
  return [
    changed,
    languages.registerCodeLensProvider(definitionSelector, provider),
    environments.onDidChangeChoice(again),
    onDidChangeCodeLens(again),
    workspace.onDidGrantWorkspaceTrust(again),
  ];
}

/** Only where a definition is written: in files, untitled documents and virtual file systems. */
function hasLenses(document: TextDocument): boolean {
  const { scheme } = document.uri;
  const isWritten = scheme === 'untitled' || workspace.fs.isWritableFileSystem(scheme) !== undefined;
  return isWritten && isDefinition(document) && isCodeLensWanted(document);
}

function lensesOf({ uri }: TextDocument, choice: EnvironmentChoice): CodeLens[] {
  const top = new Range(0, 0, 0, 0);
  const preview = { title: l10n.t('Preview'), command: 'targetgroup.previewToSide', arguments: [uri] };
  const submit = { title: submitTitle(choice), command: 'targetgroup.submit', arguments: [uri] };
  const dryRun = { title: l10n.t('Dry run'), command: 'targetgroup.dryRun', arguments: [uri] };
  const sending = workspace.isTrusted ? [new CodeLens(top, dryRun), new CodeLens(top, submit)] : [];
  return [new CodeLens(top, preview), ...sending];
}

/** Where a submit would go to; without an active environment it asks. */
function submitTitle(choice: EnvironmentChoice): string {
  if (choice.kind !== 'active') return l10n.t('Submit…');
  const { name, kind } = choice.environment;
  // A name may not draw an icon.
  const shown = toPlainText(name, 40).replaceAll('$(', '$ (');
  return kind === 'production' ? l10n.t('Submit to {0} (PRODUCTION)', shown) : l10n.t('Submit to {0}', shown);
}
