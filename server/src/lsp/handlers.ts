import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from '../core/index';
import type { DocumentSettings, TargetGroupService } from '../core/index';
import {
  notifications,
  requests,
  type ByteOrderMarkParams,
  type ByteOrderMarkResult,
  type GenerateParams,
  type GenerateResult,
  type LocateParams,
  type LocateResult,
  type PrepareSubmitParams,
  type PrepareSubmitResult,
  type PreviewModel,
  type PreviewParams,
} from '../protocol/requests';
import { begin, guard } from './guard';
import type { Host } from './host';
import { createAnswerOn, type Serving } from './serving';
import { CodeActionKind, CodeActionTriggerKind, DiagnosticSeverity, RequestType } from './library';

/** The findings of a document for given settings. */
export type Diagnose = (document: TextDocument, settings: DocumentSettings) => Diagnostic[];

/** The findings of a document; a crash is shown as a finding, never as a clean file. */
export function diagnoseGuarded(
  service: TargetGroupService,
  document: TextDocument,
  settings: DocumentSettings,
  host: Host,
): Diagnostic[] {
  return guard(
    host,
    'diagnostics',
    () => service.diagnose(document, settings),
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
  const { connection, service, completion, words, host } = serving;
  const on = createAnswerOn(serving);
  connection.onCompletion((asked) =>
    on('completion', asked, null, (document) =>
      service.complete(document, asked.position, { ...completion, used: words.elsewhere(document.uri) }),
    ),
  );
  connection.onCompletionResolve((item) =>
    guard(
      host,
      'completion',
      () => service.resolveCompletion(item),
      () => item,
    ),
  );
  connection.onHover((asked) =>
    on('hover', asked, null, (document) => service.hover(document, asked.position, host.today()) ?? null),
  );
  connection.onDocumentFormatting((asked) =>
    on('formatting', asked, null, (document) => service.format(document, asked.options)),
  );
  connection.onDocumentRangeFormatting((asked) =>
    on('formatting', asked, null, (document) => service.format(document, asked.options, asked.range)),
  );
  registerCodeActions(serving);
  registerCustomRequests(serving);
  registerByteOrderMark(serving);
}

/** Kind of the action that mends everything lossless at once; editors can run it on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.targetgroup`;

/** True when the client wants actions of this kind: it names it, one above it, or none at all. */
const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  only?.some((wanted) => wanted === kind || kind.startsWith(`${wanted}.`)) ?? true;

function registerCodeActions({ connection, read, service, host, settings }: Serving): void {
  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { diagnostics, only, triggerKind } }) => {
    const set = await settings.of(uri);
    const document = await read(uri);
    if (!document) return null;
    const list = (what: string, make: () => CodeAction[]) => guard(host, what, make, () => []);
    const mends = wants(only, CodeActionKind.QuickFix)
      ? list('code actions', () => service.codeActions(document, range, diagnostics, set))
      : [];
    // A cursor that passes by is no question.
    const isAsked = only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic;
    const fixes =
      isAsked && wants(only, CodeActionKind.RefactorRewrite)
        ? [...mends, ...list('refactorings', () => service.refactorings(document, range))]
        : mends;
    // Offered where it is asked for by kind: in the menu of quick fixes it would only repeat them.
    if (!only || !wants(only, fixAllKind)) return fixes;
    const edits = guard<TextEdit[]>(
      host,
      'fix all',
      () => service.fixAll(document, set),
      () => [],
    );
    if (edits.length === 0) return fixes;
    return [
      ...fixes,
      { title: 'Fix everything that is lossless', kind: fixAllKind, edit: { changes: { [uri]: edits } } },
    ];
  });
}

/** What a client shows by itself it has to ask for again when it changes. */
function registerByteOrderMark({ connection, service, host, settings }: Serving): void {
  let isTold = false;
  settings.onDidChange(() => {
    if (!isTold) return;
    begin(host, 'the client was not told that levels changed', () =>
      connection.sendNotification(notifications.levelsChanged),
    );
  });
  connection.onRequest(requests.byteOrderMark, async ({ uri }: ByteOrderMarkParams): Promise<ByteOrderMarkResult> => {
    isTold = true;
    return { diagnostics: service.byteOrderMark(uri, await settings.of(uri)) };
  });
}

function registerCustomRequests({ connection, read, service, host, settings }: Serving): void {
  connection.onRequest(
    new RequestType<PrepareSubmitParams, PrepareSubmitResult, never>(requests.prepareSubmit),
    async ({ uri, version }) => {
      const set = await settings.of(uri);
      const document = await read(uri);
      if (!document) return { kind: 'unknown-document' };
      if (document.version !== version) return { kind: 'stale', version: document.version };
      return guard<PrepareSubmitResult>(
        host,
        'prepareSubmit',
        () => ({ kind: 'prepared', ...service.prepareSubmission(document, set) }),
        (reason) => ({ kind: 'failed', reason }),
      );
    },
  );
  connection.onRequest(requests.preview, async ({ uri }: PreviewParams): Promise<PreviewModel | null> => {
    const set = await settings.of(uri);
    const document = await read(uri);
    // A crash has to reach the page as a failure: an answer without a picture would say that the file is closed.
    return document ? service.preview(document, set) : null;
  });
  connection.onRequest(
    new RequestType<GenerateParams, GenerateResult, never>(requests.generate),
    async ({ document: asked, generator }) => {
      const document = asked && (await read(asked.uri));
      if (asked && !document) return { reason: 'The definition is not open any more.' };
      if (document?.version !== asked?.version) return { reason: 'The definition has changed meanwhile.' };
      return guard<GenerateResult>(
        host,
        'generate',
        () => service.generate(document, generator),
        (reason) => ({ reason }),
      );
    },
  );
  connection.onRequest(requests.locate, async ({ uri, pointers }: LocateParams): Promise<LocateResult> => {
    const document = await read(uri);
    if (!document) return { ranges: [] };
    const ranges = () => pointers.flatMap((pointer) => service.locate(document, pointer));
    return { ranges: guard(host, 'locate', ranges, () => []) };
  });
}
