import { memberOf, type ObjectNode } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { insertMember } from './insert-member';

/** One edit that gives a member this value: replaces the one it has (`null` as a rule), or adds the member. */
export function setMember(text: string, object: ObjectNode, name: string, valueText: string): Edit {
  const value = memberOf(object, name)?.value;
  if (value) return { offset: value.offset, length: value.length, newText: valueText };
  return insertMember(text, object, name, valueText);
}
