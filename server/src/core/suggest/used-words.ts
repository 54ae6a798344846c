import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { endOf, memberOf, type Node } from '../document/node';
import { memberSchema, schemaOf, takes } from '../schema/schema';

/** What definitions name that only the organisation knows: JSON texts, by what they name. */
export type UsedWords = Readonly<Record<'event' | 'field' | 'currency' | 'program' | 'zone', readonly string[]>>;

/** What one definition names. */
export function usedWords({ root, text }: Model): UsedWords {
  const list = root?.kind === 'object' ? memberOf(root, field.targets)?.value : undefined;
  const targets = list?.kind === 'array' ? list.items : [];
  const said = (name: string, inside?: string) =>
    targets.flatMap((target) => {
      const outer = target.kind === 'object' && inside !== undefined ? memberOf(target, inside)?.value : target;
      return outer ? wordIn(outer, name, text) : [];
    });
  return {
    event: said(field.eventName),
    field: said(field.name, field.extendedFieldInfo),
    currency: said(field.alternateCurrencyIdentifier, field.extendedFieldInfo),
    zone: root ? wordIn(root, field.timeZoneName, text) : [],
    program: said(field.programId, field.extendedFieldInfo),
  };
}

/** The JSON text of a member of its type, where that is a number or no blank. */
function wordIn(object: Node, name: string, text: string): string[] {
  const node = object.kind === 'object' ? memberOf(object, name)?.value : undefined;
  const isWord = node?.kind === 'number' || (node?.kind === 'string' && node.value.trim() !== '');
  if (!isWord || node.broken) return [];
  return takes(memberSchema(schemaOf(object), name) ?? {}, node) ? [text.slice(node.offset, endOf(node))] : [];
}
