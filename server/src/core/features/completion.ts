import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver-types';
import { cursorAt, type Cursor } from '../document/cursor';
import type { Model } from '../document/model';
import type { Member } from '../document/node';
import { textStyle } from '../edits/text-style';
import { describeField, describeValue } from '../schema/describe';
import { itemSchema, memberSchema, rootSchema, schemaOf, takes, typesOf, type Schema } from '../schema/schema';
import { bodySnippet, plainText, valueSnippet, type Snippet } from '../schema/snippet';

export interface CompletionOptions {
  /** True when the client understands snippet syntax; else tab stops become plain text. */
  readonly snippets: boolean;
}

interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly insert: Snippet;
  readonly documentation: string;
  readonly detail?: string;
  /** What the typed text is matched against. */
  readonly filter: string;
}

/** What can be written at an offset; empty where the schema has nothing to offer. */
export function completion(model: Model, offset: number, options: CompletionOptions): CompletionList {
  const cursor = cursorAt(model, offset);
  const proposals = cursor ? [...proposalsAt(cursor, model)] : [];
  const items = cursor ? proposals.map((proposal, index) => toItem(proposal, index, cursor, model, options)) : [];
  return { isIncomplete: false, items };
}

function proposalsAt(cursor: Cursor, model: Model): Iterable<Proposal> {
  const { indent } = textStyle(model.text);
  if (cursor.kind === 'key') return keys(cursor, indent);
  const schema = valueSchema(cursor);
  return schema ? values(schema, indent) : [];
}

function valueSchema({ container, member }: Cursor & { kind: 'value' }): Schema | undefined {
  if (!container) return rootSchema;
  const around = schemaOf(container);
  return member ? memberSchema(around, member.key.value) : itemSchema(around);
}

/** The keys that are not there yet and fit: those that are needed first, then in the order of the schema. */
function keys({ object, member, wantsValue }: Cursor & { kind: 'key' }, indent: string): Proposal[] {
  const schema = schemaOf(object);
  const taken = new Set(object.members.filter((other) => other !== member).map(({ key }) => key.value));
  const replaced = wantsValue ? undefined : member;
  const free = Object.keys(schema?.properties ?? {}).flatMap((name) => {
    const property = memberSchema(schema, name);
    if (!property || property.readOnly || taken.has(name) || !canReplace(replaced, name, property, schema)) return [];
    const need = schema?.required?.includes(name) ? 0 : property['x-documented-required'] ? 1 : 2;
    return { need, proposal: keyProposal(name, property, wantsValue ? `: ${valueSnippet(property, indent)}` : '') };
  });
  return free.sort((one, other) => one.need - other.need).map(({ proposal }) => proposal);
}

/** A key that has its value already: one that the schema knows stays, any other becomes one that takes the value. */
function canReplace(member: Member | undefined, name: string, property: Schema, schema: Schema | undefined): boolean {
  if (!member) return true;
  const { key, value } = member;
  if (memberSchema(schema, key.value)) return name === key.value;
  return value === undefined || takes(property, value);
}

function keyProposal(name: string, schema: Schema, value: Snippet): Proposal {
  const quoted = JSON.stringify(name);
  return {
    label: name,
    kind: CompletionItemKind.Property,
    insert: quoted + value,
    documentation: describeField(name, schema),
    filter: quoted,
    ...(schema.title === undefined ? undefined : { detail: schema.title }),
  };
}

function values(schema: Schema, indent: string): Proposal[] {
  const snippets = (schema.defaultSnippets ?? []).map(({ label, description, body }): Proposal => {
    const insert = bodySnippet(body, indent);
    return { label, kind: CompletionItemKind.Snippet, insert, documentation: description ?? label, filter: label };
  });
  const listed = (schema.enum ?? []).map((value) =>
    plainValue(value, describeValue(schema, value) ?? value, CompletionItemKind.EnumMember),
  );
  return [...snippets, ...(schema.enum ? listed : samples(schema))];
}

/** Both booleans, the default, the examples: what a value may look like where the schema lists none. */
function samples(schema: Schema): Proposal[] {
  const booleans = typesOf(schema).includes('boolean') ? [true, false] : [];
  const known = schema.default === undefined ? [] : [schema.default];
  const offered = new Set<unknown>([...booleans, ...known, ...(schema.examples ?? [])]);
  return [...offered].map((value) => {
    const note = value === schema.default ? 'The default.' : typeof value === 'boolean' ? '' : 'An example.';
    return plainValue(value, note, CompletionItemKind.Value);
  });
}

function plainValue(value: unknown, documentation: string, kind: CompletionItemKind): Proposal {
  const text = JSON.stringify(value);
  const label = typeof value === 'string' ? value : text;
  return { label, kind, insert: text.replace(/[\\$}]/g, '\\$&'), documentation, filter: text };
}

function toItem(
  proposal: Proposal,
  index: number,
  cursor: Cursor,
  model: Model,
  options: CompletionOptions,
): CompletionItem {
  const { label, kind, insert, documentation, detail, filter } = proposal;
  const { before, behind } = cursor.commas;
  const blank = isAtColon(cursor, model) ? ' ' : '';
  const snippet = `${blank}${insert}${behind ? ',' : ''}`;
  const comma =
    before === undefined ? undefined : { range: model.rangeOf({ offset: before, length: 0 }), newText: ',' };
  return {
    label,
    kind,
    ...(detail === undefined ? undefined : { detail }),
    ...(documentation === '' ? undefined : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    sortText: String(index).padStart(3, '0'),
    filterText: blank + filterText(filter, cursor, model),
    insertTextFormat: options.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range: model.rangeOf(cursor.replace), newText: options.snippets ? snippet : plainText(snippet) },
    ...(comma ? { additionalTextEdits: [comma] } : undefined),
  };
}

/**
 * A value right behind its colon brings the blank between them along: what opened at the colon goes on when a blank is
 * typed, which editors compare like any other character.
 */
function isAtColon(cursor: Cursor, { text }: Model): boolean {
  if (cursor.kind === 'key' || !cursor.member || cursor.current) return false;
  return text[cursor.replace.offset - 1] === ':';
}

/**
 * The typed text is compared from the start of the replaced range, so a quote there has to be in the filter too. Text in quotes
 * keeps its own even when none is typed yet: the list that opened after a colon goes on when one is.
 */
function filterText(filter: string, cursor: Cursor, { text }: Model): string {
  const typed = text.slice(cursor.replace.offset, cursor.replace.offset + 1);
  return typed === '"' && !filter.startsWith('"') ? `"${filter}` : filter;
}
