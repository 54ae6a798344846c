import { sha256Hex, utf8 } from '../digest';
import { isJsonObject, parseJson } from '../parse-json';
import type { StateFiles } from './state-files';

/** Lets one submit of the same thing at a time through, among all processes that share the files. */
export interface SubmitLock {
  /** Takes all keys or none; gives what frees them, or `undefined` when one of them is taken. */
  acquire(keys: readonly string[]): Promise<ReleaseLock | undefined>;
  /** Whether a submit of one of the keys is under way. */
  isHeld(keys: readonly string[]): Promise<boolean>;
}

export type ReleaseLock = () => Promise<void>;

export interface SubmitLockOptions {
  readonly files: StateFiles;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Of this process, for whoever finds the file; 0 where there is none. */
  readonly pid: number;
  /** A new text for each lock, by which its owner knows it again. */
  readonly newToken: () => string;
  /** Whether the process of that number surely runs no more; never, where it cannot be told. */
  readonly isGone?: (pid: number) => boolean;
  /** Older locks are of a process that is gone: a minute more than a submit can take. */
  readonly staleAfterMilliseconds: () => number;
}

interface Held {
  readonly pid: number;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** A lock for each key: an exclusively created file, which names its process and its time. */
export function createSubmitLock(options: SubmitLockOptions): SubmitLock {
  const { files, now, pid, newToken, staleAfterMilliseconds, isGone = () => false } = options;
  const isStale = (held: Held): boolean =>
    Math.abs(now() - held.time) > staleAfterMilliseconds() || (held.pid !== pid && held.pid > 0 && isGone(held.pid));

  async function take(file: string, token: string): Promise<boolean> {
    const text = JSON.stringify({ pid, time: now(), token });
    if (await files.create(file, text)) return true;
    const held = readHeld(await files.read(file));
    if (!held || !isStale(held)) return false;
    return (await clear(file, held)) && files.create(file, text);
  }

  /** Of all who find the same stale lock, one removes it: the one who makes the file beside it. */
  async function clear(file: string, stale: Held): Promise<boolean> {
    const claim = `${file}.${sha256Hex(utf8(stale.token)).slice(0, 16)}.stale`;
    if (!(await files.create(claim, JSON.stringify({ pid, time: now(), token: stale.token })))) {
      // Whoever made it is gone too, if it is as old as that: the next who asks can try.
      const other = readHeld(await files.read(claim));
      if (other && isStale(other)) await files.remove(claim);
      return false;
    }
    try {
      if (readHeld(await files.read(file))?.token !== stale.token) return false;
      await files.remove(file);
      return true;
    } finally {
      await files.remove(claim);
    }
  }

  async function free(file: string, token: string): Promise<void> {
    if (readHeld(await files.read(file))?.token === token) await files.remove(file);
  }

  return {
    async acquire(keys) {
      const token = newToken();
      const taken: string[] = [];
      const release = async (): Promise<void> => {
        for (const file of taken.splice(0)) await free(file, token);
      };
      for (const file of filesOf(keys)) {
        if (!(await take(file, token))) {
          await release();
          return undefined;
        }
        taken.push(file);
      }
      return release;
    },
    async isHeld(keys) {
      const found = await Promise.all(filesOf(keys).map(async (file) => readHeld(await files.read(file))));
      return found.some((held) => held !== undefined && !isStale(held));
    },
  };
}

/** Always in the same order, so that two who want the same two keys do not keep one each. */
function filesOf(keys: readonly string[]): string[] {
  return keys.map((key) => `${sha256Hex(utf8(key)).slice(0, 32)}.lock`).sort();
}

/** A file that says nothing usable is being written this moment: held, since now. */
function readHeld(text: string | undefined): Held | undefined {
  if (text === undefined) return undefined;
  const value = parseJson(text)?.value;
  if (!isJsonObject(value)) return undefined;
  const { pid, token, time } = value;
  if (typeof token !== 'string' || typeof time !== 'number') return undefined;
  return { pid: typeof pid === 'number' ? pid : 0, token, time };
}
