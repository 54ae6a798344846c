import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { memberOf, type Member, type Node, type ObjectNode } from '../document/node';

/** Deeper than any definition; below it the outline stops, so that no text can make it recurse without end. */
const depthLimit = 32;

/** The outline: members by their keys, elements of lists by the name they carry. Empty for text without an object. */
export function symbols(model: Model): DocumentSymbol[] {
  return model.root ? childrenOf(model.root, model, 0) : [];
}

function childrenOf(node: Node, model: Model, depth: number): DocumentSymbol[] {
  if (depth >= depthLimit) return [];
  if (node.kind === 'object') return node.members.flatMap((member) => memberSymbol(member, model, depth));
  if (node.kind === 'array') return node.items.map((item, index) => itemSymbol(item, index, model, depth));
  return [];
}

function memberSymbol(member: Member, model: Model, depth: number): DocumentSymbol[] {
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
      children: value ? childrenOf(value, model, depth + 1) : [],
    },
  ];
}

function itemSymbol(item: Node, index: number, model: Model, depth: number): DocumentSymbol {
  const range = model.rangeOf(item);
  const named = item.kind === 'object' ? labelOf(item) : undefined;
  return {
    name: named ?? String(index + 1),
    ...detailOf(item),
    kind: kindOf(item),
    range,
    selectionRange: range,
    children: childrenOf(item, model, depth + 1),
  };
}

function textOf(object: ObjectNode, name: string): string | undefined {
  const value = memberOf(object, name)?.value;
  if (value?.kind === 'string' && value.value.trim() !== '') return value.value;
  return value?.kind === 'number' ? value.text : undefined;
}

function labelOf(object: ObjectNode): string | undefined {
  return (
    textOf(object, field.name) ??
    textOf(object, field.refCode) ??
    textOf(object, field.entityType) ??
    textOf(object, field.defaultValue)
  );
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
  return { detail: (node.kind === 'number' ? node.text : String(node.value)).slice(0, 80) };
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
