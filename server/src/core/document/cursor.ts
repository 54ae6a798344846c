import { countFirst } from './ordered';
import { endOf, type ArrayNode, type Member, type Node, type ObjectNode, type Place } from './node';
import type { Model } from './model';

/** What an author can write where the cursor stands. */
export type Cursor =
  | {
      readonly kind: 'key';
      readonly object: ObjectNode;
      /** The member whose key the cursor is in; undefined between members. */
      readonly member: Member | undefined;
      readonly replace: Place;
      /** True when no colon and value follow yet. */
      readonly wantsValue: boolean;
      readonly commas: Commas;
    }
  | {
      readonly kind: 'value';
      /** Undefined for the root value. */
      readonly container: ObjectNode | ArrayNode | undefined;
      /** The member whose value it is; undefined in arrays and at the root. */
      readonly member: Member | undefined;
      /** The scalar that the cursor is in or at; undefined where there is none yet. */
      readonly current: Node | undefined;
      readonly replace: Place;
      readonly commas: Commas;
    };

/** The commas that are missing between what is inserted and its neighbours. */
export interface Commas {
  /** Offset of the end of the neighbour in front that wants one; undefined where none is missing. */
  readonly before: number | undefined;
  readonly behind: boolean;
}

const noCommas: Commas = { before: undefined, behind: false };

/**
 * What stands at an offset, in whole and in half-typed text; undefined where nothing can be written that the schema
 * knows of: in comments, between key and colon, behind the root.
 */
export function cursorAt(model: Model, offset: number): Cursor | undefined {
  const { root, text, syntax } = model;
  if (syntax.some((problem) => problem.code === 'json-comment' && isInside(problem, offset))) return undefined;
  if (!root)
    return {
      kind: 'value',
      container: undefined,
      member: undefined,
      current: undefined,
      replace: at(offset),
      commas: noCommas,
    };
  const container = containerAt(root, text, offset);
  if (!container) return atRoot(root, offset);
  return container.kind === 'object' ? inObject(container, offset) : inArray(container, offset);
}

const at = (offset: number): Place => ({ offset, length: 0 });
const isInside = (place: Place, offset: number): boolean => place.offset < offset && offset <= endOf(place);

function atRoot(root: Node, offset: number): Cursor | undefined {
  if (root.kind === 'object' || root.kind === 'array' || !isInside(root, offset)) return undefined;
  return { kind: 'value', container: undefined, member: undefined, current: root, replace: root, commas: noCommas };
}

/** The innermost object or array around the offset; one that is not closed reaches over the blanks behind it. */
export function containerAt(root: Node, text: string, offset: number): ObjectNode | ArrayNode | undefined {
  let found: ObjectNode | ArrayNode | undefined;
  let next: Node | undefined = root;
  while (next && (next.kind === 'object' || next.kind === 'array') && reaches(next, text, offset)) {
    found = next;
    next = childBefore(next, offset);
  }
  return found;
}

function reaches(container: ObjectNode | ArrayNode, text: string, offset: number): boolean {
  if (offset <= container.offset) return false;
  if (container.closed) return offset < endOf(container);
  return offset <= endOf(container) || /^\s*$/.test(text.slice(endOf(container), offset));
}

function childBefore(container: ObjectNode | ArrayNode, offset: number): Node | undefined {
  if (container.kind === 'array') return lastBefore(container.items, offset);
  return lastBefore(container.members, offset)?.value;
}

/** The last of ordered places that begins before the offset. */
function lastBefore<P extends Place>(places: readonly P[], offset: number): P | undefined {
  return places[countFirst(places, (place) => place.offset < offset) - 1];
}

function inObject(object: ObjectNode, offset: number): Cursor | undefined {
  const member = lastBefore(object.members, offset);
  if (!member) return betweenMembers(object, offset);
  const { key, colon, value } = member;
  if (offset <= endOf(key)) {
    const wantsValue = colon === undefined && value === undefined;
    return { kind: 'key', object, member, replace: key, wantsValue, commas: commasAround(object, key, member) };
  }
  if (colon === undefined) return value ? undefined : betweenMembers(object, offset, member);
  if (offset <= colon) return undefined;
  const isPast = value ? offset > endOf(value) : hasCommaBetween(object, colon, offset);
  return isPast ? betweenMembers(object, offset) : inValue(object, member, offset);
}

function inValue(object: ObjectNode, member: Member, offset: number): Cursor | undefined {
  const { value } = member;
  if (value && (value.kind === 'object' || value.kind === 'array' || offset < value.offset)) return undefined;
  const replace = value ?? at(offset);
  const commas = { before: undefined, behind: commasAround(object, replace, member).behind };
  return { kind: 'value', container: object, member, current: value, replace, commas };
}

/** @param unfinished a key without colon in front of the cursor: nothing can follow it but its value. */
function betweenMembers(object: ObjectNode, offset: number, unfinished?: Member): Cursor | undefined {
  if (unfinished && !hasCommaBetween(object, endOf(unfinished.key), offset)) return undefined;
  const replace = at(offset);
  return { kind: 'key', object, member: undefined, replace, wantsValue: true, commas: commasAround(object, replace) };
}

function inArray(array: ArrayNode, offset: number): Cursor | undefined {
  const item = lastBefore(array.items, offset);
  const touches = item && offset <= endOf(item);
  // Directly behind the bracket of an element only a comma can follow.
  if (touches && (item.kind === 'object' || item.kind === 'array')) return undefined;
  const current = touches ? item : undefined;
  const replace = current ?? at(offset);
  return { kind: 'value', container: array, member: undefined, current, replace, commas: commasAround(array, replace) };
}

function hasCommaBetween(container: ObjectNode | ArrayNode, start: number, end: number): boolean {
  return (container.commaFrom(start) ?? Infinity) < end;
}

/** @param self the member that is replaced, which is no neighbour of itself. */
function commasAround(container: ObjectNode | ArrayNode, place: Place, self?: Member): Commas {
  const children: readonly Place[] = container.kind === 'object' ? container.members : container.items;
  const index = children.findIndex((child) => child.offset >= place.offset);
  const first = index < 0 ? children.length : index;
  const previous = children[first - 1] === self ? children[first - 2] : children[first - 1];
  const isOwn = children[first] === self || (children[first] !== undefined && children[first].offset < endOf(place));
  const next = children[isOwn ? first + 1 : first];
  return {
    before: previous && !hasCommaBetween(container, endOf(previous), place.offset) ? endOf(previous) : undefined,
    behind: next !== undefined && !hasCommaBetween(container, endOf(place), next.offset),
  };
}
