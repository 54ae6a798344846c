import { endOf, type Node } from '../document/node';
import { itemSchema, typesOf, type Schema } from './schema';

const numberText = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * The same value written in a type that the schema accepts: `"4"` as 4, `"true"` as true, 5 as "5", an object as a list
 * of one, a tree as its JSON text.
 * @param text the whole document, so that numbers keep their digits.
 * @returns JSON text, or undefined where something would be lost.
 */
export function convert(text: string, node: Node, schema: Schema, isJsonText: boolean): string | undefined {
  const types = typesOf(schema);
  const written = text.slice(node.offset, endOf(node));
  switch (node.kind) {
    case 'string':
      return convertText(node.value, types);
    case 'number':
    case 'boolean':
      return types.includes('string') ? JSON.stringify(written) : undefined;
    case 'object':
      if (isJsonText && !node.broken) return JSON.stringify(written);
      return node.members.length > 0 && isListOfObjects(schema) ? `[${written}]` : undefined;
    default:
      return undefined;
  }
}

function isListOfObjects(schema: Schema): boolean {
  const items = itemSchema(schema);
  return items !== undefined && typesOf(items).includes('object');
}

function convertText(value: string, types: readonly string[]): string | undefined {
  if (types.includes('boolean') && (value === 'true' || value === 'false')) return value;
  if (!numberText.test(value)) return undefined;
  if (types.includes('number')) return value;
  return types.includes('integer') && Number.isInteger(Number(value)) ? value : undefined;
}
