import { performance } from 'node:perf_hooks';
import { startRpcProcess, type RpcProcess } from '../support/rpc-process';
import type { Contestant } from './contestants';

const uri = 'file:///bench/bench.targetgroup.json';

/** A definition and one letter of it that a key changes, from a valid value to an invalid one. */
export interface Subject {
  readonly text: string;
  readonly line: number;
  readonly character: number;
  readonly valid: string;
  readonly invalid: string;
}

/** One server with the subject open in it, first invalid; times in milliseconds. */
export interface Session {
  readonly untilInitialized: number;
  readonly untilFirstDiagnostics: number;
  /** Presses the key, and waits for diagnostics that know it; the time until they are there. */
  readonly press: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Throws when the answers are not those that the text deserves: what is fast and wrong is not measured. */
export async function openSession(contestant: Contestant, subject: Subject): Promise<Session> {
  const { line, character, text, valid, invalid } = subject;
  const started = performance.now();
  const rpc = startRpcProcess(contestant.script);
  await initialize(rpc, contestant);
  const untilInitialized = performance.now() - started;
  rpc.notify('initialized', {});
  if (contestant.settings !== undefined) {
    rpc.notify('workspace/didChangeConfiguration', { settings: contestant.settings });
  }
  let version = 1;
  let isValid = false;
  const range = { start: { line, character }, end: { line, character: character + 1 } };
  const expectFresh = async () => {
    const { items } = (await rpc.request('textDocument/diagnostic', { textDocument: { uri } })) as Report;
    if (items.some((item) => item.range.start.line === line) === isValid) {
      throw new Error(`${contestant.name}: wrong diagnostics at version ${version}: ${JSON.stringify(items)}`);
    }
  };
  rpc.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: languageOf(contestant), version, text: withInvalid(text, subject) },
  });
  await expectFresh();
  const untilFirstDiagnostics = performance.now() - started;
  const press = async () => {
    isValid = !isValid;
    version += 1;
    const pressed = performance.now();
    const contentChanges = [{ range, text: isValid ? valid : invalid }];
    rpc.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    await expectFresh();
    return performance.now() - pressed;
  };
  return { untilInitialized, untilFirstDiagnostics, press, stop: rpc.stop };
}

interface Report {
  readonly items: readonly { readonly range: { readonly start: { readonly line: number } } }[];
}

const languageOf = ({ settings }: Contestant) => (settings === undefined ? 'targetgroup' : 'json');

async function initialize(rpc: RpcProcess, { initializationOptions }: Contestant): Promise<void> {
  await rpc.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {}, synchronization: {} }, workspace: { configuration: false } },
    initializationOptions,
  });
}

function withInvalid(text: string, { line, character, invalid }: Subject): string {
  const lines = text.split('\n');
  const changed = lines[line] ?? '';
  lines[line] = changed.slice(0, character) + invalid + changed.slice(character + 1);
  return lines.join('\n');
}
