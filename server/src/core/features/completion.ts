import {
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver-types';
import { cursorAt, type Cursor } from '../document/cursor';
import type { Model } from '../document/model';
import { toTextEdits } from '../edits/to-text-edits';
import { textStyle } from '../edits/text-style';
import { describeField } from '../schema/describe';
import { itemSchema, memberSchema, rootSchema, type Schema } from '../schema/schema';
import { plainText } from '../schema/snippet';
import { contextOf, fieldOf } from '../suggest/context';
import { keys } from '../suggest/keys';
import type { Proposal } from '../suggest/proposal';
import type { UsedWords } from '../suggest/used-words';
import { values } from '../suggest/values';

export interface CompletionOptions {
  /** True when the client understands snippet syntax; else tab stops become plain text. */
  readonly snippets: boolean;
  /** True when the client shows more than a label in the list. */
  readonly labelDetails?: boolean;
  /** True when the client asks for the documentation of the item it shows. */
  readonly lazy?: boolean;
  /** What other definitions of the workspace name. */
  readonly used?: readonly UsedWords[];
}

/** What can be written at an offset; empty where nothing is known that would fit. */
export function completion(model: Model, offset: number, options: CompletionOptions): CompletionList {
  const cursor = cursorAt(model, offset);
  if (!cursor) return { isIncomplete: false, items: [] };
  const current = cursor.kind === 'value' ? cursor.current : undefined;
  const context = contextOf(model, options.used ?? [], current);
  const { indent } = textStyle(model.text);
  const proposals = cursor.kind === 'key' ? keys(cursor, context, indent) : values(cursor, context, indent);
  const items = proposals.map((proposal, index) => toItem(proposal, index, cursor, model, options));
  return { isIncomplete: false, items };
}

/** An item with the documentation of the field that its `data` names; as it is where that names none. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const documentation = typeof item.data === 'string' ? documentationOf(item.data) : undefined;
  return documentation ? { ...item, documentation } : item;
}

/** @param field the names that lead to it, joined by dots. */
function documentationOf(field: string) {
  const names = field.split('.');
  let schema: Schema | undefined = rootSchema;
  for (const name of names) schema = memberSchema(itemSchema(schema) ?? schema, name);
  return schema && markdown(describeField(names.at(-1) ?? '', schema));
}

const markdown = (value: string) => ({ kind: MarkupKind.Markdown, value });

function toItem(
  proposal: Proposal,
  index: number,
  cursor: Cursor,
  model: Model,
  options: CompletionOptions,
): CompletionItem {
  const { label, kind, insert, detail, filter, also = [] } = proposal;
  const { before, behind } = cursor.commas;
  const blank = isAtColon(cursor, model) ? ' ' : '';
  // What touches the main edit has to be part of it (LSP).
  const touches = before === cursor.replace.offset;
  const snippet = `${touches ? ',' : ''}${blank}${insert}${behind ? ',' : ''}`;
  const comma = before === undefined || touches ? [] : [{ offset: before, length: 0, newText: ',' }];
  const elsewhere = toTextEdits([...comma, ...also], model);
  return {
    label,
    kind,
    ...(detail === undefined ? undefined : shown(detail, options)),
    ...documented(proposal, cursor, options),
    sortText: String(index).padStart(3, '0'),
    filterText: blank + filterText(filter, cursor, model),
    insertTextFormat: options.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range: model.rangeOf(cursor.replace), newText: options.snippets ? snippet : plainText(snippet) },
    ...(elsewhere.length > 0 ? { additionalTextEdits: elsewhere } : undefined),
  };
}

/** Editors show a `detail` of the chosen item alone, and what belongs to the label of every item. */
const shown = (detail: string, { labelDetails }: CompletionOptions) =>
  labelDetails ? { labelDetails: { description: detail } } : { detail };

/** The texts of fields are long, and most of them are never looked at. */
function documented({ label, documentation }: Proposal, cursor: Cursor, { lazy }: CompletionOptions) {
  if (documentation !== undefined) return { documentation: markdown(documentation) };
  const field = cursor.kind === 'key' ? fieldOf(cursor.object, label) : fieldOfValue(cursor);
  if (lazy) return { data: field };
  const known = documentationOf(field);
  return known && { documentation: known };
}

const fieldOfValue = ({ container, member }: Cursor & { kind: 'value' }): string =>
  container ? fieldOf(container, ...(member ? [member.key.value] : [])) : '';

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
