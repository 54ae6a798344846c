import { Disposable, l10n, RelativePattern, Uri, workspace } from 'vscode';
import type { Disposes } from '../../infrastructure/disposables';

/** Calls back, with the reason, when a definition is not there any more: renamed, deleted, or closed and never saved. */
export function watchDefinition(definition: Uri, onGone: (reason: string) => void): Disposes {
  const isIt = (uri: Uri) => uri.toString() === definition.toString();
  const holdsIt = (uri: Uri) => isIt(uri) || definition.toString().startsWith(`${uri.toString()}/`);
  const deleted = () => {
    onGone(l10n.t('The definition was deleted.'));
  };
  const ifMissing = async (uri: Uri) => {
    if (isIt(uri) && !(await isThere(uri))) deleted();
  };
  const watcher = workspace.createFileSystemWatcher(
    new RelativePattern(Uri.joinPath(definition, '..'), '*'),
    true,
    true,
    false,
  );
  return Disposable.from(
    watcher,
    watcher.onDidDelete(ifMissing),
    workspace.onDidRenameFiles(({ files }) => {
      const renamed = files.find(({ oldUri }) => holdsIt(oldUri));
      if (renamed) onGone(l10n.t('The definition was renamed: open the expression again from there.'));
    }),
    workspace.onDidDeleteFiles(({ files }) => {
      if (files.some(holdsIt)) deleted();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (isIt(uri) && uri.scheme === 'untitled') onGone(l10n.t('The definition was closed and never saved.'));
      else void ifMissing(uri);
    }),
  );
}

async function isThere(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
