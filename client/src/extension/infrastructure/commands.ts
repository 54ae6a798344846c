import { commands, type Disposable } from 'vscode';
import type { ErrorBoundary } from './errors';

/** Registers a command behind the error boundary. No command returns anything: other extensions can call them too. */
export type RegisterCommand = (id: `targetgroup.${string}`, run: (...values: unknown[]) => unknown) => Disposable;

export function createRegisterCommand(boundary: ErrorBoundary): RegisterCommand {
  return (id, run) => commands.registerCommand(id, (...values: unknown[]) => boundary(id, () => run(...values)));
}
