import { visit } from 'jsonc-parser';

export interface Token {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'string' | 'other';
}

/** The tokens of a JSON text as another reader sees them, in order: no blanks, line breaks or comments. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const add = (offset: number, length: number) => {
    const end = offset + length;
    tokens.push({ offset, end, text: text.slice(offset, end), kind: text[offset] === '"' ? 'string' : 'other' });
  };
  visit(text, {
    onObjectBegin: add,
    onObjectProperty: (_name, offset, length) => {
      add(offset, length);
    },
    onObjectEnd: add,
    onArrayBegin: add,
    onArrayEnd: add,
    onLiteralValue: (_value, offset, length) => {
      add(offset, length);
    },
    onSeparator: (_mark, offset, length) => {
      add(offset, length);
    },
  });
  return tokens;
}
