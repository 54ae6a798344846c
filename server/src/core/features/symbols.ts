import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { keyOf, memberOf, type Member, type Node, type ObjectNode } from '../document/node';
import { createCycleLabel, cyclesOf, groupOf, onOneLine, valuesOf } from './cycles';

/** Deeper than any definition; below it the outline stops, so that no text can make it recurse without end. */
const depthLimit = 32;

/** What the outline is made of: the model, and what default values belong to. */
interface Outlined {
  readonly model: Model;
  readonly details: ReadonlyMap<Node, string>;
}

/** The outline: members by their keys, elements of lists by the name they carry. Empty for text without an object. */
export function symbols(model: Model): DocumentSymbol[] {
  return model.root ? childrenOf(model.root, { model, details: periodsOfValues(model) }, 0) : [];
}

function periodsOfValues(model: Model): ReadonlyMap<Node, string> {
  const group = groupOf(model);
  if (!group) return new Map();
  const cycles = cyclesOf(group);
  const label = createCycleLabel(cycles);
  return new Map(
    valuesOf(group).flatMap(({ index, item }) => {
      const cycle = cycles[index];
      return cycle ? [[item, label(cycle)]] : [];
    }),
  );
}

function childrenOf(node: Node, outlined: Outlined, depth: number): DocumentSymbol[] {
  if (depth >= depthLimit) return [];
  if (node.kind === 'object') return node.members.flatMap((member) => memberSymbol(member, outlined, depth));
  if (node.kind === 'array') return node.items.map((item, index) => itemSymbol(item, index, outlined, depth));
  return [];
}

function memberSymbol(member: Member, outlined: Outlined, depth: number): DocumentSymbol[] {
  const { model } = outlined;
  const { key, value } = member;
  if (key.length === 0) return [];
  const range = model.rangeOf(member);
  return [
    {
      // A name may be neither empty nor blank.
      name: key.value.trim() === '' ? JSON.stringify(key.value) : key.value,
      ...(value && detailOf(value)),
      kind: kindOf(value),
      range,
      selectionRange: model.rangeOf(key),
      children: value ? childrenOf(value, outlined, depth + 1) : [],
    },
  ];
}

function itemSymbol(item: Node, index: number, outlined: Outlined, depth: number): DocumentSymbol {
  const range = outlined.model.rangeOf(item);
  const period = outlined.details.get(item);
  return {
    name: labelOf(item) ?? numbered(item, index),
    ...(period === undefined
      ? item.kind === 'object' || item.kind === 'array'
        ? detailOf(item)
        : undefined
      : { detail: period }),
    kind: kindOf(item),
    range,
    selectionRange: range,
    children: childrenOf(item, outlined, depth + 1),
  };
}

/** "period 2", of a list that is called periods. */
function numbered(item: Node, index: number): string {
  const list = item.parent && 'items' in item.parent ? keyOf(item.parent)?.value : undefined;
  return `${list === undefined ? '' : `${onOneLine(list).replace(/s$/, '')} `}${index + 1}`.trimStart();
}

function textOf(object: ObjectNode, name: string): string | undefined {
  const value = memberOf(object, name)?.value;
  if (value?.kind === 'string' && value.value.trim() !== '') return value.value;
  return value?.kind === 'number' ? value.text : undefined;
}

/** What an element of a list is called: by a member of it, or as a plain value by itself. */
function labelOf(item: Node): string | undefined {
  if (item.kind === 'array') return undefined;
  if (item.kind !== 'object') {
    const { detail } = detailOf(item) ?? {};
    return detail === undefined || detail.trim() === '' ? undefined : detail;
  }
  return [field.name, field.refCode, field.entityType, field.defaultValue]
    .map((name) => textOf(item, name))
    .find((text) => text !== undefined);
}

/** Days of a period, kind of a target, text of a plain value. */
function detailOf(node: Node): { detail: string } | undefined {
  if (node.kind === 'object') {
    const days = [textOf(node, field.startDate), textOf(node, field.endDate)].map((date) => date?.slice(0, 10));
    if (days.every((day) => day !== undefined)) return { detail: days.join(' – ') };
    const kind = [textOf(node, field.targetEntity), textOf(node, field.targetType)].filter(
      (part) => part !== undefined,
    );
    return kind.length > 0 ? { detail: kind.join(' · ') } : undefined;
  }
  if (node.kind === 'array') return { detail: String(node.items.length) };
  if (node.kind === 'null') return { detail: 'null' };
  return { detail: onOneLine(node.kind === 'number' ? node.text : String(node.value), 80) };
}

function kindOf(node: Node | undefined): SymbolKind {
  switch (node?.kind) {
    case 'object':
      return SymbolKind.Module;
    case 'array':
      return SymbolKind.Array;
    case 'number':
      return SymbolKind.Number;
    case 'boolean':
      return SymbolKind.Boolean;
    case 'string':
      return SymbolKind.String;
    default:
      return SymbolKind.Null;
  }
}
