import { countFirst } from './ordered';
import type { Anchor } from './span';
import { endOf, type ArrayNode, type Node, type ObjectNode } from './node';

/** Moves what stands behind one child of an object or array. @param index of that child. */
export function moveBehind(container: ObjectNode | ArrayNode, index: number, delta: number): void {
  if (delta === 0) return;
  if (container.kind === 'object') {
    const { members, anchor } = container;
    for (let at = index + 1; at < members.length; at++) {
      const member = members[at];
      member?.moveBy(delta);
      if (member?.value) moveAll(member.value, anchor, delta);
    }
    return;
  }
  const anchor = container.items[index]?.anchor ?? container.anchor;
  moveItems(container, index + 1, anchor, delta, (item) => {
    moveAll(item, anchor, delta);
  });
}

/** Moves a value with everything in it that has the same anchor. Iterative: depth costs no stack. */
function moveAll(first: Node, anchor: Anchor, delta: number): void {
  const pending = [first];
  for (let node = pending.pop(); node; node = pending.pop()) {
    node.moveBy(delta);
    if (node.kind === 'object') {
      for (const member of node.members) {
        member.moveBy(delta);
        if (member.value) pending.push(member.value);
      }
    } else if (node.kind === 'array') moveItems(node, 0, anchor, delta, (item) => pending.push(item));
  }
}

/** Elements with the anchor of the array are moved one by one; others with the anchors that they share. */
function moveItems(
  { items }: ArrayNode,
  from: number,
  anchor: Anchor,
  delta: number,
  move: (item: Node) => void,
): void {
  let moved = anchor;
  for (let index = from; index < items.length; index++) {
    const item = items[index];
    if (!item) continue;
    if (item.anchor === anchor) move(item);
    else if (item.anchor !== moved) {
      moved = item.anchor;
      moved.at += delta;
    }
  }
}

/** The innermost objects and arrays around a stretch of text, outermost first, each with the index of the child there. */
export interface Step {
  readonly node: ObjectNode | ArrayNode;
  readonly index: number;
}

/** What leads to a stretch of text: every closed object or array whose brackets stand on either side of it. */
export function stepsTo(root: Node, start: number, end: number): Step[] {
  const steps: Step[] = [];
  let at: Node | undefined = root;
  while (at && (at.kind === 'object' || at.kind === 'array') && at.closed && at.offset < start && end < endOf(at)) {
    const index = lastAt(at.kind === 'object' ? at.members : at.items, start);
    steps.push({ node: at, index });
    at = at.kind === 'object' ? at.members[index]?.value : at.items[index];
  }
  return steps;
}

/** Index of the last of ordered places that begins at the offset or before it; 0 where none does. */
export function lastAt(places: readonly { readonly offset: number }[], offset: number): number {
  return Math.max(0, countFirst(places, (place) => place.offset <= offset) - 1);
}
