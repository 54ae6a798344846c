import type { Definition } from './definitions';

/** A key that is pressed and taken back: what it types, and where; zero-based lines, UTF-16 characters. */
export interface Key {
  readonly name: string;
  readonly line: number;
  readonly start: number;
  /** What is there before, and what the key makes of it. */
  readonly before: string;
  readonly after: string;
  /** Where every contestant has to find something after the key; left out where they may differ. */
  readonly wrong?: 'line' | 'text' | 'nothing';
}

/** One key of every kind, in the middle of what the definition has most of. */
export function keysOf({ text, periods }: Definition): readonly Key[] {
  const lines = text.split('\n');
  const lineOf = (needle: string, from: number) =>
    lines.findIndex((line, index) => index >= from && line.includes(needle));
  const middle = lineOf(`"Cycle_${Math.ceil(periods / 2)}"`, 0);
  const key = (
    name: string,
    line: number,
    at: string,
    [before, after]: readonly [string, string],
    wrong?: Key['wrong'],
  ): Key => {
    const start = (lines[line] ?? '').indexOf(at) + at.length;
    return { name, line, start, before, after, ...(wrong && { wrong }) };
  };
  const third = lineOf('"Items"', middle);
  const value = third + 9 + 3 * Math.floor(periods / 2) + 1;
  return [
    key(
      'a letter of an accepted value, valid to invalid and back',
      lineOf('"targetEntity"', third),
      'TRANSACTIO',
      ['N', 'X'],
      'line',
    ),
    key(
      'in the middle of a number',
      value,
      /"defaultValue": \d/.exec(lines[value] ?? '')?.[0] ?? '',
      ['', '1'],
      'nothing',
    ),
    key('in the middle of a text', lineOf('"description"', middle), 'spring ', ['', 'x'], 'nothing'),
    key('a digit of a date', lineOf('"endDate"', middle), '"endDate": "', ['2', '1']),
    key('a bracket typed and removed', lineOf('"active"', middle), '', ['', '{'], 'text'),
  ];
}
