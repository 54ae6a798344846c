import { performance } from 'node:perf_hooks';
import { readFileSync } from 'node:fs';
import { startRpcProcess, type RpcProcess } from '../support/rpc-process';
import type { Contestant } from './contestants';
import type { Key } from './keys';

/** What is measured is done in this one. */
const measured = { uri: 'file:///bench/bench.targetgroup.json' };

/** A document that is typed in; all times in milliseconds. */
export interface TypedIn {
  /** From sending the text to having its findings. */
  readonly open: (text: string) => Promise<number>;
  /** Presses the key, or takes it back, and waits for diagnostics that know it. */
  readonly press: (key: Key) => Promise<number>;
}

/** One server with the document that is measured open in it; all times in milliseconds. */
export interface Session extends TypedIn {
  readonly untilInitialized: number;
  /** Another document beside it. */
  readonly beside: () => TypedIn;
  readonly complete: (line: number, character: number) => Promise<number>;
  readonly hover: (line: number, character: number) => Promise<number>;
  readonly format: () => Promise<number>;
  /** What is resident, in MiB. */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
}

/** Throws when the answers are not those that the text deserves: what is fast and wrong is not measured. */
export async function openSession(contestant: Contestant): Promise<Session> {
  const started = performance.now();
  const rpc = startRpcProcess(contestant.script, ['--stdio'], (_, params) => configurationOf(contestant, params));
  await initialize(rpc, contestant);
  const untilInitialized = performance.now() - started;
  rpc.notify('initialized', {});
  if (contestant.settings !== undefined) {
    rpc.notify('workspace/didChangeConfiguration', { settings: contestant.settings });
  }
  const asked = (method: string, more: object = {}) =>
    timed(() => rpc.request(method, { textDocument: measured, ...more }));
  return {
    ...typedIn(rpc, contestant, measured),
    untilInitialized,
    beside: () => typedIn(rpc, contestant, { uri: 'file:///bench/beside.targetgroup.json' }),
    complete: (line, character) => asked('textDocument/completion', { position: { line, character } }),
    hover: (line, character) => asked('textDocument/hover', { position: { line, character } }),
    format: () => asked('textDocument/formatting', { options: { tabSize: 4, insertSpaces: true } }),
    memory: () => residentIn(rpc.pid),
    stop: rpc.stop,
  };
}

interface Identifier {
  readonly uri: string;
}

function typedIn(rpc: RpcProcess, contestant: Contestant, { uri }: Identifier): TypedIn {
  const diagnostics = contestant.pushes === true ? pushed(rpc) : pulled(rpc, { uri });
  const pressed = new Set<Key>();
  let version = 1;
  return {
    open: (text) =>
      timed(async () => {
        const receive = diagnostics();
        const languageId = contestant.languageId ?? 'targetgroup';
        rpc.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
        await receive();
      }),
    async press(key) {
      const isBack = pressed.delete(key);
      if (!isBack) pressed.add(key);
      const change = changeOf(key, isBack);
      return timed(async () => {
        const receive = diagnostics();
        version += 1;
        rpc.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
        const items = await receive();
        if (!isTrue(key, isBack, items))
          throw new Error(
            `${contestant.name}: wrong diagnostics (${key.name}): ${JSON.stringify(items).slice(0, 1000)}`,
          );
      });
    },
  };
}

/** What a server asks of the settings, section by section. */
function configurationOf({ settings }: Contestant, params: unknown): unknown {
  const { items = [] } = (params ?? {}) as { items?: readonly { section: string }[] };
  return items.map(({ section }) => settings?.[section] ?? null);
}

interface Item {
  readonly range: { readonly start: { readonly line: number } };
  readonly severity?: number;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** Called before a change is sent: the answer, called behind it, waits for the findings that know of the change. */
type Diagnostics = () => () => Promise<readonly Item[]>;

const pulled =
  (rpc: RpcProcess, textDocument: Identifier): Diagnostics =>
  () =>
  async () =>
    ((await rpc.request('textDocument/diagnostic', { textDocument })) as { items: readonly Item[] }).items;

const pushed =
  (rpc: RpcProcess): Diagnostics =>
  () => {
    const next = rpc.next('textDocument/publishDiagnostics');
    return async () => ((await next) as { diagnostics: readonly Item[] }).diagnostics;
  };

function changeOf({ line, start, before, after }: Key, isBack: boolean) {
  const [from, to] = isBack ? [after, before] : [before, after];
  return { range: { start: { line, character: start }, end: { line, character: start + from.length } }, text: to };
}

/** True when something is found where the key makes the text wrong, and nothing where it does not. */
function isTrue({ wrong, line }: Key, isBack: boolean, items: readonly Item[]): boolean {
  if (wrong === undefined) return true;
  const isFound = items.some(({ range, severity }) =>
    wrong === 'text' ? severity === 1 : Math.abs(range.start.line - line) <= 1,
  );
  return isFound === (wrong !== 'nothing' && !isBack);
}

/** Linux tells it of every process; elsewhere nothing is measured. */
function residentIn(pid: number): number {
  if (process.platform !== 'linux') return NaN;
  const [, kibi = NaN] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibi) / 1024;
}

async function initialize(rpc: RpcProcess, contestant: Contestant): Promise<void> {
  await rpc.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: { synchronization: {}, ...(contestant.pushes === true ? {} : { diagnostic: {} }) },
      workspace: { configuration: contestant.pushes === true },
    },
    initializationOptions: contestant.initializationOptions,
  });
}
