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
  connection.onDefinition((asked) =>
    on('definition', asked, null, (document) => service.definition(document, asked.position)),
  );
  connection.onReferences((asked) =>
    on('references', asked, null, (document) =>
      service.references(document, asked.position, asked.context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight((asked) =>
    on('highlights', asked, null, (document) => service.highlights(document, asked.position)),
  );
  connection.onPrepareRename((asked) =>
    on('rename', asked, null, (document) => service.renameable(document, asked.position) ?? null),
  );
  connection.onRenameRequest(async (asked) => {
    const done = await on('rename', asked, undefined, (document) =>
      service.rename(document, asked.position, asked.newName),
    );
    if (done?.kind === 'refused') return new ResponseError(LSPErrorCodes.RequestFailed, done.reason);
    return done && { changes: { [asked.textDocument.uri]: [...done.edits] } };
  });
  connection.onWorkspaceSymbol(async ({ query }) => {
    const open = documents.all();
    const opened = open.map((textDocument) =>
      on('symbols', { textDocument }, [], (document) => service.groupSymbols(document)),
    );
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
