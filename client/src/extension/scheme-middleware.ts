import type { Middleware } from 'vscode-languageclient';
import { isServedScheme } from './infrastructure/schemes';

/**
 * Keeps documents of unserved schemes from the server. A document selector can only name the schemes it wants, and we
 * want every one but a few, so that definitions in any virtual file system are served.
 */
export const schemeMiddleware: Middleware = {
  sendNotification: async (type, next, params) => {
    if (isServed(params)) await next(type, params);
  },
  sendRequest: async <Params, Result>(
    type: string | { method: string },
    params: Params | undefined,
    token: unknown,
    next: (type: never, params?: Params, token?: never) => Promise<Result>,
  ) => (isServed(params) ? next(type as never, params, token as never) : (null as Result)),
};

function isServed(params: unknown): boolean {
  const uri = documentUri(params);
  return uri === undefined || isServedScheme(uri.slice(0, uri.indexOf(':')));
}

/** The document that LSP parameters are about, if they are about one. */
function documentUri(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('textDocument' in params)) return undefined;
  const { textDocument } = params;
  if (typeof textDocument !== 'object' || textDocument === null || !('uri' in textDocument)) return undefined;
  return typeof textDocument.uri === 'string' ? textDocument.uri : undefined;
}
