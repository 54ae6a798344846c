import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** What the file system answered, or in words why it did not: the end of a sentence that begins with the path. */
export type Access<Value> = { readonly value: Value } | { readonly reason: string };

/** Runs one question to the file system. Throws what is no fault of the file system. */
export function access<Value>(ask: () => Value): Access<Value> {
  try {
    return { value: ask() };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/**
 * The bytes of a regular file of at most `limit` bytes; anything else has a reason. Never waits: a named pipe, which
 * would, is refused.
 */
export function readRegularFile(path: string, limit: number): Access<Uint8Array> {
  // Windows has no O_NONBLOCK, and no named pipes in folders.
  const opened = access(() => openSync(path, constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0)));
  if ('reason' in opened) return opened;
  try {
    return readOpened(opened.value, limit);
  } finally {
    closeSync(opened.value);
  }
}

function readOpened(file: number, limit: number): Access<Uint8Array> {
  const stats = access(() => fstatSync(file));
  if ('reason' in stats) return stats;
  if (!stats.value.isFile()) return { reason: 'is no regular file; what a pipe gives is read as standard input, "-"' };
  if (stats.value.size > limit) return { reason: `is over ${limit / 1e6} MB long, more than is read` };
  return access(() => readFileSync(file));
}

/** The reason of what does not exist. */
export const notThere = 'does not exist';

const reasons = new Map([
  ['ENOENT', notThere],
  ['ENOTDIR', notThere],
  ['ENAMETOOLONG', 'does not exist: the name is too long'],
  ['ERR_INVALID_ARG_VALUE', 'does not exist: the name holds a null character'],
  ['EACCES', 'cannot be read: permission denied'],
  ['EPERM', 'cannot be read: permission denied'],
  ['ELOOP', 'cannot be read: its symbolic links lead in a circle'],
]);

function reasonOf(error: unknown): string {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  const known = reasons.get(code);
  if (known === undefined && syscall === undefined) throw error;
  return known ?? `cannot be read (${code})`;
}
