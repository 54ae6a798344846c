import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** Makes an empty folder, which goes at the latest when this process ends. Its path is short: a socket's ends at 107 bytes. */
export async function createTemporaryFolder(): Promise<TemporaryFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tg-'));
  const options = { recursive: true, force: true, maxRetries: 5 };
  const atExit = () => {
    rmSync(folder, options);
  };
  process.once('exit', atExit);
  const remove = async (): Promise<void> => {
    process.removeListener('exit', atExit);
    await rm(folder, options);
  };
  return { path: folder, remove };
}
