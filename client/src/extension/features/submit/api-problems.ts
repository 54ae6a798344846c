import {
  CodeAction,
  CodeActionKind,
  Diagnostic,
  DiagnosticSeverity,
  l10n,
  languages,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  type Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import {
  type ApiError,
  errorEntry,
  type ErrorFix,
  errorFixes,
  errorPlaceName,
  locateError,
  parseJson,
} from '../../../../../server/src/api/index';
import type { LocateResult } from '../../../../../server/src/protocol/requests';
import type { Disposes } from '../../infrastructure/disposables';
import { movedRange } from '../../infrastructure/drift';
import { definitionSelector } from '../../infrastructure/selector';
import { toPlainText } from '../../infrastructure/texts';

/** What the API found wrong with a body. */
export interface ApiErrors {
  readonly body: string;
  readonly errors: readonly ApiError[];
  /** A name that was free when it was asked for. */
  readonly freeName: string | undefined;
}

/** Errors that the API answered with, as problems of the definition. Each leaves when the text that it points at changes. */
export interface ApiProblems extends Disposes {
  /**
   * Shows the errors of an answer in the document, unless it has another version by now. Gives how many problems are
   * shown.
   */
  show(uri: Uri, version: number, found: ApiErrors): Promise<number>;
  clear(uri: Uri): void;
}

export type Locate = (uri: Uri, pointers: readonly string[]) => Promise<LocateResult>;

class ApiProblem extends Diagnostic {
  override readonly source = 'targetgroup-api';

  constructor(
    range: Range,
    message: string,
    /** What the API said; several places of one error share it. */
    readonly error: ApiError,
    /** It is about no one place: it leaves with any change. */
    readonly isPlaced: boolean,
    readonly fixes: readonly ErrorFix[],
  ) {
    super(range, message, DiagnosticSeverity.Error);
  }

  at(range: Range): ApiProblem {
    const moved = new ApiProblem(range, this.message, this.error, this.isPlaced, this.fixes);
    if (this.code !== undefined) moved.code = this.code;
    return moved;
  }
}

export function createApiProblems(locate: Locate): ApiProblems {
  const collection = languages.createDiagnosticCollection('targetgroup-api');
  const shown = new Map<string, readonly ApiProblem[]>();
  const set = (uri: Uri, problems: readonly ApiProblem[]): void => {
    if (problems.length > 0) shown.set(uri.toString(), problems);
    else shown.delete(uri.toString());
    collection.set(uri, problems);
  };
  const follow = ({ document, contentChanges }: TextDocumentChangeEvent): void => {
    const problems = shown.get(document.uri.toString());
    if (problems && contentChanges.length > 0) set(document.uri, movedWith(problems, contentChanges));
  };
  const fixes = languages.registerCodeActionsProvider(
    definitionSelector,
    {
      provideCodeActions: (document, range) =>
        actionsOf(
          document,
          (shown.get(document.uri.toString()) ?? []).filter((one) => one.range.intersection(range)),
          locate,
        ),
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
  const listening = [
    workspace.onDidCloseTextDocument(({ uri }) => {
      set(uri, []);
    }),
    workspace.onDidChangeTextDocument(follow),
  ];
  return {
    async show(uri, version, { body, errors, freeName }) {
      // A body that was sent with its comments is no JSON; then the errors stand at the top.
      const definition = parseJson(body)?.value;
      const found = await Promise.all(
        errors.map((error) => toProblems({ error, definition, freeName }, (pointers) => locate(uri, pointers))),
      );
      if (versionOf(uri) !== version) return 0;
      set(uri, found.flat());
      return found.flat().length;
    },
    clear: (uri) => {
      set(uri, []);
    },
    dispose: () => {
      for (const disposable of [...listening, fixes, collection]) disposable.dispose();
    },
  };
}

type Changes = TextDocumentChangeEvent['contentChanges'];

/** The problems after the changes. Where the text of one was changed, all of the same error leave: they are one. */
function movedWith(problems: readonly ApiProblem[], changes: Changes): ApiProblem[] {
  const after = problems.map((problem) => ({ problem, now: moved(problem, changes) }));
  const gone = new Set(after.filter(({ now }) => now.length === 0).map(({ problem }) => problem.error));
  return after.flatMap(({ problem, now }) => (gone.has(problem.error) ? [] : now));
}

/** Where the problem is after the changes; nowhere when its own text was changed. */
function moved(problem: ApiProblem, changes: Changes): ApiProblem[] {
  if (!problem.isPlaced) return [];
  let { range } = problem;
  for (const change of changes) {
    if (change.range.intersection(range)) return [];
    const { start, end } = movedRange(range, change);
    range = new Range(start.line, start.character, end.line, end.character);
  }
  return [problem.at(range)];
}

async function actionsOf(
  { uri }: TextDocument,
  problems: readonly ApiProblem[],
  locate: Locate,
): Promise<CodeAction[]> {
  const actions = problems.flatMap((problem) => problem.fixes.map((fix) => ({ problem, fix })));
  return (
    await Promise.all(
      actions.map(async ({ problem, fix }) => {
        const [place] = (await locate(uri, [fix.pointer])).ranges;
        return place ? [toAction(uri, problem, fix, place)] : [];
      }),
    )
  ).flat();
}

function toAction(uri: Uri, problem: ApiProblem, fix: ErrorFix, place: LocateResult['ranges'][number]): CodeAction {
  const value = JSON.stringify(fix.value);
  const title = l10n.t('Set {0} to {1}', fix.member, toPlainText(value));
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.replace(uri, toRange(place), value);
  action.diagnostics = [problem];
  return action;
}

interface Found {
  readonly error: ApiError;
  readonly definition: unknown;
  readonly freeName: string | undefined;
}

async function toProblems(
  { error, definition, freeName }: Found,
  locate: (pointers: readonly string[]) => Promise<LocateResult>,
): Promise<ApiProblem[]> {
  const pointers = locateError(error, definition).filter((pointer) => pointer !== '');
  const places = await Promise.all(pointers.map(async (pointer) => ({ pointer, ...(await locate([pointer])) })));
  const problems = places.flatMap(({ pointer, ranges }) =>
    ranges.map((range) => {
      const message = messageOf(error, errorPlaceName(pointer, definition));
      return toProblem(
        error,
        new ApiProblem(toRange(range), message, error, true, errorFixes(error.code, pointer, freeName)),
      );
    }),
  );
  if (problems.length > 0) return problems;
  return [toProblem(error, new ApiProblem(new Range(0, 0, 0, 1), messageOf(error, ''), error, false, []))];
}

function toProblem({ code }: ApiError, problem: ApiProblem): ApiProblem {
  if (code !== undefined) problem.code = code;
  return problem;
}

/** Of a code that nobody documents, what came. */
function messageOf({ code, message }: ApiError, place: string): string {
  const entry = errorEntry(code);
  const words = entry ? `${entry.meaning} ${entry.advice}` : 'The API refused the definition.';
  return `${place === '' ? '' : `${place}: `}${words} (${message})`;
}

function toRange({ start, end }: LocateResult['ranges'][number]): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function versionOf(uri: Uri): number | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.version;
}
