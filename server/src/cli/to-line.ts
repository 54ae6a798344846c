import { toPrintable } from '../api/printable';

/**
 * Text from outside, fit for a line of output that a terminal shows and a build reads: as `toPrintable`, and nothing in
 * it is an order to a build either. GitHub takes `::` at the beginning of a line and `##[` anywhere for one, Azure
 * Pipelines and TeamCity `##` and a word in front of the bracket.
 * @param longest UTF-16 units; what is longer is cut.
 */
export function toLine(text: string, longest = 2000): string {
  return toPrintable(text, longest)
    .replace(/^( *):(?=:)/, '$1\\u{3a}')
    .replace(/#(?=#\w*\[)/g, '\\u{23}');
}
