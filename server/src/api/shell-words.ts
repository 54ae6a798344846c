/** What a shell would make of a command, as far as it is plain: its words, and what it would give as standard input. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** The text of a here-document; undefined where there is none. */
  readonly input?: string;
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * The first command of a text, its quotes and continued lines resolved as POSIX shells and bash (`$'…'`), PowerShell
 * (a backtick at the end of a line) and cmd (`^`) do. Text alone: nothing is run, looked up or expanded.
 * @returns undefined where a quote is not closed.
 */
export function readShellCommand(text: string): ShellCommand | undefined {
  const isCmd = /^[^'"]*\^["\r\n]/.test(text);
  const source = isCmd ? text.replace(/\^(?:\r?\n|([^]))/g, '$1') : text;
  return new WordReader(source.replaceAll('\r\n', '\n')).read();
}

class WordReader {
  private at = 0;
  private readonly words: string[] = [];
  private word: string | undefined;
  private input: string | undefined;
  private hasLooked = false;

  constructor(private readonly text: string) {}

  read(): ShellCommand | undefined {
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      if (char === '\n' || char === ';' || char === '|' || char === '&') break;
      if (char === '<' && this.readHereDocument()) continue;
      if (!this.readPiece(char)) return undefined;
    }
    this.endWord();
    const { words, input } = this;
    return { words, ...(input === undefined ? undefined : { input }) };
  }

  /** One blank, quoted piece or plain character; false where a quote is not closed. */
  private readPiece(char: string): boolean {
    const next = this.text.charAt(this.at + 1);
    const isContinued = (char === '\\' || char === '`') && next === '\n';
    if (isContinued || /\s/.test(char)) {
      this.endWord();
      this.at += isContinued ? 2 : 1;
      return true;
    }
    return this.add(this.pieceAt(char, next));
  }

  private pieceAt(char: string, next: string): Piece | undefined {
    if (char === "'") return this.upTo("'", this.at + 1);
    if (char === '"') return this.quoted(this.at + 1, '"', escapeInDoubleQuotes);
    if (char === '$' && next === "'") return this.quoted(this.at + 2, "'", escapeInAnsiQuotes);
    if (char === '\\' && next !== '') return { text: next, end: this.at + 2 };
    return { text: char, end: this.at + 1 };
  }

  private add(piece: Piece | undefined): boolean {
    if (!piece) return false;
    this.word = (this.word ?? '') + piece.text;
    this.at = piece.end;
    return true;
  }

  private endWord(): void {
    if (this.word !== undefined) this.words.push(this.word);
    this.word = undefined;
  }

  private upTo(quote: string, start: number): Piece | undefined {
    const end = this.text.indexOf(quote, start);
    return end < 0 ? undefined : { text: this.text.slice(start, end), end: end + 1 };
  }

  private quoted(start: number, quote: string, escapeIn: (rest: string) => Escape | undefined): Piece | undefined {
    let text = '';
    for (let at = start; at < this.text.length;) {
      const char = this.text.charAt(at);
      if (char === quote) return { text, end: at + 1 };
      const escape = char === '\\' ? escapeIn(this.text.slice(at, at + 10)) : undefined;
      text += escape?.text ?? char;
      at += escape?.length ?? 1;
    }
    return undefined;
  }

  /** `<<EOF`, its lines up to that word; the rest of its own line is still part of the command. The first one counts. */
  private readHereDocument(): boolean {
    if (this.hasLooked) return false;
    this.hasLooked = true;
    const opened = /^<<-?[ \t]*(['"]?)([\w.-]{1,60})\1/.exec(this.text.slice(this.at, this.at + 80));
    const lineEnd = this.text.indexOf('\n', this.at);
    const [start, , name = ''] = opened ?? [];
    if (start === undefined || lineEnd < 0) return false;
    const lines = this.text.slice(lineEnd + 1).split('\n');
    const last = lines.findIndex((line) => line.trim() === name);
    if (last < 0) return false;
    this.input = lines.slice(0, last).join('\n');
    this.endWord();
    this.at += start.length;
    return true;
  }
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

interface Escape {
  readonly text: string;
  readonly length: number;
}

function escapeInDoubleQuotes(rest: string): Escape | undefined {
  const next = rest.charAt(1);
  if (next === '\n') return { text: '', length: 2 };
  return next !== '' && '"\\$`'.includes(next) ? { text: next, length: 2 } : undefined;
}

function escapeInAnsiQuotes(rest: string): Escape | undefined {
  const hex = /^\\(?:x[0-9a-f]{1,2}|u[0-9a-f]{1,4}|U[0-9a-f]{1,8})/i.exec(rest)?.[0];
  if (hex !== undefined) return { text: fromCode(parseInt(hex.slice(2), 16)), length: hex.length };
  const octal = /^\\[0-7]{1,3}/.exec(rest)?.[0];
  if (octal !== undefined) return { text: fromCode(parseInt(octal.slice(1), 8)), length: octal.length };
  const letter = rest.charAt(1);
  return letter === '' ? undefined : { text: escapes[letter] ?? letter, length: 2 };
}

const fromCode = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
