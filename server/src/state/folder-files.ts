import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { StateFiles } from '../api/index';

/**
 * The files of one folder, which is made with the first of them and is the user's alone. What is written is on the disk
 * when it is said to be. Rejects with what the file system says.
 */
export function createFolderFiles(folder: string): StateFiles {
  const pathOf = (name: string): string => path.join(folder, name);

  const besideOf = (name: string): string => pathOf(`${name}.${randomBytes(6).toString('hex')}.tmp`);
  const makeFolder = (): Promise<unknown> => mkdir(folder, { recursive: true, mode: 0o700 });

  async function write(file: string, text: string): Promise<void> {
    const opened = await open(file, 'wx', 0o600);
    try {
      await opened.writeFile(text);
      await opened.sync();
    } finally {
      await opened.close();
    }
  }

  return {
    async create(name, text) {
      await makeFolder();
      // Written beside first: whoever finds the name finds the whole text, also when the disk was full or the process killed.
      const beside = besideOf(name);
      try {
        await write(beside, text);
        await link(beside, pathOf(name));
        return true;
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return false;
        throw error;
      } finally {
        await rm(beside, { force: true });
      }
    },
    async replace(name, text) {
      await makeFolder();
      const beside = besideOf(name);
      try {
        await write(beside, text);
        await rename(beside, pathOf(name));
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
    async read(name) {
      return whenThere(() => readFile(pathOf(name), 'utf8'));
    },
    async list() {
      return (await whenThere(() => readdir(folder))) ?? [];
    },
    async remove(name) {
      await rm(pathOf(name), { force: true });
    },
  };
}

async function whenThere<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
