import type { ExtensionContext } from 'vscode';
import { activateExtension, deactivateExtension } from '../extension/activate';
import { createLanguageClient } from './create-language-client';
import { submissionStorage } from './submission-storage';

export function activate(context: ExtensionContext): void {
  activateExtension(context, {
    createLanguageClient,
    submissionStorage,
    runtime: 'web',
    fetch: (url, init) => fetch(url, init),
  });
}

export const deactivate = deactivateExtension;
