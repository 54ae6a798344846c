import { realpathSync, writeFileSync } from 'node:fs';
import { readRegularFile } from '../../node/files/file-access';
import { replaceFile } from '../fix/replace-file';

interface WriteOptions {
  /** Whether a file that is there is replaced. */
  readonly isForced: boolean;
  /** A file that is not replaced whatever was asked for; undefined without one. */
  readonly never: string | undefined;
}

/**
 * Writes a file that is not there yet, or replaces one as a whole.
 * @param file absolute.
 * @returns the end of a sentence that begins with the path and says why it was not written; undefined when it was.
 */
export function writeNewFile(file: string, text: string, { isForced, never }: WriteOptions): string | undefined {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    if (code !== 'EEXIST') return reasons.get(code ?? '') ?? `cannot be written (${code ?? 'unknown'})`;
  }
  if (isSame(file, never)) return 'is the definition itself';
  if (!isForced) return 'is there already; --force replaces it';
  const current = readRegularFile(file, Infinity);
  if ('reason' in current) return current.reason;
  const replaced = replaceFile({ file, before: current.value, after: Buffer.from(text), within: undefined });
  return 'reason' in replaced ? replaced.reason : undefined;
}

function isSame(file: string, other: string | undefined): boolean {
  return other !== undefined && realpathSync(file) === realpathSync(other);
}

const reasons = new Map([
  ['ENOENT', 'cannot be written: there is no such folder'],
  ['ENOTDIR', 'cannot be written: there is no such folder'],
  ['EACCES', 'cannot be written: permission denied'],
  ['EPERM', 'cannot be written: permission denied'],
  ['EROFS', 'cannot be written: the disk is read-only'],
  ['ENOSPC', 'cannot be written: the disk is full'],
]);
