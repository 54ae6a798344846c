import { Diagnostic, DiagnosticSeverity, languages, Range, type TextDocument, type Uri, workspace } from 'vscode';
import { type ApiError, errorEntry, locateError } from '../../../../../server/src/api/index';
import type { LocateResult } from '../../../../../server/src/protocol/requests';
import type { Disposes } from '../../infrastructure/disposables';

/** Errors that the API answered with, as problems of the definition. They leave when its text changes. */
export interface ApiProblems extends Disposes {
  /**
   * Shows the errors of an answer to `body` in the document, unless it has another version by now. Gives how many
   * problems are shown.
   */
  show(uri: Uri, version: number, body: string, errors: readonly ApiError[]): Promise<number>;
  clear(uri: Uri): void;
}

export type Locate = (uri: Uri, pointers: readonly string[]) => Promise<LocateResult>;

export function createApiProblems(locate: Locate): ApiProblems {
  const collection = languages.createDiagnosticCollection('targetgroup-api');
  const leave = ({ uri }: TextDocument): void => {
    collection.delete(uri);
  };
  const listening = [
    workspace.onDidCloseTextDocument(leave),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) leave(document);
    }),
  ];
  return {
    async show(uri, version, body, errors) {
      const definition: unknown = JSON.parse(body);
      const problems = await Promise.all(
        errors.map((error) => toProblems(error, definition, (pointers) => locate(uri, pointers))),
      );
      if (versionOf(uri) !== version) return 0;
      collection.set(uri, problems.flat());
      return problems.flat().length;
    },
    clear: (uri) => {
      collection.delete(uri);
    },
    dispose: () => {
      for (const disposable of [...listening, collection]) disposable.dispose();
    },
  };
}

async function toProblems(
  error: ApiError,
  definition: unknown,
  locate: (pointers: readonly string[]) => Promise<LocateResult>,
): Promise<Diagnostic[]> {
  const pointers = locateError(error, definition).filter((pointer) => pointer !== '');
  const { ranges } = pointers.length > 0 ? await locate(pointers) : { ranges: [] };
  const places = ranges.map(({ start, end }) => new Range(start.line, start.character, end.line, end.character));
  return (places.length > 0 ? places : [new Range(0, 0, 0, 1)]).map((place) => toProblem(error, place));
}

function toProblem(error: ApiError, place: Range): Diagnostic {
  const entry = errorEntry(error.code);
  const words = entry ? `${entry.meaning} ${entry.advice}` : 'The API refused the definition.';
  const problem = new Diagnostic(place, `${words} (${error.message})`, DiagnosticSeverity.Error);
  problem.source = 'targetgroup-api';
  if (error.code !== undefined) problem.code = error.code;
  return problem;
}

function versionOf(uri: Uri): number | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.version;
}
