import { snippetsOf, typesOf, type Schema, type TypeName } from './schema';

/** Text with the tab stops of LSP's snippet syntax. */
export type Snippet = string;

/** A literal text inside a snippet. */
export const literal = (text: string): Snippet => text.replace(/[\\$}]/g, '\\$&');

/** `${1|a,b|}`: a choice; commas, bars and backslashes in it are escaped. */
export const choice = (values: readonly string[]): Snippet =>
  `\${1|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;

/**
 * What stands behind the colon when a member is inserted: the schema's own snippet, its values to choose from, its
 * default, or an empty value of its type with the cursor inside.
 * @param indent one step of indentation in the file.
 * @param snippets instead of the schema's own.
 */
export function valueSnippet(schema: Schema, indent: string, [own] = snippetsOf(schema)): Snippet {
  if (own) return bodySnippet(own.body, indent);
  if (schema.enum) return `"${choice(schema.enum)}"`;
  const [type, ...others] = typesOf(schema);
  return type && others.length === 0 ? emptyValue[type](schema, indent) : sampleStop(schema);
}

const sampleOf = (schema: Schema): Snippet => literal(JSON.stringify(schema.default ?? schema.examples?.[0] ?? 0));

const sampleStop = (schema: Schema): Snippet => `\${1:${sampleOf(schema)}}`;

const emptyValue: Readonly<Record<TypeName, (schema: Schema, indent: string) => Snippet>> = {
  boolean: (schema) => choice(schema.default === true ? ['true', 'false'] : ['false', 'true']),
  integer: sampleStop,
  number: sampleStop,
  array: () => '[$1]',
  object: (_schema, indent) => `{\n${indent}$1\n}`,
  string: exampleText,
};

/** Texts with a form of their own (dates) begin with an example of it; free texts begin empty. */
function exampleText(schema: Schema): Snippet {
  const example = schema.format === undefined ? schema.default : schema.examples?.[0];
  return typeof example === 'string' ? `"\${1:${literal(example)}}"` : '"$1"';
}

/**
 * A `defaultSnippets` body of the schema as snippet text. As in VS Code's JSON schemas, texts may hold tab stops, and a
 * text that begins with `^` stands without quotes.
 */
export function bodySnippet(body: unknown, indent: string): Snippet {
  const lines = JSON.stringify(body, undefined, indent).replaceAll('\\', '\\\\');
  return lines.replace(/"\^([^"]*)"/g, '$1');
}

/** The snippet as plain text, for clients without snippets: tab stops become their defaults or first choices. */
export function plainText(snippet: Snippet): string {
  return snippet
    .replace(/\$\{\d+\|((?:[^\\|]|\\.)*)\|\}/g, (_match, choices: string) => choices.split(/(?<!\\),/)[0] ?? '')
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '')
    .replace(/\\([\\$}])/g, '$1');
}
