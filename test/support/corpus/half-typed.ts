import { createModel } from '../../../server/src/core/document/model';
import {
  endOf,
  type ArrayNode,
  type Member,
  type Node,
  type ObjectNode,
  type Place,
} from '../../../server/src/core/document/node';
import { documentOf } from '../diagnose';

/** A text with one place half typed. */
export interface HalfTyped {
  /** How it is half typed, and the keys that lead there. */
  readonly what: string;
  readonly text: string;
  readonly cursor: number;
  /** The text without what is half typed. */
  readonly without: string;
}

/** Every state of every member and element of a text: gone, bare, with one quote, with both, half of it, without its comma. */
export function* halfTyped(text: string): Generator<HalfTyped> {
  const { root } = createModel(documentOf(text));
  if (root) yield* statesIn(root, '', text);
}

function* statesIn(node: Node, field: string, text: string): Generator<HalfTyped> {
  if (node.kind === 'object')
    for (const [index, member] of node.members.entries()) {
      const { value } = member;
      if (!value) continue;
      yield* ofMember(node, index, `${field}.${member.key.value}`, text);
      yield* statesIn(value, `${field}.${member.key.value}`, text);
    }
  if (node.kind === 'array')
    for (const [index, item] of node.items.entries()) {
      const without = cut(text, gapAround(node, index, item));
      yield { what: `no element ${field}`, text: cut(text, item), cursor: item.offset, without };
      yield* statesIn(item, `${field}[]`, text);
    }
}

const cut = (text: string, { offset, length }: Place, put = ''): string =>
  text.slice(0, offset) + put + text.slice(offset + length);
const between = (start: number, end: number): Place => ({ offset: start, length: end - start });

/** A child of an object or array with the comma that goes with it. */
function gapAround(container: ObjectNode | ArrayNode, index: number, child: Place): Place {
  const children: readonly Place[] = container.kind === 'object' ? container.members : container.items;
  const [previous, next] = [children[index - 1], children[index + 1]];
  if (next) return between(child.offset, next.offset);
  return previous ? between(endOf(previous), endOf(child)) : child;
}

function* ofMember(object: ObjectNode, index: number, field: string, text: string): Generator<HalfTyped> {
  const member = object.members[index];
  if (!member?.value) return;
  const without = cut(text, gapAround(object, index, member));
  for (const [what, place, typed] of statesOf(member, member.value, text)) {
    const put = typed.replace('¦', '');
    yield { what: `${what} ${field}`, text: cut(text, place, put), cursor: place.offset + typed.indexOf('¦'), without };
  }
  const next = object.members[index + 1];
  const gap = next && between(member.offset, next.offset);
  if (gap) yield { what: `no comma ${field}`, text: cut(text, gap), cursor: member.offset, without };
}

function* statesOf(
  { key, offset, length }: Member,
  value: Node,
  text: string,
): Generator<readonly [what: string, place: Place, typed: string]> {
  const whole = { offset, length };
  const name = key.value.slice(0, 2);
  for (const typed of ['¦', '"¦', '"¦"', `${name}¦`, `"${name}¦`, `"${name}¦"`, `"${key.value}¦"`])
    yield [`the key as ${typed}`, whole, typed];
  for (const typed of ['¦', '"¦', '"¦"']) yield [`the value as ${typed}`, value, typed];
  if (value.kind === 'object' || value.kind === 'array') return;
  const written = text.slice(value.offset, endOf(value));
  const [bare = ''] = /^\w{1,2}/.exec(written.replace(/^"/, '')) ?? [];
  if (bare !== '') yield ['the value as ab¦', value, `${bare}¦`];
  if (value.kind === 'string') yield ['the value as "a¦', value, `${written.slice(0, 2)}¦`];
}
