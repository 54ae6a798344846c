import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { engine } from '../../server/src/lsp/engine';
import { createGate } from '../../server/src/lsp/gate';
import type { Host } from '../../server/src/lsp/host';
import { startServer } from '../../server/src/lsp/start-server';
import type { WorkspaceFiles } from '../../server/src/lsp/workspace-index/workspace-files';
import { workspaceFiles } from '../../server/src/node/files/workspace-files';
import { createTurns } from '../../server/src/lsp/turns';
import { nearestRc } from '../../server/src/node/nearest-rc';

export interface LspClient {
  /** The client's end of the connection, initialized. */
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server wrote into its log. */
  readonly log: readonly string[];
  open(uri: string, text: string, version?: number): Promise<void>;
  change(uri: string, text: string, version: number): Promise<void>;
  close(uri: string): Promise<void>;
  stop(): Promise<void>;
}

export interface LspClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** URIs of the workspace's folders. */
  readonly folders?: readonly string[];
  readonly initializationOptions?: unknown;
  /** How it reaches files, where not as a process does; null for one that reaches none, as in a browser. */
  readonly files?: WorkspaceFiles | null;
  /** Registers handlers before the server can ask or tell anything. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

/** The server in this process, behind a pair of streams that carry the real protocol. */
export async function startLspClient(options: LspClientOptions = {}): Promise<LspClient> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const log: string[] = [];
  const { folders = [], files = workspaceFiles } = options;
  const host: Host = {
    engine,
    rulePage: 'file:///RULES.md',
    today: () => '2027-03-01',
    nearestRc,
    turns: createTurns(),
    ...(files ? { files } : undefined),
    log: (message) => log.push(message),
    schedule: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  };
  const [reader, writer] = [new StreamMessageReader(toServer), new StreamMessageWriter(toClient)];
  const gate = createGate(host.turns);
  const hasFiles = host.files !== undefined;
  startServer(createConnection(reader, writer, gate.options), gate, { hasFiles, log: host.log, load: () => host });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  options.prepare?.(connection);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: folders[0] ?? null,
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    log,
    open: (uri, text, version = 1) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'targetgroup', version, text },
      }),
    change: (uri, text, version) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    async stop() {
      await connection.sendRequest('shutdown');
      connection.dispose();
      toServer.destroy();
      toClient.destroy();
    },
  };
}
