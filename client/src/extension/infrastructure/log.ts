import { type LogOutputChannel, window } from 'vscode';

/** The one log of the extension, "Target Group" in the output view. Never gets a secret or a body at its usual level. */
export type Log = LogOutputChannel;

export function createLog(): Log {
  return window.createOutputChannel('Target Group', { log: true });
}
