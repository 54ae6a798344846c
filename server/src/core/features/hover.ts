import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import { watchedFields } from '../../generated/watched-fields.generated';
import { containerAt } from '../document/cursor';
import type { Model } from '../document/model';
import { containerOf, endOf, keyOf, type Node, type ObjectNode, type Place } from '../document/node';
import { catalogue } from '../rules/catalogue';
import { describeField, describeValue } from '../schema/describe';
import { memberSchema, schemaOf } from '../schema/schema';
import { ruleHref } from './diagnostics';
import { valueFacts } from './value-facts';

/** What a hover cannot know by itself. */
export interface HoverContext {
  /** URI of the shipped rule catalogue; without it rules are named and not linked. */
  readonly rulePage?: string | undefined;
  /** `YYYY-MM-DD`; without it no distance from today is told. */
  readonly today?: string | undefined;
}

/**
 * The meaning of the key or value at an offset, by the schema; before it what the value is in this file, behind it the
 * rules that watch it. Undefined where the schema says nothing.
 */
export function hover(model: Model, offset: number, { rulePage, today }: HoverContext = {}): Hover | undefined {
  const { root, text } = model;
  const container = root && containerAt(root, text, offset);
  if (container?.kind !== 'object') return undefined;
  const member = container.members.find((candidate) => holds(candidate, offset));
  const schema = member && memberSchema(schemaOf(container), member.key.value);
  if (!schema) return undefined;
  const { key, value } = member;
  const place = [key, value].find((part) => part && holds(part, offset));
  if (!place) return undefined;
  const meaning = place === value && value.kind === 'string' ? describeValue(schema, value.value) : undefined;
  const own = meaning ?? valueFacts(model, member, schema, today);
  const field = [describeField(key.value, schema), rulesOf(container, key.value, rulePage)].filter((part) => part);
  const markdown = [...(own === undefined ? [] : [own, '---']), ...field].join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value: markdown }, range: model.rangeOf(place) };
}

const holds = (place: Place, offset: number): boolean => place.offset <= offset && offset <= endOf(place);

function rulesOf(object: ObjectNode, name: string, rulePage: string | undefined): string {
  const names = [name];
  for (let node: Node | undefined = object; node; node = containerOf(node)) {
    const key = keyOf(node);
    if (key) names.unshift(key.value);
  }
  const path = names.join('/');
  const watching = Object.hasOwn(watchedFields, path) ? (watchedFields[path] ?? []) : [];
  const links = watching.map((index) => {
    const code = catalogue[index]?.code ?? '';
    const href = ruleHref(code, rulePage);
    return href === undefined ? `\`${code}\`` : `[${code}](<${href}>)`;
  });
  return links.length > 0 ? `Rules: ${links.join(' · ')}` : '';
}
