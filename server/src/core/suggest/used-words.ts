import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { endOf, memberOf, type ObjectNode } from '../document/node';

/** What definitions name that only the organisation knows: JSON texts, by what they name. */
export type UsedWords = Readonly<Record<'event' | 'field' | 'currency' | 'program', readonly string[]>>;

/** What one definition names in its targets. */
export function usedWords({ root, text }: Model): UsedWords {
  const list = root?.kind === 'object' ? memberOf(root, field.targets)?.value : undefined;
  const targets = list?.kind === 'array' ? list.items : [];
  const said = (name: string, inside?: string) =>
    targets.flatMap((target) => {
      const outer = target.kind === 'object' && inside !== undefined ? memberOf(target, inside)?.value : target;
      return outer?.kind === 'object' ? wordIn(outer, name, text) : [];
    });
  return {
    event: said(field.eventName),
    field: said(field.name, field.extendedFieldInfo),
    currency: said(field.alternateCurrencyIdentifier, field.extendedFieldInfo),
    program: said(field.programId, field.extendedFieldInfo),
  };
}

function wordIn(object: ObjectNode, name: string, text: string): string[] {
  const node = memberOf(object, name)?.value;
  const isWord = node?.kind === 'number' || (node?.kind === 'string' && node.value.trim() !== '');
  return isWord && !node.broken ? [text.slice(node.offset, endOf(node))] : [];
}
