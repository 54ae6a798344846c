import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './repository';

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** What an editor that closes brackets and quotes has put behind the typed text. */
export function closing(typed: string): string {
  const open: string[] = [];
  let isText = false;
  for (const [mark] of typed.matchAll(/\\.|["{}[\]]/g)) {
    if (mark === '"') isText = !isText;
    else if (!isText && closers[mark] !== undefined) open.unshift(closers[mark]);
    else if (!isText && mark.length === 1) open.shift();
  }
  return (isText ? '"' : '') + open.join('');
}

/** An example, and by offset what an author expects to be suggested there; undefined for one without marks (`¦expected¦`). */
export function markedPlaces(
  name: string,
): { readonly text: string; readonly places: ReadonlyMap<number, string> } | undefined {
  const file = path.join(root, `test/fixtures/typing/${name}.txt`);
  if (!existsSync(file)) return undefined;
  const parts = readFileSync(file, 'utf8').split('¦');
  const places = new Map<number, string>();
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) places.set(text.length, part);
    text += part;
  }
  assert.ok(parts.length % 2 === 1, 'a mark is never closed');
  return { text, places };
}
