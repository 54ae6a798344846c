import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Cursor } from '../document/cursor';
import type { ArrayNode, ObjectNode } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { toDayText } from '../periods/day';
import type { Facts } from '../rules/facts';
import { followingSpans, paddedValues, periodLike } from '../rules/more-periods';
import {
  itemSchema,
  memberSchema,
  rootSchema,
  schemaOf,
  snippetsOf,
  typesOf,
  type Schema,
  type SchemaSnippet,
} from '../schema/schema';
import { bodySnippet, literal } from '../schema/snippet';
import { fieldOf, otherItems, type Context } from './context';
import { fittingSnippets } from './fitting-snippets';
import { memberValues } from './member-values';
import { nextRefCode } from './next-ref-code';
import { suggestionProposal, valueProposal, type Proposal } from './proposal';

/** What a value may be where the cursor stands: what fits the rest of the definition, else what the schema knows. */
export function values(
  { container, member }: Cursor & { kind: 'value' },
  context: Context,
  indent: string,
): Proposal[] {
  if (!container) return ofSchema(rootSchema, snippetsOf(rootSchema), indent);
  const around = schemaOf(container);
  if (member && container.kind === 'object') {
    const name = member.key.value;
    const schema = memberSchema(around, name);
    const fitting = schema && memberValues(name, container, context);
    if (fitting) return fitting.map((value) => suggestionProposal(value, name, container, context, indent));
    return schema ? ofSchema(schema, fittingSnippets(schema, name, container, context), indent, name) : [];
  }
  const schema = itemSchema(around);
  if (!schema) return [];
  const items = ofSchema(schema, fittingSnippets(schema, undefined, container, context), indent);
  if (container.kind !== 'array' || fieldOf(container) !== 'periods') return items;
  const next = nextPeriod(container, context);
  const also = grown(otherItems(container, context).length, context);
  return (next ? [next] : items).map((item) => ({ ...item, also }));
}

/** What one more period asks for elsewhere: a value in each target, and a higher `totalPeriods` where it was right. */
function grown(periods: number, { model: { root, text }, facts }: Context): Edit[] {
  if (!facts || periods === 0) return [];
  const { at, value } = facts.group.totalPeriods;
  const total = value === periods ? [{ offset: at.offset, length: at.length, newText: String(periods + 1) }] : [];
  return [...total, ...paddedValues(root, text, facts, periods + 1)];
}

/** The period that goes on where the last ends, written as the last of the file; undefined where its days are not known. */
function nextPeriod(list: ArrayNode, context: Context): Proposal | undefined {
  const { model, facts } = context;
  const { text } = model;
  const others = otherItems(list, context);
  const span = facts && followingSpans(withPeriods(facts, others.length), 1)?.[0];
  const sample = others.findLast((item): item is ObjectNode => item.kind === 'object');
  if (!span || !sample) return undefined;
  const code = String(JSON.parse(nextRefCode(facts, text)));
  const days = `${toDayText(span.start)} – ${toDayText(span.end)}`;
  return {
    label: 'next period',
    kind: CompletionItemKind.Snippet,
    insert: literal(periodLike(text, sample, code, span)),
    documentation: `\`${code}\`: ${days}, where the last one ends.`,
    filter: 'next period',
    detail: days,
  };
}

function withPeriods(facts: Facts, value: number): Facts {
  return { ...facts, group: { ...facts.group, periods: { ...facts.group.periods, value } } };
}

function ofSchema(schema: Schema, own: readonly SchemaSnippet[], indent: string, name = ''): Proposal[] {
  const snippets = own.map(({ label, description, body }): Proposal => {
    const insert = bodySnippet(body, indent);
    return { label, kind: CompletionItemKind.Snippet, insert, documentation: description, filter: label };
  });
  const listed = schema.enum?.map((value) => valueProposal(JSON.stringify(value), schema, name));
  return [...snippets, ...(listed ?? samples(schema, name))];
}

/** Both booleans, the default, the examples: what a value may look like where the schema lists none. */
function samples(schema: Schema, name: string): Proposal[] {
  const types = typesOf(schema);
  const booleans = types.includes('boolean') && types.length === 1 ? [true, false] : [];
  const known = schema.default === undefined ? [] : [schema.default];
  const offered = new Set<unknown>([...booleans, ...known, ...(schema.examples ?? [])]);
  return [...offered].map((value) => {
    const note = value === schema.default ? 'default' : typeof value === 'boolean' ? undefined : 'example';
    return valueProposal(JSON.stringify(value), schema, name, note);
  });
}
