import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import { containerAt } from '../document/cursor';
import { endOf, type Key, type Node, type Place } from '../document/node';
import { describeField, describeValue } from '../schema/describe';
import { memberSchema, schemaOf, type Schema } from '../schema/schema';

/** What the schema says about the key or value at an offset; undefined where it says nothing. */
export function hover(model: Model, offset: number): Hover | undefined {
  const { root, text } = model;
  const container = root && containerAt(root, text, offset);
  if (container?.kind !== 'object') return undefined;
  const member = container.members.find((candidate) => candidate.offset <= offset && offset <= endOf(candidate));
  const schema = member && memberSchema(schemaOf(container), member.key.value);
  if (!schema) return undefined;
  const { key, value } = member;
  if (holds(key, offset)) return toHover(describeField(key.value, schema), key, model);
  if (value && holds(value, offset)) return valueHover(key, value, schema, model);
  return undefined;
}

const holds = (place: Place, offset: number): boolean => place.offset <= offset && offset <= endOf(place);

function valueHover(key: Key, value: Node, schema: Schema, model: Model): Hover {
  const meaning = value.kind === 'string' ? describeValue(schema, value.value) : undefined;
  const field = describeField(key.value, schema);
  return toHover(meaning === undefined ? field : `${meaning}\n\n---\n\n${field}`, value, model);
}

function toHover(markdown: string, place: Place, model: Model): Hover {
  return { contents: { kind: MarkupKind.Markdown, value: markdown }, range: model.rangeOf(place) };
}
