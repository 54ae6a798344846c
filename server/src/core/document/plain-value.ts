import type { Node } from './node';

/** Deeper than any settings file; below it nothing is read. */
const depthLimit = 64;

/** A tree as plain JavaScript values, objects without a prototype; the last of repeated keys counts. */
export function toPlainValue(node: Node, depth = 0): unknown {
  if (depth > depthLimit) return undefined;
  switch (node.kind) {
    case 'object': {
      const value = Object.create(null) as Record<string, unknown>;
      for (const member of node.members) {
        if (member.value) value[member.key.value] = toPlainValue(member.value, depth + 1);
      }
      return value;
    }
    case 'array':
      return node.items.map((item) => toPlainValue(item, depth + 1));
    case 'null':
      return null;
    default:
      return node.value;
  }
}
