import type { ClientCapabilities, ServerCapabilities, SymbolInformation } from 'vscode-languageserver';
import { createAnswerOn, type Serving } from './serving';
import { uriKey } from './workspace-folders';
import type { WholeWorkspace } from './workspace-index/check-whole-workspace';
import { LSPErrorCodes, ResponseError } from './library';

export const navigationCapabilities = ({ textDocument }: ClientCapabilities): ServerCapabilities => ({
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
  workspaceSymbolProvider: true,
});

/** Most symbols of a workspace that one search answers. */
const mostSymbols = 500;

/** Ways between default values and periods, the names of periods, and names in the whole workspace. */
export function registerNavigation(
  serving: Serving,
  { unopenedSymbols }: Pick<WholeWorkspace, 'unopenedSymbols'>,
): void {
  const { connection, documents, service } = serving;
  const on = createAnswerOn(serving);
  connection.onDefinition(({ textDocument: { uri }, position }) =>
    on('definition', uri, null, (document) => service.definition(document, position)),
  );
  connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }) =>
    on('references', uri, null, (document) => service.references(document, position, includeDeclaration)),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    on('highlights', uri, null, (document) => service.highlights(document, position)),
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }) =>
    on('rename', uri, null, (document) => service.renameable(document, position) ?? null),
  );
  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
    const done = await on('rename', uri, undefined, (document) => service.rename(document, position, newName));
    if (done?.kind === 'refused') return new ResponseError(LSPErrorCodes.RequestFailed, done.reason);
    return done && { changes: { [uri]: [...done.edits] } };
  });
  connection.onWorkspaceSymbol(async ({ query }) => {
    const open = documents.all();
    const opened = open.map(({ uri }) => on('symbols', uri, [], (document) => service.groupSymbols(document)));
    const symbols: SymbolInformation[] = [
      ...(await Promise.all(opened)).flat(),
      ...unopenedSymbols(new Set(open.map(({ uri }) => uriKey(uri)))),
    ];
    return symbols.filter(({ name }) => isMatch(name, query)).slice(0, mostSymbols);
  });
}

/** True when the letters of the query stand in the name in their order, in capitals or not. */
function isMatch(name: string, query: string): boolean {
  const text = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase()) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
