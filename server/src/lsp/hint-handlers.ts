import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import type { Configuration } from './configuration';
import { createAskedSetting } from './asked-setting';
import { begin } from './guard';
import { createAnswerOn, type Serving } from './serving';
import { CodeLensRefreshRequest, InlayHintRefreshRequest } from './library';

export const hintCapabilities: ServerCapabilities = {
  inlayHintProvider: true,
  codeLensProvider: { resolveProvider: false },
};

/** Inlay hints and code lenses, each of which can be switched off. */
export function registerHints(serving: Serving, configuration: Configuration, { workspace }: ClientCapabilities): void {
  const { connection, service, settings, host } = serving;
  const on = createAnswerOn(serving);
  // What is not set, as in a client that knows nothing of it, is on.
  const isOn = (name: string) =>
    createAskedSetting({ ...serving, configuration }, name, (value) => value !== false, host.log);
  const areHintsOn = isOn('inlayHints.enabled');
  const areLensesOn = isOn('codeLens.enabled');
  connection.languages.inlayHint.on(async (asked) => {
    if (!(await areHintsOn(asked.textDocument.uri))) return [];
    return on('inlay hints', asked, null, (document) => service.inlayHints(document, asked.range));
  });
  connection.onCodeLens(async (asked) => {
    const { uri } = asked.textDocument;
    if (!(await areLensesOn(uri))) return [];
    const set = await settings.of(uri);
    return on('code lens', asked, null, (document) => service.codeLens(document, set));
  });
  const refreshed = [
    ...(workspace?.inlayHint?.refreshSupport === true ? [InlayHintRefreshRequest.type] : []),
    ...(workspace?.codeLens?.refreshSupport === true ? [CodeLensRefreshRequest.type] : []),
  ];
  settings.onDidChange(() => {
    for (const type of refreshed)
      begin(host, 'the client was not told to ask again', () => connection.sendRequest(type));
  });
}
