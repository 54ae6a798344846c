import { type Json, NumberText } from './json-value';

const deepest = 512;
const mostValues = 500_000;

/**
 * Reads strict JSON and keeps the text of every number. The last of several equal keys wins. Undefined for anything
 * else, and for a text that nests over 512 deep or holds over half a million values: no definition comes near.
 */
export function readJson(text: string): Json | undefined {
  if (!isWithinLimits(text) || !isStrictJson(text)) return undefined;
  return new Scanner(text).value();
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isWithinLimits(text: string): boolean {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === ',') values++;
    else if (character === '[' || character === '{') {
      values++;
      depth++;
    } else if (character === ']' || character === '}') depth--;
    if (depth > deepest || values > mostValues) return false;
  }
  return true;
}

/** The index of the closing quote of the string that opens at `start`; the length of the text when there is none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '"') return at;
    if (character === '\\') at++;
  }
  return text.length;
}

/** Walks a text that is known to be strict JSON within the limits: it therefore checks nothing again. */
class Scanner {
  private at = 0;

  constructor(private readonly text: string) {}

  value(): Json {
    switch (this.skipSpace() ?? '') {
      case '{':
        return this.object();
      case '[':
        return this.list();
      case '"':
        return this.string();
      case 't':
        this.at += 4;
        return true;
      case 'f':
        this.at += 5;
        return false;
      case 'n':
        this.at += 4;
        return null;
      default:
        return this.number();
    }
  }

  private object(): Json {
    const members = new Map<string, Json>();
    this.at++;
    while (this.skipSpace() !== '}') {
      if (this.skipSpace() === ',') this.at++;
      this.skipSpace();
      const key = this.string();
      this.skipSpace();
      this.at++;
      members.set(key, this.value());
    }
    this.at++;
    return members;
  }

  private list(): Json {
    const items: Json[] = [];
    this.at++;
    while (this.skipSpace() !== ']') {
      if (this.skipSpace() === ',') this.at++;
      items.push(this.value());
    }
    this.at++;
    return items;
  }

  private string(): string {
    const start = this.at;
    this.at = endOfString(this.text, start) + 1;
    return String(JSON.parse(this.text.slice(start, this.at)));
  }

  private number(): NumberText {
    const pattern = /[-+.\deE]+/y;
    pattern.lastIndex = this.at;
    const text = pattern.exec(this.text)?.[0] ?? '';
    this.at += text.length;
    return new NumberText(text);
  }

  private skipSpace(): string | undefined {
    while (' \t\r\n'.includes(this.text[this.at] ?? '.')) this.at++;
    return this.text[this.at];
  }
}
