import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import { endOf, type Node } from '../document/node';
import { toTextEdits } from '../edits/to-text-edits';
import { quoted } from '../rules/wording';
import { cyclesOf, groupOf, type Cycle } from './cycles';

export type Renaming =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  /** A whole sentence. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What can be renamed at an offset, a `refCode`, without its quotes; undefined where there is none. */
export function renameable(
  model: Model,
  offset: number,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const code = codeAt(model, offset)?.code;
  if (!code) return undefined;
  const quote = code.kind === 'string' ? 1 : 0;
  const range = model.rangeOf({ offset: code.offset + quote, length: code.length - 2 * quote });
  return { range, placeholder: textOf(code) };
}

/** Gives the `refCode` at an offset another name, one that no other period has; a number stays one where it can. */
export function rename(model: Model, offset: number, newName: string): Renaming {
  const cycle = codeAt(model, offset);
  if (!cycle?.code) return { kind: 'refused', reason: 'Only the refCode of a period can be renamed.' };
  const name = newName.trim();
  if (name === '') return { kind: 'refused', reason: 'A refCode may not be empty.' };
  const group = groupOf(model);
  const others = group ? cyclesOf(group).filter(({ node }) => node !== cycle.node) : [];
  const taken = others.find(({ code }) => code && textOf(code) === name);
  if (taken) return { kind: 'refused', reason: `The refCode ${quoted(name)} is that of period ${taken.index + 1}.` };
  const { offset: at, length, kind } = cycle.code;
  const isNumber = kind === 'number' && /^(0|[1-9]\d{0,14})$/.test(name);
  const newText = isNumber ? name : JSON.stringify(name);
  return { kind: 'edits', edits: toTextEdits([{ offset: at, length, newText }], model) };
}

const textOf = (code: Node): string => (code.kind === 'string' ? code.value : code.kind === 'number' ? code.text : '');

function codeAt(model: Model, offset: number): Cycle | undefined {
  const group = groupOf(model);
  const isAt = ({ code }: Cycle) => code && !code.broken && code.offset <= offset && offset <= endOf(code);
  return group && cyclesOf(group).find(isAt);
}
