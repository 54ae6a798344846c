import { parseEnvelope } from '../../../../../server/src/api/index';

const longest = 500_000;
const deepest = 64;

/**
 * An answer's JSON with line ends and indentation; every token, numbers above all, stays as it is written. Text that is long or
 * deeply nested, where indentation would outgrow the content, comes back as it is, and so does what is no JSON object.
 */
export function indentJson(text: string): string {
  if (text.length > longest || !parseEnvelope(text)) return text;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|"/gs) ?? [];
  let depth = 0;
  let result = '';
  for (const [index, token] of tokens.entries()) {
    if (isOpening(token)) depth += 1;
    if (isClosing(token)) depth -= 1;
    if (depth < 0 || depth > deepest) return text;
    result += token + separator(token, tokens[index + 1], depth);
  }
  return `${result}\n`;
}

/** What stands between a token and the next one; `depth` is that after the token. */
function separator(token: string, next: string | undefined, depth: number): string {
  if (next === undefined) return '';
  if (token === ':') return ' ';
  if (isClosing(next)) return isOpening(token) ? '' : lineEnd(depth - 1);
  return token === ',' || isOpening(token) ? lineEnd(depth) : '';
}

function lineEnd(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}

function isOpening(token: string): boolean {
  return token === '{' || token === '[';
}

function isClosing(token: string): boolean {
  return token === '}' || token === ']';
}
