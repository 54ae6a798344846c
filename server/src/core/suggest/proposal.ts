import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ObjectNode } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { separatorIn } from '../edits/text-style';
import { describeValue } from '../schema/describe';
import { memberSchema, schemaOf, type Schema } from '../schema/schema';
import { bodySnippet, literal, type Snippet } from '../schema/snippet';
import type { Context } from './context';
import { onlySource } from './evidence';
import type { Suggestion } from './member-values';

/** One thing that can be written. */
export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly insert: Snippet;
  /** Markdown; without it, that of the field. */
  readonly documentation?: string | undefined;
  readonly detail?: string | undefined;
  /** What has to change elsewhere with it. */
  readonly also?: readonly Edit[];
  /** What the typed text is matched against. */
  readonly filter: string;
}

/** A plain value of a field: with what the schema says of one that it lists. */
export function valueProposal(json: string, schema: Schema, name: string, detail?: string): Proposal {
  const value: unknown = JSON.parse(json);
  const isText = typeof value === 'string';
  const documentation = isText ? describeValue(schema, value) : undefined;
  return {
    label: isText ? value : json,
    kind: documentation === undefined ? CompletionItemKind.Value : CompletionItemKind.EnumMember,
    insert: literal(json),
    documentation,
    filter: json,
    detail: detail ?? (isText ? onlySource(name, value) : undefined),
  };
}

/** A value that was found to fit, with the `extendedFieldInfo` that has to come with it. */
export function suggestionProposal(
  { json, detail, info }: Suggestion,
  name: string,
  object: ObjectNode,
  { model }: Context,
  indent: string,
): Proposal {
  const schema = schemaOf(object);
  const proposal = valueProposal(json, memberSchema(schema, name) ?? {}, name, detail);
  const body =
    info === undefined ? undefined : memberSchema(schema, 'extendedFieldInfo')?.defaultSnippets?.[info]?.body;
  if (body === undefined) return proposal;
  const separator = /[\r\n]/.test(separatorIn(model.text, object)) ? '\n' : ' ';
  return { ...proposal, insert: `${proposal.insert},${separator}"extendedFieldInfo": ${bodySnippet(body, indent)}` };
}
