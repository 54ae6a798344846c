import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from '../until.js';
import { installNeovim } from './install-neovim.js';
import { runCommand } from './run-command.js';
import { startChild } from './start-child.js';

/** A Neovim without a screen, which is typed into as a person would. */
export interface Neovim {
  /** Types, in Neovim's notation: `ihello<Esc>`. */
  readonly type: (keys: string) => Promise<void>;
  /** The value of a Vim expression, by way of JSON. Not while Neovim waits for an answer to a question of its own. */
  readonly ask: (expression: string) => Promise<unknown>;
  /** Everything that its last line showed so far. */
  readonly printed: () => string;
  /** Resolves with the way it ended. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
}

interface NeovimOptions {
  /** A folder for its own files. */
  readonly home: string;
  /** Its whole configuration, Lua. */
  readonly init: string;
  /** Where to look for programs before the PATH. */
  readonly programs: string;
  /** The file to open. */
  readonly file: string;
}

/** Starts the Neovim of this machine, with nothing of this user's configuration, and waits until it can be spoken to. */
export async function startNeovim({ home, init, programs, file }: NeovimOptions): Promise<Neovim> {
  const program = await installNeovim();
  await mkdir(home);
  const initFile = path.join(home, 'init.lua');
  await writeFile(initFile, init);
  const socket = path.join(home, 'socket');
  const own = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR'];
  const answer = path.join(home, 'answer.json');
  const env = {
    ...process.env,
    ...Object.fromEntries(own.map((name) => [name, home])),
    PATH: `${programs}${path.delimiter}${process.env['PATH'] ?? ''}`,
  };
  const child = startChild(program, ['--headless', '-u', initFile, '--listen', socket, file], { env });
  const remote = (how: string, what: string) => runCommand(program, ['--server', socket, how, what], { env });
  await until(() => existsSync(socket), { what: `Neovim’s socket\n${child.log()}`, within: 20_000 });
  return {
    type: async (keys) => {
      await remote('--remote-send', keys);
    },
    // By way of a file: what an expression prints is cut when it is long.
    ask: async (expression) => {
      await remote('--remote-expr', `writefile([json_encode(${expression})], '${answer}')`);
      return JSON.parse(await readFile(answer, 'utf8')) as unknown;
    },
    printed: child.log,
    ended: child.ended,
    stop: child.stop,
  };
}
