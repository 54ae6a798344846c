import { memberOf, type Node, type ObjectNode } from '../document/node';
import { typesOf, type Schema, type TypeName } from './schema';

/** One place where the definition differs from the schema. */
export interface SchemaViolation {
  readonly keyword: 'type' | 'enum' | 'required' | 'minimum';
  readonly node: Node;
}

/** True for a text or number that was not read completely, so that nothing can be said about it. */
export function isUnread(node: Node): boolean {
  return node.broken && node.kind !== 'object' && node.kind !== 'array';
}

/**
 * How a value, without what is in it, differs from the schema, if it does: once at most (a wrong type is not also a wrong
 * enum value). Members that are `null` count as absent, and what was not read completely is left out.
 */
export function violationOf(node: Node, schema: Schema | undefined): SchemaViolation['keyword'] | undefined {
  return schema && !isUnread(node) ? differenceFrom(schema, node) : undefined;
}

function differenceFrom(schema: Schema, node: Node): SchemaViolation['keyword'] | undefined {
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isOfType(node, type))) {
    // A member without a value is no mistake of type; an element is.
    return node.kind === 'null' && node.parent && 'key' in node.parent ? undefined : 'type';
  }
  if (node.kind === 'object') return lacksRequired(node, schema) ? 'required' : undefined;
  if (node.kind === 'number') return node.value < (schema.minimum ?? -Infinity) ? 'minimum' : undefined;
  return node.kind === 'string' ? violationOfText(node.value, schema) : undefined;
}

function violationOfText(text: string, schema: Schema): SchemaViolation['keyword'] | undefined {
  if (schema.format === 'integer' && !/^-?\d+$/.test(text)) return 'type';
  return schema.enum?.includes(text) === false ? 'enum' : undefined;
}

/** JSON has no infinity: 1e999 is a number, and a whole one. */
function isOfType(node: Node, type: TypeName): boolean {
  if (type !== 'integer') return node.kind === type;
  return node.kind === 'number' && (Number.isInteger(node.value) || Math.abs(node.value) === Infinity);
}

function lacksRequired(object: ObjectNode, { required = [] }: Schema): boolean {
  return required.some((name) => {
    const value = memberOf(object, name)?.value;
    return !value || value.kind === 'null' || isUnread(value);
  });
}
