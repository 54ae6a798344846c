import type { Node } from '../document/node';
import { itemSchema, memberSchema, rootSchema, type Schema } from './schema';

/**
 * Visits every node with the schema that applies to it (undefined where the schema says nothing), parents first.
 * Iterative: depth costs no stack.
 */
export function walk(root: Node, visit: (node: Node, schema: Schema | undefined) => void): void {
  const pending: { node: Node; schema: Schema | undefined }[] = [{ node: root, schema: rootSchema }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, schema } = next;
    visit(node, schema);
    if (node.kind === 'object') {
      for (const { key, value } of node.members)
        if (value) pending.push({ node: value, schema: memberSchema(schema, key.value) });
    } else if (node.kind === 'array') {
      const items = itemSchema(schema);
      for (const item of node.items) pending.push({ node: item, schema: items });
    }
  }
}
