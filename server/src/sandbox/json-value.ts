/** A JSON number as the text of the body, so that 7998987987686876867 comes back digit for digit (FACTS a.1). */
export class NumberText {
  constructor(readonly text: string) {}
}

export type Json = null | boolean | number | string | NumberText | readonly Json[] | JsonObject;

/** Maps, not objects: a member may be called `__proto__`, and members keep their order whatever they are called. */
export type JsonObject = ReadonlyMap<string, Json>;

export function isObject(value: Json | undefined): value is JsonObject {
  return value instanceof Map;
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** An object with these members in this order; members that are undefined are left out, as the API does (FACTS c). */
export function toObject(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const object = new Map<string, Json>();
  for (const [key, value] of Object.entries(members)) if (value !== undefined) object.set(key, value);
  return object;
}

/** The member, or undefined when it is absent or null: the API makes no difference. */
export function memberAt(object: JsonObject, key: string): Json | undefined {
  return object.get(key) ?? undefined;
}

export function textAt(object: JsonObject, key: string): string | undefined {
  const value = object.get(key);
  return typeof value === 'string' ? value : undefined;
}

/** The text of a text or of a number: where the API takes either, it makes no difference (FACTS a.3, a.4). */
export function literalOf(value: Json | undefined): string | undefined {
  return value instanceof NumberText ? value.text : typeof value === 'string' ? value : undefined;
}

export function flagAt(object: JsonObject, key: string): boolean | undefined {
  const value = object.get(key);
  return typeof value === 'boolean' ? value : undefined;
}

export function objectAt(object: JsonObject, key: string): JsonObject | undefined {
  const value = object.get(key);
  return isObject(value) ? value : undefined;
}

/** The objects of a list member; empty when there is no list. */
export function objectsAt(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object.get(key);
  return isList(value) ? value.filter(isObject) : [];
}
