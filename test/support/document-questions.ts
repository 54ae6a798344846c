import type { Position, Range } from 'vscode-languageserver';
import { requests } from '../../server/src/protocol/requests';

export interface Asked {
  readonly uri: string;
  readonly version: number;
  readonly position: Position;
  readonly range: Range;
}

/** Everything that can be asked about a document: right params by method, each member of which is needed. */
export function documentQuestions({
  uri,
  version,
  position,
  range,
}: Asked): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const textDocument = { uri };
  const options = { tabSize: 2, insertSpaces: true };
  return {
    'textDocument/diagnostic': { textDocument },
    'textDocument/completion': { textDocument, position },
    'textDocument/hover': { textDocument, position },
    'textDocument/definition': { textDocument, position },
    'textDocument/documentHighlight': { textDocument, position },
    'textDocument/prepareRename': { textDocument, position },
    'textDocument/references': { textDocument, position, context: { includeDeclaration: true } },
    'textDocument/rename': { textDocument, position, newName: 'another' },
    'textDocument/documentSymbol': { textDocument },
    'textDocument/foldingRange': { textDocument },
    'textDocument/documentLink': { textDocument },
    'textDocument/codeLens': { textDocument },
    'textDocument/selectionRange': { textDocument, positions: [position] },
    'textDocument/formatting': { textDocument, options },
    'textDocument/rangeFormatting': { textDocument, range, options },
    'textDocument/inlayHint': { textDocument, range },
    'textDocument/codeAction': { textDocument, range, context: { diagnostics: [] } },
    [requests.prepareSubmit]: { uri, version },
    [requests.preview]: { uri },
    [requests.locate]: { uri, pointers: ['/name', '/periods/*/refCode'] },
  };
}
