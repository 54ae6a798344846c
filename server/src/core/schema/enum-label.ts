import type { Schema } from './schema';

/** Upper case without blanks, hyphens and underscores: "Half-yearly" and HALF_YEARLY are the same. */
export const folded = (text: string): string => text.toUpperCase().replace(/[\s_-]/g, '');

/**
 * What a table's or a screen's spelling of an enum value stands for (RULES, enum-label).
 * @returns the accepted values it may stand for (none for a label without counterpart, several where another field
 * decides), or undefined when the text is no such label.
 */
export function enumLabel(schema: Schema, text: string): readonly string[] | undefined {
  const accepted = schema.enum ?? [];
  if (accepted.includes(text)) return undefined;
  const listed = Object.entries(schema['x-enum-labels'] ?? {}).find(([label]) => folded(label) === folded(text));
  if (listed) return listed[1];
  const same = accepted.find((value) => folded(value) === folded(text));
  return same === undefined ? undefined : [same];
}

/** The accepted value that a text means, its label resolved; undefined when it means none, or more than one. */
export function canonicalValue(schema: Schema, text: string): string | undefined {
  if (schema.enum?.includes(text)) return text;
  const meant = enumLabel(schema, text);
  return meant?.length === 1 ? meant[0] : undefined;
}
