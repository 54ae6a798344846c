import { schemaJson } from '../../generated/schema.generated';
import { containerOf, keyOf, type Node } from '../document/node';

export type TypeName = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';

export interface SchemaSnippet {
  readonly label: string;
  readonly description?: string;
  readonly body: unknown;
}

/** The keywords of schemas/schema-subset.json, `$ref` resolved. */
export interface Schema {
  readonly type?: TypeName | readonly TypeName[];
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maxLength?: number;
  /** `date-time`: how a text is written. `integer`: a text has to be the digits of a whole number. */
  readonly format?: string;
  /** True for members that only responses and update bodies carry. */
  readonly readOnly?: boolean;
  readonly defaultSnippets?: readonly SchemaSnippet[];
  readonly 'x-documented-required'?: boolean;
  /** Other spellings of enum values (tables, screens, an error message) and the accepted values they may stand for. */
  readonly 'x-enum-labels'?: Readonly<Record<string, readonly string[]>>;
}

type Raw = Schema & { readonly $ref?: string; readonly definitions?: Readonly<Record<string, Raw>> };

const raw = schemaJson as Raw;
const resolved = new Map<Raw, Schema>();

/** A `$ref` with its target's keywords; keywords beside the `$ref` win. */
function resolve(schema: Raw): Schema {
  const known = resolved.get(schema);
  if (known) return known;
  const { $ref, ...beside } = schema;
  const name = $ref?.replace('#/definitions/', '');
  const target = name === undefined ? undefined : raw.definitions?.[name];
  const result = target ? { ...target, ...beside } : schema;
  resolved.set(schema, result);
  return result;
}

/** The schema of the whole definition. */
export const rootSchema: Schema = raw;

const members = new WeakMap<Schema, ReadonlyMap<string, Schema>>();

function membersOf(schema: Schema): ReadonlyMap<string, Schema> {
  const properties = Object.entries(schema.properties ?? {});
  const found = new Map(properties.map(([name, property]) => [name, resolve(property)]));
  members.set(schema, found);
  return found;
}

/** The schema of a member, or undefined when the object's schema does not list it. */
export function memberSchema(schema: Schema | undefined, name: string): Schema | undefined {
  return schema && (members.get(schema) ?? membersOf(schema)).get(name);
}

/** The schema of an array's elements, or undefined when nothing is said about them. */
export function itemSchema(schema: Schema | undefined): Schema | undefined {
  return schema?.items && resolve(schema.items);
}

/** The schema that applies to a node, found from the root down; undefined where the schema says nothing. */
export function schemaOf(node: Node): Schema | undefined {
  const chain: Node[] = [];
  for (let at: Node | undefined = node; at; at = containerOf(at)) chain.push(at);
  let schema: Schema | undefined = rootSchema;
  for (let index = chain.length - 2; index >= 0 && schema; index--) {
    const child = chain[index];
    const key = child && keyOf(child);
    schema = key ? memberSchema(schema, key.value) : itemSchema(schema);
  }
  return schema;
}

/** What a value may begin with; a list that says nothing of its own begins with one of its elements. */
export function snippetsOf(schema: Schema): readonly SchemaSnippet[] {
  const ofItem = itemSchema(schema)?.defaultSnippets ?? [];
  return schema.defaultSnippets ?? ofItem.map((each) => ({ ...each, label: `one ${each.label}`, body: [each.body] }));
}

export function typesOf(schema: Schema): readonly TypeName[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === 'string' ? [schema.type] : schema.type;
}

/** True where a value has a type that the schema takes, and is listed where the schema lists values; null always is. */
export function takes(schema: Schema, node: Node): boolean {
  const types = typesOf(schema);
  if (node.kind === 'null' || types.length === 0) return true;
  if (node.kind === 'number')
    return types.includes('number') || (types.includes('integer') && Number.isInteger(node.value));
  return types.includes(node.kind) && (node.kind !== 'string' || (schema.enum?.includes(node.value) ?? true));
}
