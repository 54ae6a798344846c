import { cp } from 'node:fs/promises';
import path from 'node:path';
import { root } from './repository.js';
import { createTemporaryFolder, type TemporaryFolder } from './temporary-folder.js';

/** A throw-away copy of the examples and of the bodies that the API accepted, for tests that write to files. */
export async function copyWorkspace(): Promise<TemporaryFolder> {
  const folder = await createTemporaryFolder();
  await cp(path.join(root, 'examples'), folder.path, { recursive: true });
  await cp(path.join(root, 'test/fixtures/accepted'), path.join(folder.path, 'accepted'), { recursive: true });
  return folder;
}
