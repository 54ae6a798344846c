import type { DocumentText } from './document-text';
import { movedPlace, type Change } from './change';
import { isNearLimit, type Look } from './lookahead';
import { lastAt, moveBehind, stepsTo, type Step } from './move';
import { endOf, Member, type ArrayNode, type Node, type ObjectNode } from './node';
import { parseUntil, type ParseResult } from './parse';
import { ParserState } from './parser-state';
import { childrenOf, StandIns } from './stand-in';
import type { SyntaxProblem } from './syntax-problem';
import { windowOf } from './text-window';
import { TreeBuilder } from './tree-builder';

/** A text that was read. */
export interface Reading extends ParseResult {
  readonly content: DocumentText;
}

/** The children of one object or array that are read anew, from the one at `index` on, and where that came to its end. */
interface Run {
  readonly outer: readonly Step[];
  readonly inner: Step;
  /** The bracket or comma in front of the first; behind it is read. */
  readonly start: number;
  readonly standIns: StandIns;
  readonly state: ParserState;
  /** Offset, in the text before, of the comma or bracket that both readings came to in the same state. */
  readonly end: number;
  readonly children: readonly (Member | Node)[];
}

/**
 * Brings the tree of a text up to date with the next version of the text, by reading anew only what a change can have
 * changed: from the comma or bracket in front of it, in the smallest object or array around it, to a comma or bracket
 * behind it where the reading stands as it stood there before. What follows is the same then, only moved.
 * @param before whose tree becomes that of `after`, when there is an answer: it is of no use afterwards.
 * @returns undefined where the text has to be read as a whole: the tree is as it was then.
 */
export function updateTree(before: Reading, after: DocumentText, change: Change): Reading | undefined {
  const { root } = before;
  if (!root || isNearLimit(before.looks)) return undefined;
  const steps = stepsTo(root, change.start, change.end);
  for (let inner = steps.pop(); inner; inner = steps.pop()) {
    let run = readRun(before, after, change, steps, inner, near);
    if (run === 'far') run = readRun(before, after, change, steps, inner, far);
    if (run === 'far') return undefined;
    if (run) return takeOver(before, after, change, run);
  }
  return undefined;
}

/**
 * How far is read beyond twice the length of the child that was there: most edits end soon, a repair that reads ahead may
 * see more, and beyond that nothing is tried again.
 */
const near = 1 << 8;
const far = 1 << 17;

function readRun(
  before: Reading,
  after: DocumentText,
  change: Change,
  outer: readonly Step[],
  innermost: Step,
  reach: number,
): Run | 'far' | undefined {
  const from = startOf(before, after, change, outer, innermost);
  if (!from) return undefined;
  const { start, inner } = from;
  const { node } = inner;
  const standIns = new StandIns(outer, inner, start);
  const limit = start + 2 * (childrenOf(node)[inner.index]?.length ?? 0) + Math.max(0, change.delta) + reach;
  const window = windowOf(after, start, limit);
  const state = new ParserState(window, start + 1, new TreeBuilder([...standIns.frames]));
  state.last = { offset: start, length: 1 };
  const depth = standIns.frames.length;
  let end: number | undefined;
  const isDone = () => {
    const { tokens, tree, report } = state;
    const old = tokens.offset - change.delta;
    const isOpen = tree.top === standIns.frames.at(-1);
    const isLeft = tree.size < depth;
    if ((!isOpen && !isLeft) || old < change.end || report.isLost) return isLeft;
    const isHere = isOpen
      ? tokens.kind === ',' && isComma(before, node, old)
      : standIns.container.closed && isEnd(before, node, old);
    if (isHere) end = old;
    return isHere || isLeft;
  };
  const isThrough = parseUntil(state, isDone);
  if (window.isExceeded) return 'far';
  if (!isThrough || end === undefined) return undefined;
  const looks = [...before.looks, ...state.looks];
  if (isNearLimit(looks) || !isQuietBehind(before, node, end) || isDoubtful(before, [...outer, inner]))
    return undefined;
  const children = standIns.read();
  return children && { outer, inner, start, standIns, state, end, children };
}

const charAt = ({ content }: Reading, offset: number): string => content.slice(offset, offset + 1);

const isBrokenChild = (child: Member | Node | undefined): boolean =>
  child === undefined || (child instanceof Member ? isMemberBroken(child) : child.broken);

const isMemberBroken = ({ key, colon, value }: Member): boolean =>
  key.broken || colon === undefined || value === undefined || value.broken;

/** A place in front of the change where nothing was wrong and nothing that was read ahead reached the change. */
function startOf(
  before: Reading,
  after: DocumentText,
  change: Change,
  outer: readonly Step[],
  { node, index: at }: Step,
): { start: number; inner: Step } | undefined {
  for (let index = at; index > 0; index--) {
    const comma = soundComma(before, node, index);
    if (comma !== undefined && comma < change.start && !isSeenFrom(before, comma, change))
      return { start: comma, inner: { node, index } };
  }
  const { offset } = node;
  const beginning = after.slice(offset, offset + 5);
  // Between a bracket and a backslash a text may begin whose opening quote is missing; and the bracket itself may be.
  if (!/^[{[]/.test(beginning) || /[{[]\\/.test(beginning)) return undefined;
  const isLost = hasProblem(before, lostFrom(before, outer, outer.length), offset);
  return isLost || isSeenFrom(before, offset, change) ? undefined : { start: offset, inner: { node, index: 0 } };
}

/** True where something up to an offset was repaired by what stood where the change is. */
const isSeenFrom = ({ looks }: Reading, offset: number, change: Change): boolean =>
  looks.some(({ from, to }) => from <= offset && to >= change.start);

const hasProblem = ({ problems }: Pick<Reading, 'problems'>, from: number, to: number): boolean =>
  problems.some(({ code, offset }) => code === 'json-syntax' && offset >= from && offset <= to);

/** The comma in front of a child, where the reading knows where it is: between two that are right, and nothing else. */
function soundComma(before: Reading, node: ObjectNode | ArrayNode, index: number): number | undefined {
  const children = childrenOf(node);
  const [first, second] = [children[index - 1], children[index]];
  if (!first || !second || isBrokenChild(first)) return undefined;
  const comma = node.commaFrom(endOf(first));
  if (comma === undefined || comma >= second.offset) return undefined;
  const isOnly = (node.commaFrom(comma + 1) ?? Infinity) > second.offset;
  return isOnly && !hasProblem(before, endOf(first), second.offset - 1) ? comma : undefined;
}

/** Where the reading last knew where it was, in front of the object or array that so many steps lead to. */
function lostFrom(before: Reading, steps: readonly Step[], count: number): number {
  for (let depth = count - 1; depth >= 0; depth--) {
    const step = steps[depth];
    const child = step && childrenOf(step.node)[step.index];
    if (child instanceof Member && child.colon !== undefined && charAt(before, child.colon) === ':') return child.colon;
    const comma = step && soundComma(before, step.node, step.index);
    if (comma !== undefined) return comma;
  }
  return 0;
}

/** True where a comma stands between two children that are right. */
function isComma(before: Reading, node: ObjectNode | ArrayNode, offset: number): boolean {
  if (node.commaFrom(offset) !== offset) return false;
  const children = childrenOf(node);
  const index = lastAt(children, offset) + 1;
  return soundComma(before, node, index) === offset && !isBrokenChild(children[index]);
}

/** True where the object or array ended regularly. */
function isEnd(before: Reading, node: ObjectNode | ArrayNode, offset: number): boolean {
  return (
    offset === endOf(node) - 1 &&
    charAt(before, offset) === (node.kind === 'object' ? '}' : ']') &&
    !hasProblem(before, offset, offset)
  );
}

/** True where it cannot be told what else is wrong in an object or array that began while the reading was lost. */
const isDoubtful = (before: Reading, steps: readonly Step[]): boolean =>
  steps.some(({ node }, depth) => node.broken && hasProblem(before, lostFrom(before, steps, depth), node.offset));

/** True unless something is wrong behind the run that may have been judged by what is in it. */
function isQuietBehind({ problems }: Reading, node: ObjectNode | ArrayNode, end: number): boolean {
  return (node.kind === 'array' && end < endOf(node) - 1) || !problems.some(({ offset }) => offset > end);
}

/** Puts what was read into the tree. */
function takeOver(before: Reading, after: DocumentText, change: Change, run: Run): Reading | undefined {
  const { outer, start, end, state } = run;
  const isBefore = ({ offset }: { offset: number }) => offset < start;
  const isBehind = ({ offset }: { offset: number }) => offset > end;
  const problems = [
    ...before.problems.filter(isBefore),
    ...state.report.problems,
    ...before.problems.filter(isBehind).map((problem) => movedProblem(problem, change)),
  ];
  const looks: Look[] = [
    ...before.looks.filter(({ from }) => from <= start),
    ...state.looks,
    ...before.looks
      .filter(({ from }) => from > end)
      .map(({ from, to }) => ({ from: from + change.delta, to: to + change.delta })),
  ];
  exchange(run, change);
  for (const step of [...outer].reverse()) lengthen(step, change);
  const { root } = before;
  const now = { root, problems, depth: Math.max(before.depth, state.tree.depth), looks, content: after };
  markBroken(run, now);
  return now;
}

/** The children that were read, in the place of those that stood there. */
function exchange({ inner: { node, index }, start, end, children, standIns }: Run, { delta }: Change): void {
  const old = childrenOf(node);
  const count = old.length === 0 ? 0 : lastAt(old, end) - index + 1;
  const commas = standIns.container.commas.filter((comma) => comma > start);
  node.replaceCommas(start + 1, end + 1, commas, delta);
  if (node.kind === 'object') {
    const members = children.filter((child) => child instanceof Member);
    for (const member of members) member.parent = node;
    node.members.splice(index, count, ...members);
    if (node.kept) node.kept.isStale = true;
  } else {
    const items = children.filter((child): child is Node => !(child instanceof Member));
    for (const item of items) item.parent = node;
    node.items.splice(index, count, ...items);
    if (items.length !== count) node.kept?.forgetFrom(index);
    for (let at = index; at < index + Math.max(1, items.length); at++) node.kept?.forget(at);
  }
  moveBehind(node, index + children.length - 1, delta);
  node.length += delta;
}

/** An object or array around the run: what it holds is longer now, and what stands behind it moves. */
function lengthen({ node, index }: Step, { delta }: Change): void {
  const child = childrenOf(node)[index];
  if (!child) return;
  const value = child instanceof Member ? child.value : child;
  // The value itself is longer by now.
  const end = value ? endOf(value) - delta : endOf(child);
  if (child instanceof Member) child.length += delta;
  node.replaceCommas(end, end, [], delta);
  moveBehind(node, index, delta);
  node.length += delta;
  if (node.kind === 'array') node.kept?.forget(index);
  else if (node.kept) node.kept.isStale = true;
}

/** What is around the run is broken where something in it is wrong. */
function markBroken({ outer, inner, standIns }: Run, now: Reading): void {
  let isBroken = false;
  for (let depth = outer.length; depth >= 0; depth--) {
    const { node } = outer[depth] ?? inner;
    const isStillBroken = () => node.broken && hasProblem(now, node.offset, endOf(node) - 1);
    isBroken ||= standIns.frames[depth]?.node.broken === true || isStillBroken();
    node.broken = isBroken;
  }
}

function movedProblem(problem: SyntaxProblem, change: Change): SyntaxProblem {
  const { fix, related } = problem;
  return {
    ...problem,
    ...movedPlace(problem, change),
    ...(fix && { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...movedPlace(edit, change) })) } }),
    ...(related && { related: { ...related, place: movedPlace(related.place, change) } }),
  };
}
