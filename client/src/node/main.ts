import type { ExtensionContext } from 'vscode';
import { activateExtension, deactivateExtension } from '../extension/activate';
import { createLanguageClient } from './create-language-client';
import { startSandbox } from './start-sandbox';
import { submissionStorage } from './submission-storage';

export function activate(context: ExtensionContext): void {
  // Called by name every time: VS Code puts its proxy and certificates into the global one.
  activateExtension(context, {
    createLanguageClient,
    startSandbox,
    submissionStorage,
    runtime: 'node',
    fetch: (url, init) => fetch(url, init),
  });
}

export const deactivate = deactivateExtension;
