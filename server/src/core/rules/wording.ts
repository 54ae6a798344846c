import type { Node } from '../document/node';

/** A text as a message shows it: quoted, on one line, at most 40 UTF-16 units of it. */
export function quoted(text: string): string {
  const line = text.replace(/\s/g, ' ');
  return line.length > 40 ? `"${line.slice(0, 39).replace(/[\uD800-\uDBFF]$/, '')}…"` : `"${line}"`;
}

/** Digits as a message shows them: at most 40 of them. */
export function clipped(digits: string): string {
  return digits.length > 40 ? `${digits.slice(0, 39)}…` : digits;
}

/** A value as a message names it: `the text "4"`, `the number 4`, `an object`. */
export function described(node: Node): string {
  switch (node.kind) {
    case 'object':
      return 'an object';
    case 'array':
      return 'an array';
    case 'string':
      return `the text ${quoted(node.value)}`;
    case 'number':
      return `the number ${clipped(node.text)}`;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** `1 period`, `4 periods`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
