import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { readRegularFile, type Access } from '../../node/files/file-access';
import { isInside } from '../../node/files/is-inside';

export interface Replacement {
  /** Absolute; where it is a link, what it leads to is replaced, and the link stays. */
  readonly file: string;
  /** The bytes that were read: what holds others by now is left alone. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** The absolute folder that a link may not lead out of; undefined where it may lead anywhere. */
  readonly within: string | undefined;
}

/**
 * Replaces what is in a file as a whole, or not at all: a new file beside it, with the same permissions, takes its name.
 * The end of a sentence that begins with the path says why it could not be done; then nothing has changed.
 */
export function replaceFile({ file, before, after, within }: Replacement): Access<undefined> {
  const target = attempt(() => realpathSync(file));
  if ('reason' in target) return target;
  if (within !== undefined && !isWithin(target.value, within)) {
    return { reason: `is a link out of ${within}; it is only changed when it is named itself` };
  }
  const current = readRegularFile(target.value, Infinity);
  if ('reason' in current) return current;
  if (Buffer.compare(current.value, before) !== 0) return { reason: 'was not changed: it has changed meanwhile' };
  return attempt(() => {
    replace(target.value, after);
    return undefined;
  });
}

/** By where the folder really is. */
function isWithin(file: string, folder: string): boolean {
  const root = attempt(() => realpathSync(folder));
  return 'value' in root && isInside(file, root.value);
}

function replace(file: string, bytes: Uint8Array): void {
  const { mode, uid, gid } = statSync(file);
  // Taking its name would need no permission for the file itself, and root needs none at all.
  if ((mode & 0o222) === 0) throw new WriteRefused('EACCES');
  closeSync(openSync(file, 'r+'));
  const beside = path.join(path.dirname(file), `.targetgroup-${randomBytes(8).toString('hex')}.tmp`);
  const opened = openSync(beside, 'wx', 0o600);
  try {
    try {
      writeFileSync(opened, bytes);
      keepOwner(opened, uid, gid);
      fchmodSync(opened, mode & 0o7777);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function keepOwner(opened: number, uid: number, gid: number): void {
  const made = fstatSync(opened);
  if (made.uid !== uid || made.gid !== gid) fchownSync(opened, uid, gid);
}

/** Thrown and caught here alone, where the system itself would not refuse. */
class WriteRefused extends Error {
  constructor(readonly code: string) {
    super();
  }
}

function attempt<Value>(act: () => Value): Access<Value> {
  try {
    return { value: act() };
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || (syscall === undefined && !(error instanceof WriteRefused))) throw error;
    return { reason: reasons.get(code) ?? `cannot be written (${code})` };
  }
}

const reasons = new Map([
  ['EACCES', 'cannot be written: permission denied'],
  ['EPERM', 'cannot be written: permission denied'],
  ['EROFS', 'cannot be written: the disk is read-only'],
  ['ENOSPC', 'cannot be written: the disk is full'],
]);
