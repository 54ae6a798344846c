/**
 * Which VS Code the hosts are: the newest that their packages have, or the lowest at or above the manifest's
 * `engines.vscode`. Chosen by the environment variable VSCODE_RELEASE; `current` when that is not set.
 */
export type Release = 'current' | 'lowest';

export const release: Release = process.env['VSCODE_RELEASE'] === 'lowest' ? 'lowest' : 'current';
