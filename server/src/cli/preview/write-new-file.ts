import { realpathSync, statSync, writeFileSync } from 'node:fs';
import { access, notThere, readRegularFile } from '../../node/files/file-access';
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
  const inTheWay = obstacle(file, never);
  if (inTheWay !== undefined) return inTheWay;
  if (!isForced) return 'is there already; --force replaces it';
  const current = readRegularFile(file, Infinity);
  if ('reason' in current) return current.reason;
  const replaced = replaceFile({ file, before: current.value, after: Buffer.from(text), within: undefined });
  return 'reason' in replaced ? replaced.reason : undefined;
}

/** What stands there and is never replaced. */
function obstacle(file: string, never: string | undefined): string | undefined {
  const found = access(() => statSync(file));
  if ('reason' in found) return found.reason === notThere ? 'is a link that leads nowhere' : found.reason;
  if (!found.value.isFile()) {
    return `is ${found.value.isDirectory() ? 'a folder' : 'no regular file'}, where a page is to be written`;
  }
  return isSame(file, never) ? 'is the definition itself' : undefined;
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
