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
    files.changed(uri);
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
      if (uri.scheme !== expressionScheme) return;
      sides.close(uri);
      reasons.delete(uri);
    }),
    registerEditAction(find),
    register('targetgroup.editExpression', (chosen, target) => open(find, chosen, target)),
  ];
}

async function open(find: FindExpressions, chosen: unknown, named: unknown): Promise<void> {
  const definition = await chosenDefinition(chosen);
  if (!definition) {
    void window.showInformationMessage(l10n.t('Open a target group definition (*.targetgroup.json) first.'));
    return;
  }
  const target = typeof named === 'number' ? named : await chooseTarget(definition, find);
  if (target === undefined) return;
  await window.showTextDocument(toSideUri({ definition: definition.uri, target }), { viewColumn: ViewColumn.Beside });
}

const atStart = (reason: string) => new Diagnostic(new Range(0, 0, 0, 1), reason, DiagnosticSeverity.Information);
