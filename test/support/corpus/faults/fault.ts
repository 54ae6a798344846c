import type { Level } from '../../../../server/src/core/rules/rule';
import { createDefinition, type Definition } from '../definition';
import { createRandom, type Random } from '../random';
import { memberOf, objectsOf, render, type Obj, type Place, type Rendered, type Tree } from '../tree';
import type { Wishes } from '../wishes';

/** One mistake that can be made in a definition without any finding. */
export interface Fault {
  readonly code: string;
  readonly level: Level;
  /** What tells it from other faults of the code. */
  readonly what: string;
  /** What the definition has to be like. */
  readonly of: Wishes;
  /** Changes the definition. @returns what the finding is expected to mark. */
  readonly plant: (root: Obj, random: Random) => Mark;
}

/** Gives the text with the fault in it, which may differ from what was rendered, and the place that is to be marked. */
export type Mark = (rendered: Rendered) => Planted;

export interface Planted {
  readonly text: string;
  readonly place: Place;
}

export const fault = (
  code: string,
  level: Level,
  what: string,
  of: Wishes,
  plant: (root: Obj, random: Random) => Mark,
): Fault => ({ code, level, what, of, plant });

/** Marks the whole value, with the quotes of a text. */
export function onValue(value: Tree): Mark {
  return ({ text, placeOf }) => ({ text, place: placeOf(value) });
}

/** Marks the key of a member. */
export function onKey(of: Obj, name: string): Mark {
  return ({ text, keyOf }) => ({ text, place: keyOf(existing(memberOf(of, name))) });
}

/** Marks the opening brace. */
export function onBrace(of: Obj): Mark {
  return ({ text, placeOf }) => ({ text, place: { offset: placeOf(of).offset, length: 1 } });
}

/** Marks a piece of the text of a value, which has to hold it once. */
export function inValue(value: Tree, piece: string): Mark {
  return ({ text, placeOf }) => {
    const { offset, length } = placeOf(value);
    const at = text.slice(offset, offset + length).indexOf(piece);
    if (at < 0) throw new Error(`${piece} is not there`);
    return { text, place: { offset: offset + at, length: piece.length } };
  };
}

/** Writes a piece into the text at an offset, and marks it. */
export function inserted({ text }: Rendered, offset: number, piece: string): Planted {
  return { text: text.slice(0, offset) + piece + text.slice(offset), place: { offset, length: piece.length } };
}

export function existing<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the definition lacks what the fault needs');
  return value;
}

export const periodOf = (root: Obj, index = 0): Obj => existing(objectsOf(root, 'periods')[index]);
export const targetOf = (root: Obj, index = 0): Obj => existing(objectsOf(root, 'targets')[index]);

/** The text of a definition of this seed without any finding, but for the planted one. */
export function plant({ of, plant: make }: Fault, seed: number): Planted & { readonly clean: string } {
  const wishes: Wishes = { ...of, spotless: true };
  const { root, layout }: Definition = createDefinition(seed, wishes);
  const clean = render(root, layout).text;
  const mark = make(root, createRandom(seed));
  return { ...mark(render(root, layout)), clean };
}
