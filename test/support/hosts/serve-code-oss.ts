import { createReadStream, type Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { installCodeOss } from './install-code-oss.js';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

export interface WebWorkbench {
  /** The folder of the extension under test. */
  readonly extension: string;
  /** The files of it that are served, relative with `/`: what its package ships. */
  readonly extensionFiles: readonly string[];
  /** The CommonJS module whose `run()` is called in the web extension host. */
  readonly tests: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface ServedWorkbench {
  readonly url: string;
  readonly version: string;
  /** Paths that were asked for and not found. */
  readonly missing: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Path prefix -> the file that it serves for the rest of the path, when it does. */
type Mounts = Readonly<Record<string, (rest: string) => string | undefined>>;

/** Serves VS Code for the Web on loopback, with the extension and its tests loaded, `tmp:/ws` (in memory) opened. */
export async function serveCodeOss(workbench: WebWorkbench): Promise<ServedWorkbench> {
  const build = await installCodeOss();
  const { version } = JSON.parse(await readFile(path.join(build, 'package.json'), 'utf8')) as { version: string };
  const shipped = new Set(workbench.extensionFiles);
  const inFolder = (folder: string) => (rest: string) => {
    const file = path.join(folder, rest);
    return file.startsWith(folder + path.sep) ? file : undefined;
  };
  const mounts: Mounts = {
    '/build/': inFolder(build),
    // Below the extension: the host that runs an extension's tests is found by their path.
    '/extension/tests/': inFolder(path.dirname(path.resolve(workbench.tests))),
    '/extension/': (rest) => (shipped.has(rest) ? path.join(workbench.extension, rest) : undefined),
  };
  const missing: string[] = [];
  let page = '';
  const server = createServer((request, response) => {
    answer(mounts, () => page, missing, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  // The page and its webviews have to be one site, or Chromium refuses the webview's service worker as a third party's:
  // "vscode.localhost" and "<hash>.vscode.localhost" are, "localhost" and "<hash>.localhost" are not.
  const authority = `vscode.localhost:${(server.address() as AddressInfo).port}`;
  page = toPage(authority, version, workbench);
  const stop = async (): Promise<void> => {
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  };
  return { url: `http://${authority}/`, version, missing, stop };
}

async function answer(
  mounts: Mounts,
  page: () => string,
  missing: string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  // '*', since Chromium's cache is shared by the frames of one site: the echo of one origin would be answered to another.
  const headers = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
  if (pathname === '/') {
    response.writeHead(200, { ...headers, 'Content-Type': 'text/html; charset=utf-8' }).end(page());
    return;
  }
  const [prefix, locate] = Object.entries(mounts).find(([start]) => pathname.startsWith(start)) ?? [];
  const file = locate?.(decodeURIComponent(pathname.slice(prefix?.length)));
  const found = file === undefined ? undefined : await statOf(file);
  if (file === undefined || !found?.isFile()) {
    missing.push(pathname);
    response.writeHead(404, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

async function statOf(file: string): Promise<Stats | undefined> {
  try {
    return await stat(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The page that a product of VS Code for the Web would have: it loads the workbench and tells it what to open. */
function toPage(authority: string, version: string, workbench: WebWorkbench): string {
  const base = `http://${authority}/build`;
  const toUri = (place: string) => ({ scheme: 'http', authority, path: place });
  const config = {
    productConfiguration: {
      nameShort: 'Code - OSS',
      nameLong: 'Code - OSS',
      version,
      quality: 'stable',
      commit: '0'.repeat(40),
      enableTelemetry: false,
      // No {{uuid}} here: the extension host's frame may import its worker from its own origin only.
      webEndpointUrlTemplate: base,
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${authority}/build/out/vs/workbench/contrib/webview/browser/pre/`,
    },
    developmentOptions: {
      extensions: [toUri('/extension')],
      extensionTestsPath: toUri(`/extension/tests/${path.basename(workbench.tests)}`),
    },
    configurationDefaults: {
      'workbench.startupEditor': 'none',
      'telemetry.telemetryLevel': 'off',
      'workbench.enableExperiments': false,
      'extensions.autoCheckUpdates': false,
      'extensions.ignoreRecommendations': true,
      'chat.disableAIFeatures': true,
      ...workbench.settings,
    },
  };
  const json = JSON.stringify(config).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <link rel="stylesheet" href="${base}/out/vs/workbench/workbench.web.main.internal.css" />
    <script>globalThis._VSCODE_FILE_ROOT = '${base}/out/';</script>
    <script type="module" src="${base}/out/nls.messages.js"></script>
    <script type="module">
      import { create, URI } from '${base}/out/vs/workbench/workbench.web.main.internal.js';
      const workspace = { folderUri: URI.from({ scheme: 'tmp', path: '/ws' }) };
      const workspaceProvider = { trusted: true, payload: undefined, workspace, open: async () => false };
      create(document.body, { ...${json}, workspaceProvider });
    </script>
  </head>
  <body aria-label=""></body>
</html>`;
}
