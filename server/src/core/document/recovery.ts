import { endOf, type ContainerKind, type Member, type ObjectNode } from './node';
import { behindComma } from './lookahead';
import type { ParserState } from './parser-state';
import type { Frame } from './tree-builder';

// What the parser does where brackets do not match. Each function weighs the repairs that one mistake would need by how
// far the text makes sense behind them, and reports the best. As the parser's handlers, they answer true when the token
// is dealt with and false to look at it again in the changed state.

/** The first of the repairs that reach furthest. */
function furthest<Repair>(candidates: readonly (readonly [repair: Repair, reach: number | undefined])[]) {
  let best: Repair | undefined;
  let bestReach = -1;
  for (const [repair, reach = -1] of candidates) {
    if (reach <= bestReach) continue;
    best = repair;
    bestReach = reach;
  }
  return best;
}

/** True at a `}` that would end the root although another member follows it. */
export function closesTooEarly({ tree, tokens }: ParserState): boolean {
  if (tree.around || tokens.kind !== '}') return false;
  const ahead = tokens.ahead();
  if (ahead.nextCode() !== ',') return false;
  const kind = ahead.nextCode();
  return (kind === 'string' || kind === 'word') && ahead.isColonNext();
}

/** A `}` in an array or a `]` in an object: mistyped, one too many, or the bracket in front of it is missing. */
export function closeMismatch(state: ParserState, frame: Frame): boolean {
  const { tree, report, tokens } = state;
  const open = tree.kinds;
  const wanted = tokens.kind === '}' ? 'object' : 'array';
  const outer = open.slice(0, open.lastIndexOf(wanted) + 1);
  const repair = furthest([
    ['close', outer.length > 0 ? state.reachFrom(outer, 'next') : undefined],
    ['replace', state.reachBehind(open.slice(0, -1), 'next')],
    ['remove', state.reachBehind(open, frame.expect)],
  ]);
  state.markBroken();
  switch (repair) {
    case 'remove':
      report.surplusBracket(state.here());
      return true;
    case 'replace':
      report.mistypedCloser(frame.node, state.here());
      frame.node.closed = true;
      tree.pop(frame, tokens.end);
      return true;
    default:
      if (!frame.isImplied) report.unclosed(frame.node, state.here(), endOf(state.last));
      tree.pop(frame, endOf(state.last));
      return false;
  }
}

/** A key where an array's element is expected: a brace is missing in front of it, or the array's own bracket. */
export function keyInArray(state: ParserState, frame: Frame): false {
  const { around, kinds } = state.tree;
  const isElement = around?.node.kind === 'object' && isOneMoreElement(state, frame, around.node);
  const inside = ['inside', state.reachFrom([...kinds, 'object'], 'key')] as const;
  const outside = ['outside', around ? state.reachFrom(kinds.slice(0, -1), 'key') : undefined] as const;
  if (around && furthest(isElement ? [inside, outside] : [outside, inside]) === 'outside')
    return leaveUnclosed(state, frame, around);
  return (isElement ? undefined : reopenLast(state, frame)) ?? beginImplied(state, 'object');
}

/** The element in front of the comma was closed too early, and the key belongs to it; undefined where there is none. */
function reopenLast(state: ParserState, frame: Frame): false | undefined {
  const last = frame.node.kind === 'array' && state.isBehindComma(frame) ? frame.node.items.at(-1) : undefined;
  if (last?.kind !== 'object' || !last.closed) return undefined;
  state.report.surplusBracket({ offset: endOf(last) - 1, length: 1 });
  state.tree.reopen(frame, last);
  return false;
}

/** How many members are looked at to tell where a key belongs. */
const near = 64;

/** True when the key is one of those that the element in front has, or that the object around has already. */
function isOneMoreElement({ tokens }: ParserState, { node }: Frame, around: ObjectNode): boolean {
  const isFirst = node.kind === 'array' && node.items.length === 0;
  const sibling = isFirst ? around : node.kind === 'array' ? node.items.at(-1) : undefined;
  return sibling?.kind === 'object' && sibling.members.slice(-near).some(({ key }) => key.value === tokens.value);
}

/** Behind a colon, a key or a `]` where the value is expected: the value is missing, or the bracket that opens it. */
export function isOpenerMissing({ tree, tokens, reachFrom }: ParserState): ContainerKind | undefined {
  const { kinds } = tree;
  if (tokens.kind === 'string')
    return furthest([
      [undefined, reachFrom(kinds, 'key')],
      ['object' as const, reachFrom([...kinds, 'object'], 'key')],
    ]);
  if (tokens.kind !== ']') return undefined;
  const outer = kinds.slice(0, kinds.lastIndexOf('array') + 1);
  return furthest([
    ['array' as const, reachFrom([...kinds, 'array'], 'value')],
    [undefined, outer.length > 0 ? reachFrom(outer, 'next') : undefined],
  ]);
}

/** Reads on as if an object or array began here, whose bracket is missing. */
export function beginImplied(state: ParserState, kind: ContainerKind): false {
  state.markBroken();
  state.report.missingOpener(kind === 'object' ? '{' : '[', state.here());
  state.tree.addImplied(kind, state.tokens.offset);
  return false;
}

/** A `{` where a key is expected: it belongs to a list whose bracket is missing, is one too many, or lacks its key. */
export function braceAsKey(state: ParserState, frame: Frame, message: string): boolean {
  const { tree, report } = state;
  const { around, kinds } = tree;
  const last = frame.node.kind === 'object' ? frame.node.members.at(-1) : undefined;
  const list = last && firstOfList(state, frame, last);
  const repair = furthest([
    ['close', last && around?.node.kind === 'array' ? state.reachFrom(kinds.slice(0, -1), 'value') : undefined],
    ['list', list && state.reachFrom([...kinds, 'array'], 'value')],
    ['key', state.reachFrom(kinds, 'value')],
    ['remove', state.reachBehind(kinds, frame.expect)],
  ]);
  if (repair === 'close' && around) return leaveUnclosed(state, frame, around);
  state.markBroken();
  if (repair === 'remove') {
    report.surplusBracket(state.here());
    return true;
  }
  if (repair === 'list' && list) {
    report.missingOpener('[', { offset: list.first.offset, length: 1 });
    tree.wrapInArray(frame, list.member, list.first);
    return false;
  }
  state.fail(message);
  tree.beginNameless(frame, state.tokens.offset);
  return false;
}

/** The member's value, where it may be the first element of a list whose bracket is missing. */
function firstOfList(state: ParserState, frame: Frame, member: Member) {
  const { value } = member;
  return value?.kind === 'object' && state.isBehindComma(frame) ? { member, first: value } : undefined;
}

/** The token belongs to what is around the innermost object or array, whose own bracket is missing in front of it. */
export function leaveUnclosed(state: ParserState, frame: Frame, around: Frame): false {
  const { report, tree } = state;
  const { node } = frame;
  const end = state.endOfLastValue();
  const isBehindComma = state.isBehindComma(frame);
  state.markBroken();
  report.unclosed(node, state.here(), end, isBehindComma ? '' : ',');
  if (isBehindComma) node.giveLastComma(around.node);
  tree.pop(frame, end);
  if (isBehindComma) around.expect = behindComma(around.node.kind);
  return false;
}
