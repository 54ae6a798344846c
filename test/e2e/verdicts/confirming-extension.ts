import type { ExtensionContext } from 'vscode';
import { activateExtension, deactivateExtension } from '../../../client/src/extension/activate';
import { createLanguageClient } from '../../../client/src/node/create-language-client';
import { submissionStorage } from '../../../client/src/node/submission-storage';

/** What the tests look into. */
export interface Folders {
  readonly storage: string;
  readonly logs: string;
}

/** The clock of calls to the API goes so much faster than that of the shipped extension. */
const haste = 20;

/** The extension as it is shipped, but for an author who agrees to every submit and is in a hurry. */
export function activate(context: ExtensionContext): Folders {
  activateExtension(context, {
    createLanguageClient,
    submissionStorage,
    runtime: 'node',
    fetch: (url, init) => fetch(url, init),
    confirm: () => Promise.resolve(true),
    startTimer: (milliseconds, fire) => {
      const timer = setTimeout(fire, milliseconds / haste);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  return { storage: context.globalStorageUri.fsPath, logs: context.logUri.fsPath };
}

export const deactivate = deactivateExtension;
