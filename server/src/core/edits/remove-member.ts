import { endOf, type Member } from '../document/node';
import type { Edit } from '../document/syntax-problem';

/** One edit that removes a member with the comma that belongs to it, and the line it stood on alone. */
export function removeMember(text: string, member: Member): Edit {
  const { members, commas } = member.parent;
  const index = members.indexOf(member);
  const next = members[index + 1];
  const previous = members[index - 1];
  const commaBehind = commas.find((comma) => comma >= endOf(member) && (!next || comma < next.offset));
  if (next && commaBehind !== undefined) {
    const between = text.slice(commaBehind + 1, next.offset);
    const end = /^\s*$/.test(between) ? next.offset : commaBehind + 1;
    return { offset: member.offset, length: end - member.offset, newText: '' };
  }
  if (previous) return { offset: endOf(previous), length: endOf(member) - endOf(previous), newText: '' };
  const inner = { offset: member.parent.offset + 1, end: endOf(member.parent) - 1 };
  const around = text.slice(inner.offset, member.offset) + text.slice(endOf(member), inner.end);
  if (!/^\s*$/.test(around)) return { offset: member.offset, length: member.length, newText: '' };
  return { offset: inner.offset, length: inner.end - inner.offset, newText: '' };
}
