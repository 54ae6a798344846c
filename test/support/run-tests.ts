import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { root } from './repository';

export interface TestRun {
  readonly stats: { readonly passes: number };
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly message: string } }[];
}

/** Runs test files, named by their paths or globs, in a process of their own with these variables. */
export async function runTests(files: readonly string[], variables: NodeJS.ProcessEnv): Promise<TestRun> {
  const mocha = ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--no-config'];
  const args = [...mocha, '--timeout', '60000', '--reporter', 'json', ...files];
  const options = { cwd: root, env: { ...process.env, ...variables } };
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return JSON.parse(said) as TestRun;
}

/** What went wrong in a run, one line for each test. */
export function failuresIn({ failures }: TestRun): string[] {
  return failures.map(({ fullTitle, err }) => `${fullTitle}: ${err.message}`);
}
