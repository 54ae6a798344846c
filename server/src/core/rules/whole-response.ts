import { endOf, memberOf, type Member, type ObjectNode } from '../document/node';
import type { Model } from '../document/model';
import type { Edit } from '../document/syntax-problem';
import { removeServerFields } from '../edits/remove-server-fields';
import type { Finding } from './finding';
import type { Fix } from './rule';

/**
 * A pasted answer of the API (`data` beside `errors` or `warnings`, no name): one finding instead of one per member.
 * Undefined for anything else.
 */
export function wholeResponse({ content, isWhole }: Model, root: ObjectNode): Finding | undefined {
  const data = answerData(root);
  if (!data) return undefined;
  const { value } = data;
  const fixes = (): readonly Fix[] => {
    if (!isWhole || value?.kind !== 'object') return [];
    const edits = keepGroup(content.toString(), root, value);
    return [{ title: 'Keep the group in "data", without what only answers carry', edits, preferred: true }];
  };
  return {
    code: 'server-field',
    level: 'information',
    isRefused: true,
    at: data.key,
    message: 'This is a whole answer of the API; a definition is what stands in its "data".',
    related: [],
    fixes,
  };
}

/** The member of a whole answer that holds what was asked for; undefined in anything else. */
export function answerData(root: ObjectNode): Member | undefined {
  const envelope = memberOf(root, 'errors') ?? memberOf(root, 'warnings');
  const name = memberOf(root, 'name');
  return !envelope || (name && name.value?.kind !== 'null') ? undefined : memberOf(root, 'data');
}

/** Edits, in order, that leave nothing of a text but a group in it, without what only answers carry. */
export function keepGroup(text: string, root: ObjectNode, group: ObjectNode): Edit[] {
  const front = { offset: root.offset, length: group.offset - root.offset, newText: '' };
  const rear = { offset: endOf(group), length: endOf(root) - endOf(group), newText: '' };
  return [front, ...removeServerFields(text, group), rear];
}
