import type { Node } from '../document/node';
import { expectedCount } from '../rules/value-counts';
import type { Schema } from '../schema/schema';
import { choiceIn, placeOf, type Context } from './context';

type Snippets = NonNullable<Schema['defaultSnippets']>;

/** Tab stops of more values than any group has cycles are no help. */
const mostValues = 100;

/**
 * The snippets of a schema as they fit: as many default values as there are cycles, the field info of the entity at hand.
 * @param name of the member that they are the value of; undefined for an element of a list.
 * @param around the object or list that they stand in.
 */
export function fittingSnippets(schema: Schema, name: string | undefined, around: Node, { facts }: Context): Snippets {
  const own = schema.defaultSnippets ?? [];
  const expected = facts && expectedCount(facts.group)?.count;
  const count = Math.min(expected ?? 1, mostValues);
  if (name === 'extendedFieldInfo' && around.kind === 'object') return ofEntity(own, choiceIn(around, 'targetEntity'));
  if (name === 'defaultValues')
    return own.map((snippet) => ({ ...snippet, label: label(count), body: repeated(snippet.body, count) }));
  if (name === undefined && isFull(around, expected)) return [];
  return own.map((snippet) => ({ ...snippet, body: withValues(snippet.body, count) }));
}

const isFull = (list: Node, expected = Infinity): boolean =>
  list.kind === 'array' && list.items.length >= expected && placeOf(list) === 'targets.defaultValues';

const label = (count: number) => (count === 1 ? 'one value' : `${count} values, one per period`);

function ofEntity(own: Snippets, entity: string | undefined): Snippets {
  if (entity === undefined) return own;
  return entity === 'ALTERNATE_CURRENCIES' ? own.slice(1, 2) : own.slice(0, 1);
}

/** So many of the first element, each with a tab stop of its own: those of the schema come last in their snippet. */
function repeated(values: unknown, count: number): unknown {
  const sample = JSON.stringify(Array.isArray(values) ? values[0] : values);
  return Array.from({ length: count }, (_, index): unknown =>
    JSON.parse(sample.replace(/\$\{(\d+)/, (_match, stop: string) => `\${${Number(stop) + index}`)),
  );
}

/** A body whose targets have so many default values. */
function withValues(body: unknown, count: number): unknown {
  if (Array.isArray(body)) return body.map((each) => withValues(each, count));
  if (typeof body !== 'object' || body === null || !('defaultValues' in body) || 'periods' in body) return body;
  return { ...body, defaultValues: repeated(body.defaultValues, count) };
}
