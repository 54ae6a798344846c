import type { Member, Node } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { memberSchema, rootSchema, type Schema } from '../schema/schema';
import { walk } from '../schema/walk';
import { removeMembers } from './remove-member';

/** True for a member that only answers and update bodies carry. */
export function isServerField(member: Member, schema: Schema | undefined): boolean {
  return !member.key.broken && memberSchema(schema, member.key.value)?.readOnly === true;
}

/** Every server member of a definition; members inside another are part of it. */
export function serverFieldsOf(root: Node): Member[] {
  const found: Member[] = [];
  walk(
    root,
    (node, schema) => {
      if (node.kind !== 'object' || schema?.readOnly) return;
      for (const member of node.members) if (isServerField(member, schema)) found.push(member);
    },
    rootSchema,
  );
  return found;
}

/**
 * Edits, in order, that remove every server member of a definition.
 * @param root the definition: the document's root, or the `data` of an answer.
 */
export function removeServerFields(text: string, root: Node): Edit[] {
  const fields = new Set(serverFieldsOf(root));
  const objects = new Set([...fields].map(({ parent }) => parent));
  return [...objects].flatMap((object) => removeMembers(text, object, fields)).sort((a, b) => a.offset - b.offset);
}
