import { memberOf, siblingsOf, type ObjectNode } from '../document/node';

/** What makes two names the same: blanks at the ends and upper or lower case do not tell them apart (FACTS b.13). */
export function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

/** The keys of the names that an object's neighbours in its list carry; empty for an object that is in no list. */
export function neighbourNames(object: ObjectNode): ReadonlySet<string> {
  const neighbours = siblingsOf(object).filter((item) => item !== object);
  return new Set(
    neighbours.flatMap((item) => {
      const name = item.kind === 'object' ? memberOf(item, 'name')?.value : undefined;
      return name?.kind === 'string' ? [nameKey(name.value)] : [];
    }),
  );
}
