import type { ContainerKind } from './node';
import type { TokenKind } from './token-forms';
import type { Tokenizer } from './tokenizer';
import type { Frame } from './tree-builder';

type Expect = Frame['expect'];

/** Characters that one look ahead reads at most, and all of one text together: so that a text of mistakes costs no more. */
const limits = { one: 1 << 16, all: 1 << 22 };

/** A stretch of text that was read ahead: a change in it may ask for another repair. */
export interface Look {
  readonly from: number;
  readonly to: number;
}

/** True where so much was read ahead that it may have come to its limit: a second reading could see less, or more. */
export function isNearLimit(looks: readonly Look[]): boolean {
  return looks.reduce((sum, { from, to }) => sum + to - from, 0) > limits.all - 2 * limits.one;
}

/** Tells which repair of a bracket leaves the rest of the text in order. */
export class Lookahead {
  readonly looks: Look[] = [];
  private left = limits.all;

  /** What decided about the token in hand, where that stands behind it. */
  sawTo({ broken, offset, end, furthest }: Tokenizer): void {
    if (broken && furthest > end) this.looks.push({ from: offset, to: furthest });
  }

  /**
   * How far the text makes sense from where `tokens` stands.
   * @param open what would be open there, outermost first.
   * @param expect what would be expected inside the innermost.
   * @returns the offset of the first token that does not fit; Infinity where the text ends in order.
   */
  reach(tokens: Tokenizer, open: readonly ContainerKind[], expect: Expect): number {
    const start = tokens.end;
    const limit = start + Math.min(limits.one, this.left);
    const stack = [...open];
    let next: Expect | undefined = expect;
    let kind: TokenKind = 'comment';
    while (next !== undefined && kind !== 'end' && tokens.end < limit) {
      kind = tokens.nextCode(next === 'key');
      if (kind === 'end' && stack.length === 0) return Infinity;
      next = follow(stack, next, kind);
    }
    this.left -= tokens.end - start;
    this.looks.push({ from: start, to: Math.max(tokens.end, tokens.furthest) });
    return next === undefined ? tokens.offset : limit;
  }
}

const openers: Readonly<Partial<Record<TokenKind, ContainerKind>>> = { '{': 'object', '[': 'array' };
const closers: Readonly<Partial<Record<TokenKind, ContainerKind>>> = { '}': 'object', ']': 'array' };
/** For tokens that neither open nor close: what fits where, and what is expected behind it. */
const steps: Readonly<Record<Exclude<Expect, 'next'>, { fits: ReadonlySet<TokenKind>; then: Expect }>> = {
  key: { fits: new Set(['string', 'word']), then: 'colon' },
  colon: { fits: new Set([':']), then: 'value' },
  value: { fits: new Set(['string', 'number', 'true', 'false', 'null', 'word']), then: 'next' },
};

/** What is expected behind a token, or undefined where it does not fit; opens and closes on the stack. */
function follow(stack: ContainerKind[], expect: Expect, kind: TokenKind): Expect | undefined {
  const top = stack.at(-1);
  if (top === undefined) return undefined;
  if (closers[kind] !== undefined) return closes(top, expect, kind) && stack.pop() ? 'next' : undefined;
  const opened = openers[kind];
  if (opened !== undefined && expect === 'value') {
    stack.push(opened);
    return behindComma(opened);
  }
  if (expect === 'next') return kind === ',' ? behindComma(top) : undefined;
  return steps[expect].fits.has(kind) ? steps[expect].then : undefined;
}

const closes = (top: ContainerKind, expect: Expect, kind: TokenKind): boolean =>
  closers[kind] === top && (expect === 'next' || expect === behindComma(top));

/** What is expected behind a comma in a container, and behind its opening bracket. */
export const behindComma = (container: ContainerKind): Expect => (container === 'object' ? 'key' : 'value');
