import type { Uri } from 'vscode';
import type { Disposes } from '../../infrastructure/disposables';
import { SideEditor, type SideParts } from './side-editor';
import { readSideUri } from './side-uri';
import { watchDefinition } from './watch-definition';

/** The side editors that are open. */
export interface SideEditors extends Disposes {
  /** The one of an address, made where there is none yet; undefined for an address that was not made here. */
  readonly at: (uri: Uri) => SideEditor | undefined;
  readonly of: (definition: Uri) => readonly SideEditor[];
  readonly close: (uri: Uri) => void;
}

export function createSideEditors(parts: SideParts): SideEditors {
  const open = new Map<string, { readonly side: SideEditor; readonly watch: Disposes }>();
  return {
    at(uri) {
      const known = open.get(uri.toString())?.side;
      const subject = known ? undefined : readSideUri(uri);
      if (!subject) return known;
      const side = new SideEditor(uri, subject, parts);
      const watch = watchDefinition(subject.definition, (reason) => {
        side.end(reason);
      });
      open.set(uri.toString(), { side, watch });
      return side;
    },
    of(definition) {
      const all = [...open.values()].map(({ side }) => side);
      return all.filter(({ subject }) => subject.definition.toString() === definition.toString());
    },
    close(uri) {
      open.get(uri.toString())?.watch.dispose();
      open.delete(uri.toString());
    },
    dispose() {
      for (const { watch } of open.values()) watch.dispose();
    },
  };
}
