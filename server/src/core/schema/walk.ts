import { memberOf, type Member, type Node, type ObjectNode } from '../document/node';
import { itemSchema, memberSchema, type Schema } from './schema';

/**
 * Visits every node with the schema that applies to it, parents first. Undefined where the schema says nothing, and
 * where a later member has the same key: other readers do not see such a value.
 * Iterative: depth costs no stack.
 * @param visit answers false for a node whose members or elements are not to be visited.
 * @param start the schema of the first node.
 */
export function walk(
  root: Node,
  visit: (node: Node, schema: Schema | undefined) => unknown,
  start: Schema | undefined,
): void {
  const pending: { node: Node; schema: Schema | undefined }[] = [{ node: root, schema: start }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, schema } = next;
    if (visit(node, schema) === false) continue;
    if (node.kind === 'object') {
      const isLast = schema && createLastOfItsKey(node);
      for (const member of node.members) {
        const { key, value } = member;
        if (value)
          pending.push({ node: value, schema: isLast?.(member) ? memberSchema(schema, key.value) : undefined });
      }
    } else if (node.kind === 'array') {
      const items = itemSchema(schema);
      for (const item of node.items) pending.push({ node: item, schema: items });
    }
  }
}

/** Most objects are small: looking through them costs less than a table of their keys. */
const smallObject = 32;

function createLastOfItsKey(object: ObjectNode): (member: Member) => boolean {
  const { members } = object;
  if (members.length <= smallObject) return (member) => memberOf(object, member.key.value) === member;
  const last = new Map(members.map((member) => [member.key.value, member]));
  return (member) => last.get(member.key.value) === member;
}
