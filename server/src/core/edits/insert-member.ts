import { endOf, type ObjectNode } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { colonIn, indentAt, separatorIn, textStyle } from './text-style';

/**
 * One edit that adds a member: behind the last plain value (texts and numbers stay together, in front of the long
 * arrays), or first where there is none. Works on broken text as well as on whole.
 * @param valueText the value as JSON text.
 */
export function insertMember(text: string, object: ObjectNode, name: string, valueText: string): Edit {
  const member = JSON.stringify(name) + colonIn(text, object) + valueText;
  const first = object.members[0];
  if (!first) return insertOnlyMember(text, object, member);
  const separator = separatorIn(text, object);
  const plain = object.members.findLast(({ value }) => value && value.kind !== 'object' && value.kind !== 'array');
  if (plain) return { offset: endOf(plain), length: 0, newText: `,${separator}${member}` };
  return { offset: first.offset, length: 0, newText: `${member},${separator}` };
}

function insertOnlyMember(text: string, object: ObjectNode, member: string): Edit {
  const { lineEnd, indent } = textStyle(text);
  const outer = indentAt(text, object.offset);
  const inner = text.slice(object.offset + 1, endOf(object) - 1);
  const isOneLine = !/[\r\n]/.test(text.trim());
  const newText = isOneLine ? ` ${member} ` : `${lineEnd}${outer}${indent}${member}${lineEnd}${outer}`;
  const isEmpty = /^\s*$/.test(inner);
  return { offset: object.offset + 1, length: isEmpty ? Math.max(0, inner.length) : 0, newText };
}
