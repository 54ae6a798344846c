import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { createAnswerOn, type Serving } from './serving';

export const readingAidCapabilities: ServerCapabilities = {
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: { resolveProvider: false },
};

/** Outline, folding, selection and links. */
export function registerReadingAids(serving: Serving, { textDocument }: ClientCapabilities): void {
  const { connection, service, settings } = serving;
  const on = createAnswerOn(serving);
  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    on('symbols', uri, null, (document) => service.symbols(document)),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    on('folding', uri, null, (document) => service.folding(document, textDocument?.foldingRange?.rangeLimit)),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    on('selection', uri, null, (document) => service.selectionRanges(document, positions)),
  );
  connection.onDocumentLinks(async ({ textDocument: { uri } }) => {
    const set = await settings.of(uri);
    return on('links', uri, null, (document) => service.links(document, set));
  });
}
