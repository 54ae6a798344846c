import { endOf, type ObjectNode } from '../document/node';
import { colonIn, separatorIn } from './text-style';

/**
 * JSON text of an object laid out as another: the same blanks inside the braces, between members and at the colons.
 * @param members names and JSON texts, in order; at least one.
 */
export function objectLike(text: string, sample: ObjectNode, members: readonly (readonly [string, string])[]): string {
  const first = sample.members[0];
  const last = sample.members.at(-1);
  const colon = colonIn(text, sample);
  const written = members.map(([name, value]) => JSON.stringify(name) + colon + value);
  const lead = first ? blankOr(text.slice(sample.offset + 1, first.offset)) : ' ';
  const tail = last ? blankOr(text.slice(endOf(last), endOf(sample) - 1)) : ' ';
  const separator = /\s/.test(colon) ? separatorIn(text, sample) : separatorIn(text, sample).trimStart();
  return `{${lead}${written.join(`,${separator}`)}${tail}}`;
}

/** What is no blank (a comment) is not copied. */
const blankOr = (between: string): string => (/^\s*$/.test(between) ? between : ' ');
