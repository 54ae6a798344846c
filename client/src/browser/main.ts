import type { ExtensionContext } from 'vscode';
import { activateExtension, deactivateExtension } from '../extension/activate';
import { createLanguageClient } from './create-language-client';

export function activate(context: ExtensionContext): void {
  activateExtension(context, { createLanguageClient, runtime: 'web', fetch: (url, init) => fetch(url, init) });
}

export const deactivate = deactivateExtension;
