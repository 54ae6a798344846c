import { hasRepeatedKey, type Member, type Node, type ObjectNode } from '../document/node';
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
  const nodes: Node[] = [root];
  const schemas: (Schema | undefined)[] = [start];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const schema = schemas.pop();
    if (visit(node, schema) === false) continue;
    if (node.kind === 'object') {
      const isLast = schema && createLastOfItsKey(node);
      for (const member of node.members) {
        if (!member.value) continue;
        nodes.push(member.value);
        schemas.push(isLast?.(member) ? memberSchema(schema, member.key.value) : undefined);
      }
    } else if (node.kind === 'array') {
      const items = itemSchema(schema);
      for (const item of node.items) {
        nodes.push(item);
        schemas.push(items);
      }
    }
  }
}

function createLastOfItsKey(object: ObjectNode): (member: Member) => boolean {
  if (!hasRepeatedKey(object)) return () => true;
  const last = new Map(object.members.map((member) => [member.key.value, member]));
  return (member) => last.get(member.key.value) === member;
}
