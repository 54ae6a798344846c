import { type ExtensionContext, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { SubmissionStorage } from '../extension/infrastructure/submission-store';

/** Files in the extension's global storage, which the browser keeps for all its windows. */
export function submissionStorage({ globalStorageUri }: ExtensionContext): SubmissionStorage {
  return {
    files: createStorageFiles(Uri.joinPath(globalStorageUri, 'submissions')),
    pid: 0,
    place: '',
    isGone: () => false,
  };
}

/** VS Code's file system makes no file exclusively: a lock of the browser stands around looking and writing. */
function createStorageFiles(folder: Uri): SubmissionStorage['files'] {
  const uriOf = (name: string): Uri => Uri.joinPath(folder, name);
  const write = async (name: string, text: string): Promise<void> => {
    await workspace.fs.createDirectory(folder);
    await workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
  };
  const read = async (name: string): Promise<string | undefined> => {
    const bytes = await whenThere(() => workspace.fs.readFile(uriOf(name)));
    return bytes && new TextDecoder().decode(bytes);
  };
  return {
    create: (name, text) =>
      alone(async () => {
        if ((await read(name)) !== undefined) return false;
        await write(name, text);
        return true;
      }),
    replace: (name, text) => alone(() => write(name, text)),
    read,
    list: async () => {
      const entries = (await whenThere(() => workspace.fs.readDirectory(folder))) ?? [];
      return entries.filter(([, type]) => type === FileType.File).map(([name]) => name);
    },
    remove: (name) =>
      alone(async () => {
        await whenThere(() => workspace.fs.delete(uriOf(name)));
      }),
  };
}

async function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  return await navigator.locks.request('targetgroup-submissions', work);
}

async function whenThere<Value>(ask: () => Thenable<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
