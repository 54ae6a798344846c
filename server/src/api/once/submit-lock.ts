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
  /** Where that number means this process, and no other: machine, start of it, container. Absent: it means nothing. */
  readonly place?: string;
  /** Whether no process of that number runs at this place. */
  readonly isGone?: (pid: number) => boolean;
  /** How long a lock of this process holds: a minute more than a submit can take. */
  readonly staleAfterMilliseconds: () => number;
}

interface Held {
  readonly pid: number;
  readonly place: string;
  /** How long its owner said that it holds, in milliseconds. */
  readonly lasts: number;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** A lock for each key: an exclusively created file, which names its process and its time. */
export function createSubmitLock(options: SubmitLockOptions): SubmitLock {
  const { files, now, pid, newToken, staleAfterMilliseconds, place = '' } = options;
  const isStale = staleness(options);
  const textOf = (token: string): string =>
    JSON.stringify({ pid, place, time: now(), lasts: staleAfterMilliseconds(), token });

  async function take(file: string, token: string): Promise<boolean> {
    if (await files.create(file, textOf(token))) return true;
    const found = await files.read(file);
    if (found !== undefined && !isStale(readHeld(found))) return false;
    return (found === undefined || (await clear(file, found))) && files.create(file, textOf(token));
  }

  /** Of all who find the same stale lock, one removes it: the one who makes the file beside it. */
  async function clear(file: string, stale: string): Promise<boolean> {
    const claim = `${file}.${sha256Hex(utf8(stale)).slice(0, 16)}.stale`;
    if (!(await files.create(claim, textOf('claim')))) {
      // Whoever made it may be gone too: then the next who asks can try.
      const other = await files.read(claim);
      if (other !== undefined && isStale(readHeld(other))) await files.remove(claim);
      return false;
    }
    try {
      if ((await files.read(file)) !== stale) return false;
      await files.remove(file);
      return true;
    } finally {
      await files.remove(claim);
    }
  }

  return {
    async acquire(keys) {
      const token = newToken();
      const taken: string[] = [];
      const release = async (): Promise<void> => {
        for (const file of taken.splice(0)) await free(file, token, files);
      };
      try {
        for (const file of filesOf(keys)) {
          if (!(await take(file, token))) {
            await release();
            return undefined;
          }
          taken.push(file);
        }
      } catch (error) {
        await release();
        throw error;
      }
      return release;
    },
    async isHeld(keys) {
      const found = await Promise.all(filesOf(keys).map(async (file) => readHeld(await files.read(file))));
      return found.some((held) => !isStale(held));
    },
  };
}

/** Only its owner removes a lock that is not stale. */
async function free(file: string, token: string, files: StateFiles): Promise<void> {
  if (readHeld(await files.read(file))?.token === token) await files.remove(file);
}

/** Whether a lock is of nobody who could still come back. */
function staleness({ now, pid, place = '', isGone = () => false }: SubmitLockOptions) {
  const isOfGone = (held: Held): boolean =>
    place !== '' && held.place === place && held.pid !== pid && held.pid > 0 && isGone(held.pid);
  // A file is there as a whole or not at all: what cannot be read is not being written.
  return (held: Held | undefined): boolean => !held || Math.abs(now() - held.time) > held.lasts || isOfGone(held);
}

/** Always in the same order, so that two who want the same two keys do not keep one each. */
function filesOf(keys: readonly string[]): string[] {
  return keys.map((key) => `${sha256Hex(utf8(key)).slice(0, 32)}.lock`).sort();
}

function readHeld(text: string | undefined): Held | undefined {
  const value = text === undefined ? undefined : parseJson(text)?.value;
  if (!isJsonObject(value)) return undefined;
  const { pid, place, lasts, token, time } = value;
  if (typeof token !== 'string' || typeof time !== 'number' || typeof lasts !== 'number') return undefined;
  return { pid: typeof pid === 'number' ? pid : 0, place: typeof place === 'string' ? place : '', lasts, token, time };
}
