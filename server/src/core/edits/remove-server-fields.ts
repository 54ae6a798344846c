import type { Member, Node } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { memberSchema, type Schema } from '../schema/schema';
import { walk } from '../schema/walk';
import { removeMember } from './remove-member';

/** True for a member that only answers and update bodies carry. */
export function isServerField(member: Member, schema: Schema | undefined): boolean {
  return !member.key.broken && memberSchema(schema, member.key.value)?.readOnly === true;
}

/**
 * Edits, in order, that remove every server member of a definition; members inside another are gone with it.
 * @param root the definition: the document's root, or the `data` of an answer.
 */
export function removeServerFields(text: string, root: Node): Edit[] {
  const edits: Edit[] = [];
  walk(root, (node, schema) => {
    if (node.kind !== 'object' || schema?.readOnly) return;
    edits.push(
      ...removeMembers(
        text,
        node.members.filter((member) => isServerField(member, schema)),
      ),
    );
  });
  return edits.sort((a, b) => a.offset - b.offset);
}

/** Neighbours share a comma, so edits that touch become one. */
function removeMembers(text: string, members: readonly Member[]): Edit[] {
  const object = members[0]?.parent;
  if (!object) return [];
  if (members.length === object.members.length)
    return [{ offset: object.offset + 1, length: object.length - 2, newText: '' }];
  const edits: Edit[] = [];
  for (const member of members) {
    const edit = removeMember(text, member);
    const last = edits.at(-1);
    if (last && edit.offset <= last.offset + last.length) {
      edits[edits.length - 1] = { ...last, length: Math.max(last.length, edit.offset + edit.length - last.offset) };
    } else edits.push(edit);
  }
  return edits;
}
