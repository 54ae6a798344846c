import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { pathOf, type Key, type Member, type Node } from '../document/node';
import { decodeExpression } from '../expression/decode-expression';
import { dayIn } from '../periods/date-text';
import { toDayText, type Day } from '../periods/day';
import { dayInWords, spanInWords, weekdayOf } from '../periods/words';
import { counted } from '../rules/wording';
import type { Schema } from '../schema/schema';
import { isUnread } from '../schema/validate';
import { cyclesOf, groupOf } from './cycles';
import { codeBlock, codeSpan } from './markdown';

/** Dates of which the API keeps the day alone (FACTS a.3, b.9). */
const storedAsDays: readonly string[] = [field.fromDate, field.toDate, field.startDate, field.endDate];

const mostIndent = 20;

/** What there is to say about the value of a member as it stands in the file, in Markdown; undefined where nothing is. */
export function valueFacts(
  model: Model,
  { key, value }: Member,
  schema: Schema,
  today: string | undefined,
): string | undefined {
  if (!value || isUnread(value)) return undefined;
  if (isNamed(key, field.defaultValue)) return owner(model, value);
  if (value.kind !== 'string') return undefined;
  if (schema.format === 'date-time') return dateInWords(key.value, value.value, today);
  return isNamed(key, field.expressionJson) ? expression(value.value) : undefined;
}

const isNamed = (key: Key, name: string): boolean => key.value === name;

function dateInWords(name: string, text: string, today: string | undefined): string | undefined {
  const day = dayIn(text);
  if (day === undefined) return undefined;
  const from = today === undefined ? undefined : dayIn(today);
  const distance = from === undefined ? '' : `, ${distanceInWords(day - from)}`;
  const stored = storedAsDays.includes(name) ? `. The API stores \`${toDayText(day)}\`.` : '';
  return `**${weekdayOf(day)}, ${dayInWords(day, true)}**${distance}${stored}`;
}

function distanceInWords(days: Day): string {
  const near = ['yesterday', 'today', 'tomorrow'][days + 1];
  return near ?? (days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`);
}

/** The period that a default value belongs to by its position. */
function owner(model: Model, value: Node): string | undefined {
  const [list, , values, index] = pathOf(value);
  const group = groupOf(model);
  if (!group || list !== field.targets || values !== field.defaultValues) return undefined;
  const cycles = cyclesOf(group);
  const cycle = cycles[Number(index)];
  if (!cycle)
    return `No period has this position: there ${cycles.length === 1 ? 'is' : 'are'} ${counted(cycles.length, 'period')}.`;
  const span = cycle.span ? `, ${spanInWords(cycle.span, true)}` : '';
  return `Of ${codeSpan(cycle.name)}${span}`;
}

/** As a condition and, where it joins several, as a tree; nothing for what is no JSON. */
function expression(text: string): string | undefined {
  const decoded = decodeExpression(text);
  if (!decoded) return undefined;
  const rows = decoded.rows.map(({ depth, text: row }) => '  '.repeat(Math.min(depth, mostIndent)) + row);
  const condition = codeSpan(decoded.condition, decoded.condition.length);
  return rows.length > 1 ? `${condition}\n\n${codeBlock(rows)}` : condition;
}
