import { endOf, type Member, type ObjectNode } from '../document/node';
import type { Edit } from '../document/syntax-problem';

/** One edit that removes a member with the comma that belongs to it, and the line it stood on alone. */
export function removeMember(text: string, member: Member): Edit {
  const { parent } = member;
  const index = parent.members.indexOf(member);
  return removeRun(text, parent, index, index);
}

/** Edits, in order, that remove these members of one object, neighbours by one edit. */
export function removeMembers(text: string, object: ObjectNode, members: ReadonlySet<Member>): Edit[] {
  const edits: Edit[] = [];
  for (let first = 0; first < object.members.length; first++) {
    let last = first - 1;
    for (let next = object.members[first]; next && members.has(next); next = object.members[last + 1]) last++;
    if (last < first) continue;
    edits.push(removeRun(text, object, first, last));
    first = last;
  }
  return edits;
}

/** Edits, in order, that remove every member with this key: to remove only the last would bring the one before it to life. */
export function removeKey(text: string, object: ObjectNode, key: string): Edit[] {
  return removeMembers(text, object, new Set(object.members.filter((member) => member.key.value === key)));
}

const isBlank = (text: string): boolean => /^\s*$/.test(text);

/** Removes the members from one position to another, both included. */
function removeRun(text: string, object: ObjectNode, first: number, last: number): Edit {
  const { members, commas } = object;
  const start = members[first]?.offset ?? object.offset + 1;
  const end = behind(members[last]) ?? endOf(object);
  const previous = members[first - 1];
  const next = members[last + 1];
  const comma = next && commas.find((offset) => offset >= end && offset < next.offset);
  if (next && comma !== undefined) {
    const isAlone = isBlank(text.slice(comma + 1, next.offset));
    return replaced(start, isAlone ? next.offset : comma + 1);
  }
  if (previous) return replaced(endOf(previous), end);
  const inside = { offset: object.offset + 1, end: endOf(object) - 1 };
  const isOnly = !next && isBlank(text.slice(inside.offset, start) + text.slice(end, inside.end));
  return isOnly ? replaced(inside.offset, inside.end) : replaced(start, end);
}

/** A member without a value ends behind its colon. */
const behind = (member: Member | undefined): number | undefined =>
  member && Math.max(endOf(member), member.value ? 0 : (member.colon ?? 0) + 1);

const replaced = (offset: number, end: number): Edit => ({ offset, length: end - offset, newText: '' });
