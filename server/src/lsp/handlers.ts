import {
  DiagnosticSeverity,
  RequestType,
  type Connection,
  type Diagnostic,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionOptions, TargetGroupService } from '../core/index';
import {
  requests,
  type LocateParams,
  type LocateResult,
  type PrepareSubmitParams,
  type PrepareSubmitResult,
} from '../protocol/requests';
import { guard } from './guard';
import type { Host } from './host';

export interface Serving {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly service: TargetGroupService;
  readonly host: Host;
  readonly completion: CompletionOptions;
}

/** The findings of a document; a crash is shown as a finding, never as a clean file. */
export function diagnoseGuarded(service: TargetGroupService, document: TextDocument, host: Host): Diagnostic[] {
  return guard(
    host,
    'diagnostics',
    () => service.diagnose(document),
    (reason) => [
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
        severity: DiagnosticSeverity.Error,
        code: 'internal-error',
        source: 'targetgroup',
        message: `The check of this file crashed (${reason}), so nothing is known about it. Please report it with the file.`,
      },
    ],
  );
}

/** Answers for documents that are open; an unknown document gets an empty answer. */
export function registerHandlers(serving: Serving): void {
  const { connection, documents, service, host, completion } = serving;
  /** One feature on one open document, guarded. */
  const on = <Answer>(what: string, uri: string, nothing: Answer, run: (document: TextDocument) => Answer): Answer => {
    const document = documents.get(uri);
    return document
      ? guard(
          host,
          what,
          () => run(document),
          () => nothing,
        )
      : nothing;
  };
  connection.onCompletion(({ textDocument: { uri }, position }) =>
    on('completion', uri, null, (document) => service.complete(document, position, completion)),
  );
  connection.onHover(({ textDocument: { uri }, position }) =>
    on('hover', uri, null, (document) => service.hover(document, position) ?? null),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    on('symbols', uri, null, (document) => service.symbols(document)),
  );
  connection.onDocumentFormatting(({ textDocument: { uri }, options }) =>
    on('formatting', uri, null, (document) => service.format(document, options)),
  );
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, options, range }) =>
    on('formatting', uri, null, (document) => service.format(document, options, range)),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context: { diagnostics, only } }) => {
    const wanted = only?.some((kind) => 'quickfix'.startsWith(kind)) ?? true;
    return wanted
      ? on('code actions', uri, null, (document) => service.codeActions(document, range, diagnostics))
      : null;
  });
  registerCustomRequests(serving);
}

function registerCustomRequests({ connection, documents, service, host }: Serving): void {
  connection.onRequest(
    new RequestType<PrepareSubmitParams, PrepareSubmitResult, never>(requests.prepareSubmit),
    ({ uri, version }) => {
      const document = documents.get(uri);
      if (!document) return { kind: 'unknown-document' };
      if (document.version !== version) return { kind: 'stale', version: document.version };
      return guard<PrepareSubmitResult>(
        host,
        'prepareSubmit',
        () => ({ kind: 'prepared', ...service.prepareSubmission(document) }),
        (reason) => ({ kind: 'failed', reason }),
      );
    },
  );
  connection.onRequest(requests.locate, ({ uri, pointers }: LocateParams): LocateResult => {
    const document = documents.get(uri);
    if (!document) return { ranges: [] };
    const ranges = () => pointers.flatMap((pointer) => service.locate(document, pointer));
    return { ranges: guard(host, 'locate', ranges, () => []) };
  });
}
