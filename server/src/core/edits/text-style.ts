import { containerOf, endOf, type ArrayNode, type Member, type ObjectNode } from '../document/node';

/** How a file is written, so that an edit looks as if its author had typed it. */
export interface TextStyle {
  readonly lineEnd: string;
  /** One step of indentation. */
  readonly indent: string;
}

/** Line end and indentation of the first lines that show one; `\n` and two blanks for a text that shows none. */
export function textStyle(text: string): TextStyle {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const indent = /[\r\n]([ \t]+)[^\s]/.exec(text)?.[1] ?? '  ';
  return { lineEnd, indent: indent.startsWith('\t') ? '\t' : indent };
}

/** The blanks at the beginning of the line that holds this offset. */
export function indentAt(text: string, offset: number): string {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

const isBlank = (text: string): boolean => /^\s*$/.test(text);

/** What stands between one child of a container and the next: a line break and indentation, or a blank. */
export function separatorIn(text: string, container: ObjectNode | ArrayNode): string {
  const children: readonly { offset: number }[] = container.kind === 'object' ? container.members : container.items;
  const first = children[0];
  const second = children[1];
  const comma = container.commas[0];
  if (second && comma !== undefined && isBlank(text.slice(comma + 1, second.offset)))
    return text.slice(comma + 1, second.offset);
  const lead = first && text.slice(container.offset + 1, first.offset);
  if (first && lead !== undefined && isBlank(lead) && /[\r\n]/.test(lead)) return lead;
  return ' ';
}

/** What stands between key and value, colon included: as in this object, or in the nearest around it. */
export function colonIn(text: string, container: ObjectNode | ArrayNode): string {
  for (let at: ObjectNode | ArrayNode | undefined = container; at; at = containerOf(at)) {
    const between = at.kind === 'object' ? firstColon(text, at) : undefined;
    if (between !== undefined) return between;
  }
  return ': ';
}

function firstColon(text: string, object: ObjectNode): string | undefined {
  const member: Member | undefined = object.members.find(({ value }) => value !== undefined);
  const between = member?.value && text.slice(endOf(member.key), member.value.offset);
  return between !== undefined && /^\s*:[ \t]*$/.test(between) ? between : undefined;
}
