/** Which of a choice's options to take; by default the first, as the editor shows it. */
export interface ExpandOptions {
  choose?: (options: readonly string[]) => string;
  variables?: Readonly<Record<string, string>>;
}

/**
 * The text that a VS Code snippet inserts when every tab stop keeps its default: nested placeholders, choices, mirrors
 * (a bare `$1` repeats the default given anywhere for 1), variables and the escapes `\$`, `\}` and `\\`.
 * Throws on what would reach the user as garbage: an unclosed `${`, a transform, two defaults for one tab stop, an
 * unknown variable without a default.
 */
export function expandSnippet(body: string | readonly string[], options: ExpandOptions = {}): string {
  const text = typeof body === 'string' ? body : body.join('\n');
  const { parts } = parseParts(text, 0, false);
  const defaults = new Map<string, Part>();
  collectDefaults(parts, defaults);
  return render(parts, { ...options, defaults, open: new Set() });
}

type Part =
  | { kind: 'text'; text: string }
  | { kind: 'mirror'; name: string }
  | { kind: 'placeholder'; name: string; parts: Part[] }
  | { kind: 'choice'; name: string; options: string[] };

interface Read<T> {
  value: T;
  end: number;
}

function parseParts(text: string, start: number, nested: boolean): { parts: Part[]; end: number } {
  const parts: Part[] = [];
  let at = start;
  while (at < text.length) {
    if (nested && text[at] === '}') break;
    const { value, end } = readPart(text, at);
    parts.push(value);
    at = end;
  }
  return { parts, end: at };
}

function readPart(text: string, at: number): Read<Part> {
  const rest = text.slice(at);
  const escaped = /^\\([$}\\])/.exec(rest)?.[1];
  if (escaped !== undefined) return { value: { kind: 'text', text: escaped }, end: at + 2 };
  const bare = /^\$(\d+|[A-Za-z_]\w*)/.exec(rest);
  if (bare?.[1] !== undefined) return { value: { kind: 'mirror', name: bare[1] }, end: at + bare[0].length };
  if (rest.startsWith('${')) return readBraced(text, at);
  return { value: { kind: 'text', text: rest.charAt(0) }, end: at + 1 };
}

function readBraced(text: string, at: number): Read<Part> {
  const opened = /^\$\{(\d+|[A-Za-z_]\w*)([:|}])/.exec(text.slice(at));
  if (opened?.[1] === undefined) throw new Error(`no tab stop, choice or variable: ${text.slice(at)}`);
  const [{ length }, name, mark] = opened;
  if (mark === '}') return { value: { kind: 'mirror', name }, end: at + length };
  if (mark === '|') return readChoice(text, at + length, name);
  const { parts, end } = parseParts(text, at + length, true);
  if (text[end] !== '}') throw new Error(`never closed: ${text.slice(at)}`);
  return { value: { kind: 'placeholder', name, parts }, end: end + 1 };
}

function readChoice(text: string, start: number, name: string): Read<Part> {
  const list = /^((?:\\[,|\\]|[^|\\])*)\|\}/.exec(text.slice(start));
  if (list?.[1] === undefined) throw new Error(`a choice that is never closed: ${text.slice(start)}`);
  const options = (list[1].match(/(?:\\.|[^,\\])+/g) ?? []).map((option) => option.replace(/\\([,|\\])/g, '$1'));
  return { value: { kind: 'choice', name, options }, end: start + list[0].length };
}

function collectDefaults(parts: Part[], defaults: Map<string, Part>): void {
  for (const part of parts) {
    if (part.kind !== 'placeholder' && part.kind !== 'choice') continue;
    if (defaults.has(part.name)) throw new Error(`${part.name} has two defaults`);
    defaults.set(part.name, part);
    if (part.kind === 'placeholder') collectDefaults(part.parts, defaults);
  }
}

interface Context extends ExpandOptions {
  defaults: ReadonlyMap<string, Part>;
  /** The names being rendered: a tab stop inside its own default stays empty. */
  open: ReadonlySet<string>;
}

function render(parts: Part[], context: Context): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : renderNamed(part, context))).join('');
}

function renderNamed(part: Exclude<Part, { kind: 'text' }>, context: Context): string {
  const { name } = part;
  const { defaults, open, variables = {}, choose = ([first = '']: readonly string[]) => first } = context;
  const given = variables[name];
  if (given !== undefined) return given;
  if (open.has(name)) return '';
  const source = defaults.get(name) ?? part;
  if (source.kind === 'choice') return choose(source.options);
  if (source.kind === 'placeholder') return render(source.parts, { ...context, open: new Set([...open, name]) });
  if (/^\d/.test(name)) return '';
  throw new Error(`the variable ${name} has neither a value nor a default`);
}
