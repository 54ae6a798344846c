import path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { createFolderFiles } from '../../../server/src/state/folder-files';
import { isGone, processPlace } from '../../../server/src/state/is-gone';
import type { SubmissionStorage } from '../extension/infrastructure/submission-store';

/** Files in the extension's global storage, which all windows of the user share. */
export function submissionStorage({ globalStorageUri }: ExtensionContext): SubmissionStorage {
  return {
    files: createFolderFiles(path.join(globalStorageUri.fsPath, 'submissions')),
    pid: process.pid,
    place: processPlace(),
    isGone,
  };
}
