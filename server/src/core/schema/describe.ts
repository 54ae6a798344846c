import { typesOf, type Schema, type TypeName } from './schema';

const typeWords: Readonly<Record<TypeName, string>> = {
  object: 'object',
  array: 'list',
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
};

const code = (value: unknown): string => `\`${JSON.stringify(value)}\``;

/** A field in Markdown: name, type, meaning, values, limits, default. Everything in it is the schema's own text. */
export function describeField(name: string, schema: Schema): string {
  const types = typesOf(schema).map((type) => typeWords[type]);
  const title = schema.title === undefined ? '' : `**${schema.title}** · `;
  const head = `${title}\`${name}\`${types.length > 0 ? ` · ${types.join(' or ')}` : ''}`;
  return [head, schema.description, limits(schema), values(schema)].filter((part) => part).join('\n\n');
}

/** One value of an enum in Markdown, or undefined when the schema does not list it. */
export function describeValue(schema: Schema, value: string): string | undefined {
  const index = schema.enum?.indexOf(value) ?? -1;
  const meaning = schema.enumDescriptions?.[index];
  return meaning === undefined ? undefined : `\`${value}\`: ${meaning}`;
}

function limits(schema: Schema): string {
  const parts = [
    schema.readOnly ? 'Given by the API; not part of a create body.' : '',
    schema['x-documented-required'] ? 'Required by the documentation.' : '',
    schema.maxLength === undefined ? '' : `At most ${schema.maxLength} characters.`,
    schema.minimum === undefined ? '' : `At least ${schema.minimum}.`,
    schema.default === undefined ? '' : `Default: ${code(schema.default)}.`,
    schema.examples ? `Examples: ${schema.examples.map(code).join(', ')}.` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function values(schema: Schema): string {
  return (schema.enum ?? []).map((value) => `- ${describeValue(schema, value) ?? `\`${value}\``}`).join('\n');
}
