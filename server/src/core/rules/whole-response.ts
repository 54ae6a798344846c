import { endOf, memberOf, type ObjectNode } from '../document/node';
import type { Model } from '../document/model';
import { removeServerFields } from '../edits/remove-server-fields';
import type { Finding } from './finding';
import type { Fix } from './rule';

/**
 * A pasted answer of the API (`data` beside `errors` or `warnings`, no name): one finding instead of one per member.
 * Undefined for anything else.
 */
export function wholeResponse({ text, isWhole }: Model, root: ObjectNode): Finding | undefined {
  const data = memberOf(root, 'data');
  const envelope = memberOf(root, 'errors') ?? memberOf(root, 'warnings');
  const name = memberOf(root, 'name');
  if (!data || !envelope || (name && name.value?.kind !== 'null')) return undefined;
  const { value } = data;
  const fixes = (): readonly Fix[] => {
    if (!isWhole || value?.kind !== 'object') return [];
    const front = { offset: root.offset, length: value.offset - root.offset, newText: '' };
    const rear = { offset: endOf(value), length: endOf(root) - endOf(value), newText: '' };
    const edits = [front, ...removeServerFields(text, value), rear];
    return [{ title: 'Keep the group in "data", without what only answers carry', edits, preferred: true }];
  };
  return {
    code: 'server-field',
    level: 'information',
    at: data.key,
    message: 'This is a whole answer of the API; a definition is what stands in its "data".',
    related: [],
    fixes,
  };
}
