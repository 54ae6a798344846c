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
  /** Markdown; empty where there is nothing to say. */
  readonly documentation: string;
  /** The keys of the field that the documentation is of, where it can be worked out later. */
  readonly field?: string;
  readonly detail?: string | undefined;
  /** What has to change elsewhere with it. */
  readonly also?: readonly Edit[];
  /** What the typed text is matched against. */
  readonly filter: string;
}

/** A plain value of a field. */
export function valueProposal(
  json: string,
  documentation: string,
  kind: CompletionItemKind,
  detail?: string,
): Proposal {
  const value: unknown = JSON.parse(json);
  const label = typeof value === 'string' ? value : json;
  return { label, kind, insert: literal(json), documentation, filter: json, detail };
}

/** A value that was found to fit, with the member that has to come with it. */
export function suggestionProposal(
  { json, detail, needs }: Suggestion,
  name: string,
  object: ObjectNode,
  { model }: Context,
  indent: string,
): Proposal {
  const schema = schemaOf(object);
  const value: unknown = JSON.parse(json);
  const { kind, documentation, only } = knownOf(memberSchema(schema, name) ?? {}, name, value);
  const proposal = valueProposal(json, documentation, kind, detail ?? only);
  const body = needs && memberSchema(schema, needs.name)?.defaultSnippets?.[needs.snippet]?.body;
  if (!needs || body === undefined) return proposal;
  const separator = /[\r\n]/.test(separatorIn(model.text, object)) ? '\n' : ' ';
  return { ...proposal, insert: `${proposal.insert},${separator}"${needs.name}": ${bodySnippet(body, indent)}` };
}

/** What the schema says of a value that it lists. */
function knownOf(schema: Schema, name: string, value: unknown) {
  const documentation = typeof value === 'string' ? describeValue(schema, value) : undefined;
  if (typeof value !== 'string' || documentation === undefined)
    return { kind: CompletionItemKind.Value, documentation: '', only: undefined };
  return { kind: CompletionItemKind.EnumMember, documentation, only: onlySource(name, value) };
}
