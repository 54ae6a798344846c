import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  type ClientCapabilities,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Configuration } from './configuration';
import { wordsOf } from './guard';
import { createAnswerOn, type Serving } from './serving';
import { createSwitches } from './switches';

export const hintCapabilities: ServerCapabilities = {
  inlayHintProvider: true,
  codeLensProvider: { resolveProvider: false },
};

/** Inlay hints and code lenses, each of which can be switched off. */
export function registerHints(serving: Serving, configuration: Configuration, { workspace }: ClientCapabilities): void {
  const { connection, service, settings, host } = serving;
  const on = createAnswerOn(serving);
  const switches = createSwitches(configuration, host);
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
    if (!(await switches.isOn(uri, 'inlayHints.enabled'))) return [];
    return on('inlay hints', uri, null, (document) => service.inlayHints(document, range));
  });
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    if (!(await switches.isOn(uri, 'codeLens.enabled'))) return [];
    const set = await settings.of(uri);
    return on('code lens', uri, null, (document) => service.codeLens(document, set));
  });
  const refreshed = [
    ...(workspace?.inlayHint?.refreshSupport === true ? [InlayHintRefreshRequest.type] : []),
    ...(workspace?.codeLens?.refreshSupport === true ? [CodeLensRefreshRequest.type] : []),
  ];
  settings.onDidChange(() => {
    for (const type of refreshed)
      connection.sendRequest(type).catch((error: unknown) => {
        host.log(`the client was not told to ask again: ${wordsOf(error)}`);
      });
  });
}
