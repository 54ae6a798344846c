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
  connection.onDocumentSymbol((asked) => on('symbols', asked, null, (document) => service.symbols(document)));
  connection.onFoldingRanges((asked) =>
    on('folding', asked, null, (document) => service.folding(document, textDocument?.foldingRange?.rangeLimit)),
  );
  connection.onSelectionRanges((asked) =>
    on('selection', asked, null, (document) => service.selectionRanges(document, asked.positions)),
  );
  connection.onDocumentLinks(async (asked) => {
    const set = await settings.of(asked.textDocument.uri);
    return on('links', asked, null, (document) => service.links(document, set));
  });
}
