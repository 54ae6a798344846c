import { SymbolKind, type SymbolInformation } from 'vscode-languageserver-types';
import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { groupOf, onOneLine } from './cycles';
import type { PreviewReader } from './preview-reader';

/** The group and its targets by their names, as the search in a workspace lists them; empty where nothing has one. */
export function groupSymbols(model: Model): SymbolInformation[] {
  const group = groupOf(model);
  if (!group) return [];
  const toSymbols = (reader: PreviewReader, kind: SymbolKind, containerName = ''): SymbolInformation[] => {
    const shown = reader.plain(field.name);
    const name = onOneLine(shown?.text ?? '', 200).trim();
    return shown && name !== ''
      ? [{ name, kind, containerName, location: { uri: model.uri, range: shown.range } }]
      : [];
  };
  const own = toSymbols(group, SymbolKind.Module);
  return [
    ...own,
    ...group.objects(field.targets).flatMap((target) => toSymbols(target, SymbolKind.Object, own[0]?.name)),
  ];
}
