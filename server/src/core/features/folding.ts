import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import type { Node, Place } from '../document/node';

/**
 * What can be folded: objects and lists over several lines, and such comments.
 * @param most ranges that are answered; the outer ones are kept.
 */
export function folding(model: Model, most = 5000): FoldingRange[] {
  const ranges = new Map<number, FoldingRange>();
  const add = (place: Place, isClosed: boolean, kind?: FoldingRangeKind) => {
    const { start, end } = model.rangeOf(place);
    // The line of the closing bracket stays to be seen.
    const endLine = isClosed ? end.line - 1 : end.line;
    if (endLine <= start.line || ranges.has(start.line)) return;
    ranges.set(start.line, { startLine: start.line, endLine, ...(kind && { kind }) });
  };
  let level: readonly Node[] = model.root ? [model.root] : [];
  while (level.length > 0 && ranges.size < most) {
    for (const node of level) if (node.kind === 'object' || node.kind === 'array') add(node, node.closed);
    level = level.flatMap(childrenOf);
  }
  for (const { code, ...place } of model.syntax)
    if (code === 'json-comment') add(place, false, FoldingRangeKind.Comment);
  return [...ranges.values()].slice(0, most).sort((a, b) => a.startLine - b.startLine);
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'array') return node.items;
  return node.kind === 'object' ? node.members.flatMap(({ value }) => value ?? []) : [];
}
