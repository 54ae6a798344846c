import assert from 'node:assert/strict';
import { afterEach, beforeEach } from 'mocha';
import type { LspClient } from './start-lsp-client';
import { createTemporaryFolder, type TemporaryFolder } from './temporary-folder';

/** The folder of one test, and the client that is at work in it. */
export interface ClientFolder {
  /** Absolute. */
  readonly path: string;
  /** Ends the client when the test is over. @returns that client. */
  readonly keep: (client: LspClient) => LspClient;
}

/** A fresh folder for each test of the `describe` that this is called in; gone after it, as the client is. */
export function useClientFolder(): ClientFolder {
  let folder: TemporaryFolder | undefined;
  let client: LspClient | undefined;
  beforeEach(async () => {
    folder = await createTemporaryFolder();
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    await folder?.remove();
  });
  return {
    get path() {
      assert.ok(folder, 'there is a folder in a test alone');
      return folder.path;
    },
    keep: (running) => (client = running),
  };
}
