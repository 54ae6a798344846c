import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

/** A node of the schema: only the keywords of `schemas/schema-subset.json` (the contract test holds it to that). */
export interface SchemaNode {
  $ref?: string;
  definitions?: Record<string, SchemaNode>;
  type?: string | string[];
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  required?: string[];
  enum?: unknown[];
  minimum?: number;
  title?: string;
  description?: string;
  enumDescriptions?: string[];
  default?: unknown;
  examples?: unknown[];
  maxLength?: number;
  format?: string;
  readOnly?: boolean;
  defaultSnippets?: { label: string; description: string; body: unknown }[];
  'x-documented-required'?: boolean;
  'x-enum-labels'?: Record<string, string[]>;
}

/** The two lists of keywords that the schema may use. */
export interface SchemaSubset {
  validation: string[];
  annotation: string[];
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}

/** The schema as it is shipped, read anew on each call. */
export function readSchema(): SchemaNode {
  return readJson('schemas/targetgroup.schema.json') as SchemaNode;
}

/** The keyword subset as it is shipped. */
export function readSchemaSubset(): SchemaSubset {
  return readJson('schemas/schema-subset.json') as SchemaSubset;
}

/** Every node of the schema with its place in it (`properties/name`); the root's place is the empty text. */
export function schemaNodesOf(node: SchemaNode, place = ''): { place: string; node: SchemaNode }[] {
  const below = (name: string) => (place === '' ? name : `${place}/${name}`);
  const maps = (['properties', 'definitions'] as const).flatMap((keyword) =>
    Object.entries(node[keyword] ?? {}).flatMap(([key, child]) => schemaNodesOf(child, below(`${keyword}/${key}`))),
  );
  const items = node.items === undefined ? [] : schemaNodesOf(node.items, below('items'));
  return [{ place, node }, ...maps, ...items];
}

/** The node that `node` refers to, or `node` itself when it holds no reference. Throws when there is no such definition. */
export function resolveReference(root: SchemaNode, node: SchemaNode): SchemaNode {
  if (node.$ref === undefined) return node;
  const target = root.definitions?.[node.$ref.replace('#/definitions/', '')];
  if (target === undefined) throw new Error(`${node.$ref} does not resolve`);
  return target;
}

/** A copy of the schema that holds validation keywords alone. Fields that happen to be called like a keyword stay. */
export function withoutAnnotations(node: SchemaNode, subset: SchemaSubset = readSchemaSubset()): SchemaNode {
  const strip = (child: SchemaNode) => withoutAnnotations(child, subset);
  const stripAll = (map: Record<string, SchemaNode>) =>
    Object.fromEntries(Object.entries(map).map(([key, child]) => [key, strip(child)]));
  const copy = Object.fromEntries(
    Object.entries(node).filter(([keyword]) => !subset.annotation.includes(keyword)),
  ) as SchemaNode;
  if (copy.properties !== undefined) copy.properties = stripAll(copy.properties);
  if (copy.definitions !== undefined) copy.definitions = stripAll(copy.definitions);
  if (copy.items !== undefined) copy.items = strip(copy.items);
  return copy;
}

/** Compiles a schema in ajv's strict mode, annotations left out. The result lists what is wrong with a value. */
export function compileSchema(schema: SchemaNode): (value: unknown) => { place: string; keyword: string }[] {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
  const validate = ajv.compile(withoutAnnotations(schema));
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, keyword }) => ({ place: instancePath, keyword }));
  };
}

/** A copy of a JSON value without the members that are null, as the engine validates it; null array elements stay. */
export function withoutNullMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullMembers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, withoutNullMembers(member)]),
  );
}

/** Places of all keys that the schema does not know. Objects whose schema lists no properties are not looked into. */
export function unknownKeysOf(root: SchemaNode, value: unknown, node: SchemaNode = root, place = ''): string[] {
  const known = resolveReference(root, node);
  if (Array.isArray(value)) {
    const { items } = known;
    if (items === undefined) return [];
    return value.flatMap((element, index) => unknownKeysOf(root, element, items, `${place}/${index}`));
  }
  const { properties } = known;
  if (typeof value !== 'object' || value === null || properties === undefined) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const child = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const at = `${place}/${key}`;
    return child === undefined ? [at] : unknownKeysOf(root, member, child, at);
  });
}
