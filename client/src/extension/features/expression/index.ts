import {
  Diagnostic,
  DiagnosticSeverity,
  l10n,
  languages,
  Range,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { RegisterCommand } from '../../infrastructure/commands';
import { chosenDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import type { ErrorBoundary } from '../../infrastructure/errors';
import { expressionScheme } from '../../infrastructure/schemes';
import { toPlainText } from '../../infrastructure/texts';
import type { LanguageServer } from '../../language-client';
import { chooseTarget } from './choose-target';
import { registerEditAction } from './edit-action';
import { createFindExpressions, type FindExpressions } from './find-expressions';
import { createSideEditors } from './side-editors';
import { createSideFileSystem } from './side-file-system';
import { toSideUri } from './side-uri';

interface ExpressionFeature {
  readonly server: LanguageServer;
  readonly register: RegisterCommand;
  readonly boundary: ErrorBoundary;
}

/** `targetgroup.editExpression`: the JSON inside an `expressionJson`, in an editor beside its definition. */
export function activateExpression({ server, register, boundary }: ExpressionFeature): Disposes[] {
  const find = createFindExpressions(server);
  const run = (work: () => Promise<void>) => void boundary('expression', work);
  const reasons = languages.createDiagnosticCollection(expressionScheme);
  const onDidChangeReason = (uri: Uri) => {
    run(() => tell(uri, sides.at(uri)?.reason));
  };
  const sides = createSideEditors({ find, onDidChangeReason });
  const files = createSideFileSystem(sides.at);
  const tell = async (uri: Uri, reason: string | undefined): Promise<void> => {
    reasons.set(uri, reason === undefined ? [] : [atStart(reason)]);
    const document = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    // An editor with changes would not look at its file again.
    if (document?.isDirty === true) await document.save();
    files.setReadOnly(uri, reason !== undefined);
    if (reason !== undefined && document) void window.showWarningMessage(toPlainText(reason, 300));
  };
  return [
    sides,
    reasons,
    workspace.registerFileSystemProvider(expressionScheme, files, { isCaseSensitive: true }),
    workspace.onDidChangeTextDocument(({ document: { uri }, contentChanges }) => {
      if (contentChanges.length === 0) return;
      const side = uri.scheme === expressionScheme ? sides.at(uri) : undefined;
      if (side) run(() => side.settle());
      for (const each of sides.of(uri)) run(() => each.definitionChanged(contentChanges));
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      for (const each of sides.of(uri)) each.definitionClosed();
      if (uri.scheme !== expressionScheme) return;
      sides.close(uri);
      reasons.delete(uri);
    }),
    registerEditAction(find),
    register('targetgroup.editExpression', async (chosen, target) => {
      const uri = await open(find, chosen, target);
      await (uri && sides.at(uri)?.attach());
    }),
  ];
}

/** @returns the address of the side editor; undefined where none was opened. */
async function open(find: FindExpressions, chosen: unknown, named: unknown): Promise<Uri | undefined> {
  const definition = await chosenDefinition(chosen);
  if (!definition) {
    void window.showInformationMessage(l10n.t('Open a target group definition (*.targetgroup.json) first.'));
    return undefined;
  }
  const target = typeof named === 'number' ? named : await chooseTarget(definition, find);
  if (target === undefined) return undefined;
  const uri = toSideUri({ definition: definition.uri, target });
  await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside });
  return uri;
}

const atStart = (reason: string) => new Diagnostic(new Range(0, 0, 0, 1), reason, DiagnosticSeverity.Information);
