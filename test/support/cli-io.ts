import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { CliIo } from '../../server/src/cli/io';
import { createMemoryFiles } from './memory-files';

export interface RecordedIo {
  readonly io: CliIo;
  /** What was written so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The questions that were asked. */
  readonly questions: readonly string[];
  /** Ctrl+C. */
  readonly interrupt: () => void;
}

/** Input, output and state of a command in memory. Reading files is real; `fetch` and `ask` fail unless they are given. */
export function createRecordedIo(given: Partial<CliIo> = {}): RecordedIo {
  const out: string[] = [];
  const err: string[] = [];
  const questions: string[] = [];
  const interrupts: AbortController[] = [];
  const state = createMemoryFiles();
  const io: CliIo = {
    cwd: process.cwd(),
    env: {},
    stdout: (text) => out.push(text),
    stderr: (text) => err.push(text),
    terminal: { stdin: false, stdout: false, stderr: false },
    readFile: (path) => readFile(path),
    readStdin: () => assert.fail('standard input was read'),
    takeInterrupt: () => {
      const controller = new AbortController();
      interrupts.push(controller);
      return controller.signal;
    },
    now: Date.now,
    openState: () => state,
    fetch: () => assert.fail('fetch was called'),
    startTimer: (milliseconds, fire) => {
      const timer = setTimeout(fire, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
    ...given,
    ask: (question, signal) => {
      questions.push(question);
      return given.ask?.(question, signal) ?? assert.fail('a question was asked');
    },
  };
  return {
    io,
    stdout: () => out.join(''),
    stderr: () => err.join(''),
    questions,
    interrupt: () => {
      for (const controller of interrupts.splice(0)) controller.abort();
    },
  };
}
