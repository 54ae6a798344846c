import type { Node } from '../document/node';
import { dateTextLike, sampleDates } from '../generate/date-style';
import type { Day } from '../periods/day';
import { expectedCount } from '../rules/value-counts';
import { snippetsOf, type Schema, type SchemaSnippet } from '../schema/schema';
import { choiceIn, fieldOf, type Context, otherItems } from './context';
import { nextRefCode } from './next-ref-code';
import { nextDays } from './period-days';

/** Tab stops of more values than any group has cycles are no help. */
const mostValues = 100;

/**
 * The snippets of a schema as they fit: as many default values as there are cycles, the days of the next period, the field
 * info of the entity at hand.
 * @param name of the member that they are the value of; undefined for an element of a list.
 * @param around the object or list that they stand in.
 */
export function fittingSnippets(
  schema: Schema,
  name: string | undefined,
  around: Node,
  context: Context,
): readonly SchemaSnippet[] {
  const own = snippetsOf(schema);
  const expected = context.facts && expectedCount(context.facts.group)?.count;
  const count = Math.min(expected ?? 1, mostValues);
  if (name === 'extendedFieldInfo' && around.kind === 'object') return ofEntity(own, choiceIn(around, 'targetEntity'));
  if (name === 'defaultValues')
    return own.map((snippet) => ({ ...snippet, label: label(count), body: repeated(snippet.body, count) }));
  if (name === undefined && isFull(around, expected, context)) return [];
  return own.map((snippet) => ({ ...snippet, body: fitting(snippet.body, count, context) }));
}

const isFull = (list: Node, expected = Infinity, context: Context): boolean =>
  list.kind === 'array' && otherItems(list, context).length >= expected && fieldOf(list) === 'targets.defaultValues';

const label = (count: number) => (count === 1 ? 'one value' : `${count} values, one per period`);

function ofEntity(own: readonly SchemaSnippet[], entity: string | undefined): readonly SchemaSnippet[] {
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

/** A body whose targets have so many default values, and whose periods go on where the others end. */
function fitting(body: unknown, count: number, context: Context): unknown {
  if (Array.isArray(body)) return body.map((each) => fitting(each, count, context));
  if (typeof body !== 'object' || body === null || 'periods' in body) return body;
  if ('defaultValues' in body) return { ...body, defaultValues: repeated(body.defaultValues, count) };
  return 'refCode' in body ? nextPeriod(body, context) : body;
}

function nextPeriod(body: object, { model, facts }: Context): object {
  if (!facts) return body;
  const dates = sampleDates(model);
  const days = nextDays(facts);
  const dated = (name: string, day: Day | undefined) =>
    day === undefined ? undefined : dateTextLike(dates, model.text, name, day);
  const texts: Readonly<Record<string, string | undefined>> = {
    refCode: nextRefCode(facts, model.text),
    startDate: dated('startDate', days.start),
    endDate: dated('endDate', days.end),
  };
  const fitted = Object.entries(body).map(([name, stop]: [string, unknown]) => [name, withDefault(stop, texts[name])]);
  return Object.fromEntries(fitted) as object;
}

/** A tab stop with another default, given as JSON text; what would need escapes in a snippet is not taken over. */
function withDefault(stop: unknown, json: string | undefined): unknown {
  const tab = /\$\{\d+:/.exec(String(stop))?.[0];
  if (json === undefined || tab === undefined || /[\\$}]/.test(json)) return stop;
  return `${json.startsWith('"') ? '' : '^'}${tab}${String(JSON.parse(json))}}`;
}
