import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Cursor } from '../document/cursor';
import type { Member, ObjectNode } from '../document/node';
import { freeTargetName, positionOf } from '../rules/placeholders';
import { memberSchema, schemaOf, takes, type Schema } from '../schema/schema';
import { choice, literal, valueSnippet, type Snippet } from '../schema/snippet';
import { fieldOf, type Context } from './context';
import { fittingSnippets } from './fitting-snippets';
import { isWanted } from './key-wishes';
import { memberValues } from './member-values';
import type { Proposal } from './proposal';

/** The keys that are not there yet and fit: those that are needed first, then in the order of the schema. */
export function keys(
  { object, member, wantsValue }: Cursor & { kind: 'key' },
  context: Context,
  indent: string,
): Proposal[] {
  const schema = schemaOf(object);
  const taken = new Set(object.members.filter((other) => other !== member).map(({ key }) => key.value));
  const replaced = wantsValue ? undefined : member;
  const free = Object.keys(schema?.properties ?? {}).flatMap((name) => {
    const property = memberSchema(schema, name);
    if (!property || taken.has(name) || !canReplace(replaced, name, property, schema)) return [];
    const wish = member?.key.value === name ? undefined : isWanted(name, object);
    if (wish === false) return [];
    const value = wantsValue ? firstValue(name, property, object, context, indent) : '';
    if (value === undefined) return [];
    const need = needOf(name, property, schema, wish);
    return { need, proposal: keyProposal(name, property, wantsValue ? `: ${value}` : '') };
  });
  return free.sort((one, other) => one.need - other.need).map(({ proposal }) => proposal);
}

function needOf(name: string, property: Schema, around: Schema | undefined, wish: boolean | undefined): number {
  if (around?.required?.includes(name)) return 0;
  return property['x-documented-required'] === true || wish === true ? 1 : 2;
}

/** What a create body may hold. A key that has its value already: one that the schema knows stays, any other becomes one that takes the value. */
function canReplace(member: Member | undefined, name: string, property: Schema, schema: Schema | undefined): boolean {
  if (property.readOnly) return false;
  if (!member) return true;
  const { key, value } = member;
  if (memberSchema(schema, key.value)) return name === key.value;
  return value === undefined || takes(property, value);
}

/** More to choose from is chosen in a list of its own. */
const longestChoice = 13;

/** A name that says where it stands: an empty one would be an error. */
const names: Readonly<Record<string, (object: ObjectNode, context: Context) => string>> = {
  name: (_group, { model: { uri } }) => /([\w-]+)[^/]*$/.exec(uri)?.[1] ?? 'Group',
  'targets.name': (target, { facts }) => freeTargetName(target, facts?.group.name.value ?? ''),
  'streaks.name': (level) => `Level ${positionOf(level) + 1}`,
};

/** What a member begins with; undefined where every value of it would be a mistake. */
function firstValue(
  name: string,
  schema: Schema,
  object: ObjectNode,
  context: Context,
  indent: string,
): Snippet | undefined {
  const named = names[fieldOf(object, name)]?.(object, context);
  if (named !== undefined) return toStop(JSON.stringify(named));
  const fitting = memberValues(name, object, context)?.filter(({ info }) => info === undefined);
  if (!fitting || fitting.length > longestChoice)
    return valueSnippet(schema, indent, fittingSnippets(schema, name, object, context));
  const [first, ...others] = fitting.map(({ json }) => json);
  if (first === undefined) return undefined;
  if (others.length === 0 || fitting.some(({ json }) => !json.startsWith('"'))) return toStop(first);
  return `"${choice([first, ...others].map((json) => json.slice(1, -1)))}"`;
}

/** JSON text to be typed over; of a text what is between its quotes. */
const toStop = (json: string): Snippet => literal(json).replace(/^("?)(.*?)("?)$/s, '$1${1:$2}$3');

function keyProposal(name: string, { title }: Schema, value: Snippet): Proposal {
  const quoted = JSON.stringify(name);
  return { label: name, kind: CompletionItemKind.Property, insert: quoted + value, filter: quoted, detail: title };
}
