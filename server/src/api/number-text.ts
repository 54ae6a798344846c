/**
 * How the number at a path of member names is written in a JSON text, digit for digit, which `JSON.parse` does not tell.
 * The text must be valid JSON. Of repeated names the last one counts, as in `JSON.parse`. Undefined when there is no
 * number at the path. One pass, no recursion.
 */
export function numberTextAt(text: string, path: readonly string[]): string | undefined {
  const open: (string | undefined)[] = [];
  let name: string | undefined;
  let found: string | undefined;
  const tokens = /["{}[\],]|-?\d[-+.\deE]*/g;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const [first] = token;
    if (first === '"') {
      tokens.lastIndex = endOfString(text, token.index);
      if (isFollowedByColon(text, tokens.lastIndex)) name = nameIn(text.slice(token.index, tokens.lastIndex));
      continue;
    }
    if (isNumber(first)) {
      if (open.length === path.length && isSamePath([...open.slice(1), name], path)) found = first;
      continue;
    }
    if (first === '{' || first === '[') open.push(name);
    else if (first !== ',') open.pop();
    name = undefined;
  }
  return found;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function isFollowedByColon(text: string, at: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = at;
  return colon.test(text);
}

/** Escapes are decoded only where they could matter: a name of a path is short. */
function nameIn(quoted: string): string {
  return quoted.length > 200 ? '' : (JSON.parse(quoted) as string);
}

function isNumber(token: string): boolean {
  return token.length > 1 || /\d/.test(token);
}

function isSamePath(names: readonly (string | undefined)[], path: readonly string[]): boolean {
  return names.every((name, index) => name === path[index]);
}
