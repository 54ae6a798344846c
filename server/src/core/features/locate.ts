import type { Range } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import { memberOf, type Node } from '../document/node';

/**
 * The places that a pointer names: a JSON pointer whose `*` steps stand for every element of a list.
 * @returns ranges in the order of the text; empty when nothing is there.
 */
export function locate(model: Model, pointer: string): Range[] {
  let nodes: Node[] = model.root ? [model.root] : [];
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    nodes = nodes.flatMap((node) => childrenAt(node, name));
  }
  return nodes.map((node) => model.rangeOf(node));
}

function childrenAt(node: Node, step: string): readonly Node[] {
  if (node.kind === 'object') {
    const value = memberOf(node, step)?.value;
    return value ? [value] : [];
  }
  if (node.kind !== 'array') return [];
  if (step === '*') return node.items;
  const item = node.items[Number(step)];
  return item ? [item] : [];
}
