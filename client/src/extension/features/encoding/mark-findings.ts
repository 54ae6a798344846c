import { Diagnostic, DiagnosticSeverity, languages, Range, type TextDocument, Uri, workspace } from 'vscode';
import { type ByteOrderMarkResult, requests } from '../../../../../server/src/protocol/requests';
import { isDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import { logFailure } from '../../infrastructure/errors';
import type { Log } from '../../infrastructure/log';
import type { LanguageServer } from '../../language-client';
import { linkRule } from '../../rule-links';

/** Whether the file of a document begins with a byte order mark, or will when it is saved. */
export function hasMark(document: TextDocument): boolean {
  return document.encoding === 'utf8bom';
}

/** The findings of open definitions with a byte order mark, at the levels that the server knows. */
export function createMarkFindings(server: LanguageServer, log: Log): Disposes {
  const collection = languages.createDiagnosticCollection('targetgroup-encoding');
  const marked = new Set<TextDocument>();
  const show = async (document: TextDocument): Promise<void> => {
    const asked = server.request<ByteOrderMarkResult>(requests.byteOrderMark, { uri: document.uri.toString() });
    const answer = await logFailure(log, requests.byteOrderMark, asked);
    // Meanwhile it can have been closed, or have lost its mark.
    if (answer && marked.has(document)) collection.set(document.uri, answer.diagnostics.map(toDiagnostic));
  };
  const look = (document: TextDocument): void => {
    const isMarked = hasMark(document) && isDefinition(document) && !document.isClosed;
    if (isMarked === marked.has(document)) return;
    if (isMarked) {
      marked.add(document);
      if (server.state === 'running') void show(document);
    } else {
      marked.delete(document);
      collection.delete(document.uri);
    }
  };
  const showAll = (): void => {
    for (const document of marked) void show(document);
  };
  const listening = [
    workspace.onDidOpenTextDocument(look),
    // Told of another encoding too; of every keystroke besides.
    workspace.onDidChangeTextDocument(({ document }) => {
      look(document);
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (marked.delete(document)) collection.delete(document.uri);
    }),
    server.onDidChangeState((state) => {
      if (state === 'running') showAll();
    }),
    server.onDidChangeLevels(showAll),
  ];
  for (const document of workspace.textDocuments) look(document);
  return {
    dispose: () => {
      for (const disposable of [...listening, collection]) disposable.dispose();
    },
  };
}

type Told = ByteOrderMarkResult['diagnostics'][number];

/** By the numbers of LSP, which begin at one. */
const severities = [
  undefined,
  DiagnosticSeverity.Error,
  DiagnosticSeverity.Warning,
  DiagnosticSeverity.Information,
  DiagnosticSeverity.Hint,
];

function toDiagnostic({ range: { start, end }, message, severity = 1, code, source }: Told): Diagnostic {
  const range = new Range(start.line, start.character, end.line, end.character);
  const diagnostic = new Diagnostic(range, typeof message === 'string' ? message : message.value, severities[severity]);
  if (code !== undefined) diagnostic.code = code;
  if (source !== undefined) diagnostic.source = source;
  linkRule(diagnostic, (parts) => Uri.from(parts));
  return diagnostic;
}
