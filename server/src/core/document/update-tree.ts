import { endOf, type Node, type Place } from './node';
import { parse, type ParseResult } from './parse';

/** What an edit replaced: from `start` to `end` in the text before it; behind it everything moved by `delta`. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly delta: number;
}

/**
 * Brings the tree of a text up to date with the next version of the text, by reading anew only the smallest value around
 * what changed. Both texts have to be JSON without a problem: then a value can stand in for another whatever is around.
 * @param root of the tree of `before`, which had no problem; afterwards the tree of `after`, when the answer is true.
 * @returns the depth of what was read anew, counted from the root; undefined where the text has to be read as a whole:
 * the tree is as it was then.
 */
export function updateTree(root: Node, before: string, after: string): number | undefined {
  const change = changeBetween(before, after);
  const path = pathTo(root, change);
  // What is nearly the whole text is read faster at once than twice.
  const largest = after.length / 2;
  for (let index = path.length - 1; index > 0; index--) {
    const node = path[index];
    if (!node || node.length > largest) return undefined;
    const read = readAgain(node, change, after);
    if (!read?.root) continue;
    replace(node, read.root);
    move(path.slice(0, index), node, change);
    return index + read.depth;
  }
  return undefined;
}

function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = longest(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const delta = after.length - before.length;
  const common = longest(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { start, end: before.length - common, delta };
}

/** How far two texts are the same, by halves: comparing long pieces is what engines are best at. */
function longest(limit: number, isSame: (from: number, to: number) => boolean): number {
  let known = 0;
  let high = limit;
  while (known < high) {
    const middle = known + Math.ceil((high - known) / 2);
    if (isSame(known, middle)) known = middle;
    else high = middle - 1;
  }
  return known;
}

/** The values around a change, from the root to the smallest. */
function pathTo(root: Node, change: Change): Node[] {
  const path: Node[] = [];
  for (let at: Node | undefined = root; at && holds(at, change); at = childAt(at, change.start)) path.push(at);
  return path;
}

/** True where the change leaves the brackets or quotes of a value alone; other values have none. */
function holds({ kind, offset, length }: Node, { start, end }: Change): boolean {
  const isBare = kind === 'number' || kind === 'boolean' || kind === 'null';
  return isBare ? offset <= start && end <= offset + length : offset < start && end < offset + length;
}

function childAt(node: Node, offset: number): Node | undefined {
  if (node.kind === 'array') return lastBefore(node.items, offset);
  return node.kind === 'object' ? lastBefore(node.members, offset)?.value : undefined;
}

/** The last of a list in the order of the text that begins at the offset or before it. */
function lastBefore<Each extends Place>(list: readonly Each[], offset: number): Each | undefined {
  return list[firstBehind(list, offset) - 1];
}

/** Index of the first of a list in the order of the text that begins behind the offset. */
function firstBehind(list: readonly Place[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.offset ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The value that stands now where this one stood; undefined where that is not exactly one value. */
function readAgain({ offset, length }: Node, { delta }: Change, after: string): ParseResult | undefined {
  const text = after.slice(offset, offset + length + delta);
  const result = parse(text);
  const { root, problems } = result;
  if (!root || problems.length > 0 || root.offset !== 0 || root.length !== text.length) return undefined;
  moveAll([root], offset);
  return result;
}

function replace(old: Node, next: Node): void {
  const { parent } = old;
  next.parent = parent;
  if (!parent) return;
  if ('items' in parent) parent.items[firstBehind(parent.items, old.offset) - 1] = next;
  else parent.value = next;
}

/** Tells the values around the one that was read again, and moves what stands behind it. */
function move(around: readonly Node[], old: Node, { delta }: Change): void {
  const behind: Node[] = [];
  for (const node of around) {
    node.length += delta;
    if (node.kind === 'object') {
      node.revision++;
      const member = lastBefore(node.members, old.offset);
      if (member) member.length += delta;
    }
    if (delta !== 0) moveInside(node, endOf(old), delta, behind);
  }
  moveAll(behind, delta);
}

/** Moves values with everything in them. Iterative: depth costs no stack. */
function moveAll(pending: Node[], delta: number): void {
  if (delta === 0) return;
  for (let node = pending.pop(); node; node = pending.pop()) {
    node.offset += delta;
    moveInside(node, 0, delta, pending);
  }
}

/** Moves the keys and commas of an object or array from an offset on; its values from there are put on the list. */
function moveInside(node: Node, from: number, delta: number, values: Node[]): void {
  if (node.kind === 'object') {
    for (const member of behindFirst(node.members, from)) {
      member.offset += delta;
      member.key.offset += delta;
      if (member.colon !== undefined) member.colon += delta;
      if (member.value) values.push(member.value);
    }
  } else if (node.kind === 'array') {
    for (const item of behindFirst(node.items, from)) values.push(item);
  } else return;
  const { commas } = node;
  for (let index = commas.length - 1; index >= 0; index--) {
    const comma = commas[index] ?? 0;
    if (comma < from) break;
    commas[index] = comma + delta;
  }
}

/** Those that begin at an offset or behind it. */
function behindFirst<Each extends Place>(list: readonly Each[], from: number): readonly Each[] {
  return from === 0 ? list : list.slice(firstBehind(list, from - 1));
}
