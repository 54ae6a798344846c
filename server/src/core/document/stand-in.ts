import { ArrayNode, Member, ObjectNode, type Node } from './node';
import type { Step } from './move';
import type { Frame } from './tree-builder';

/** How many of the members in front the recovery looks at. */
const near = 64;

/**
 * What is open where a reading begins in the middle of a text: copies, so that the tree stays as it is until the reading
 * has turned out well. Of what stands in front of each child on the way only the last ones are there.
 * @param outer from the root to what holds the inner one, whose children are read from its `index` on.
 * @param start of the bracket or comma that the reading begins behind.
 */
export class StandIns {
  readonly frames: Frame[] = [];
  /** The copy of the container whose children are read. */
  readonly container: ObjectNode | ArrayNode;
  private readonly before: readonly (Member | Node)[];
  private readonly last: { readonly copy: Node; readonly broken: boolean } | undefined;

  constructor(outer: readonly Step[], inner: Step, start: number) {
    let parent: Node['parent'];
    for (const step of outer) {
      const copy = emptyCopy(step.node, parent);
      const member = fill(copy, step, true);
      this.frames.push({ ...frameOf(copy, step), member, expect: 'value' });
      parent = copy.kind === 'array' ? copy : member;
    }
    this.container = emptyCopy(inner.node, parent);
    fill(this.container, inner, false);
    const expect = this.container.kind === 'object' ? 'key' : 'value';
    this.frames.push({ ...frameOf(this.container, inner), member: undefined, expect });
    if (start !== this.container.offset) this.container.addComma(start);
    this.before = [...childrenOf(this.container)];
    const value = valueOf(this.before.at(-1));
    this.last = value && { copy: value, broken: value.broken };
  }

  /** The children that were read; undefined where one in front of them was changed on the way. */
  read(): readonly (Member | Node)[] | undefined {
    const children = childrenOf(this.container);
    const { before, last } = this;
    if (before.some((child, index) => children[index] !== child)) return undefined;
    const value = valueOf(before.at(-1));
    if (value !== last?.copy || value?.broken !== last?.broken) return undefined;
    return children.slice(before.length);
  }
}

const valueOf = (child: Member | Node | undefined): Node | undefined => (child instanceof Member ? child.value : child);

const frameOf = (node: ObjectNode | ArrayNode, step: Step) => ({
  node,
  anchor: (step.node.kind === 'array' ? step.node.items[step.index] : undefined)?.anchor ?? step.node.anchor,
  isImplied: false,
  isResumed: true as const,
});

/** The members or elements, in order. */
export const childrenOf = (node: ObjectNode | ArrayNode): readonly (Member | Node)[] =>
  node.kind === 'object' ? node.members : node.items;

function emptyCopy({ kind, anchor, offset }: ObjectNode | ArrayNode, parent: Node['parent']): ObjectNode | ArrayNode {
  const place = { offset, length: 0 };
  return kind === 'object' ? new ObjectNode(anchor, place, parent, false) : new ArrayNode(anchor, place, parent, false);
}

/** @returns the copy of the member on the way, where the way goes on. */
function fill(copy: ObjectNode | ArrayNode, { node, index }: Step, goesOn: boolean): Member | undefined {
  if (copy.kind === 'array') {
    const last = node.kind === 'array' ? node.items[index - 1] : undefined;
    if (last) copy.items.push(nodeCopy(last, copy));
    return undefined;
  }
  if (node.kind !== 'object') return undefined;
  const before = node.members.slice(Math.max(0, index - near), index);
  const last = before.pop();
  copy.members.push(...before, ...(last ? [memberCopy(last, copy)] : []));
  const member = goesOn ? node.members[index] : undefined;
  const way = member && memberCopy(member, copy);
  if (way) copy.members.push(way);
  return way;
}

function memberCopy(member: Member, parent: ObjectNode): Member {
  const { key, anchor, value } = member;
  const copy = new Member(parent, anchor, member, key.value, key.broken);
  copy.colon = member.colon;
  copy.value = value && nodeCopy(value, copy);
  return copy;
}

/** Of an object the last members, of an array none: nobody looks further. */
function nodeCopy(node: Node, parent: Member | ArrayNode): Node {
  if (node.kind !== 'object' && node.kind !== 'array') return node;
  const copy = emptyCopy(node, parent);
  copy.length = node.length;
  copy.closed = node.closed;
  if (copy.kind === 'object' && node.kind === 'object') copy.members.push(...node.members.slice(-near));
  return copy;
}
