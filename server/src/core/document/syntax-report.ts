import { endOf, type ArrayNode, type Key, type Node, type ObjectNode, type Place } from './node';
import { lexicalProblem, shown } from './syntax-messages';
import type { SyntaxFix, SyntaxProblem } from './syntax-problem';
import type { TextWindow } from './text-window';
import type { LexicalProblem } from './tokenizer';

type Container = ObjectNode | ArrayNode;

export const closerOf = (container: Container): string => (container.kind === 'object' ? '}' : ']');

const insertAt = (title: string, offset: number, newText: string): SyntaxFix => ({
  title,
  edits: [{ offset, length: 0, newText }],
});

const removal = (title: string, place: Place): SyntaxFix => ({ title, edits: [{ ...place, newText: '' }] });

/** Collects what the parser finds wrong, in the author's words: one problem per place, with its repair. */
export class SyntaxReport {
  readonly problems: SyntaxProblem[] = [];
  /** True from a problem until the text makes sense again, so that one mistake is one problem. */
  isLost = false;

  constructor(private readonly text: TextWindow) {}

  shown(place: Place): string {
    return shown(this.text, place);
  }

  fail(place: Place, message: string, fix?: SyntaxFix, related?: SyntaxProblem['related']): void {
    if (this.isLost) return;
    this.isLost = true;
    this.add('json-syntax', place, message, fix, related);
  }

  lexical(problem: LexicalProblem): void {
    const { message, fix } = lexicalProblem(problem, this.text);
    this.fail(problem, message, fix);
    // A blank of the wrong kind hides nothing: what follows is read as if it were right.
    if (problem.kind === 'foreign-blank') this.isLost = false;
  }

  comment(place: Place): void {
    const message = 'Comments are not allowed: the API reads strict JSON.';
    this.add('json-comment', place, message, removal('Remove the comment', place));
  }

  trailingComma(offset: number, container: Container): void {
    if (this.isLost) return;
    const place = { offset, length: 1 };
    const message = `A comma stands in front of "${closerOf(container)}": the API reads strict JSON, which has no trailing commas.`;
    this.add('json-trailing-comma', place, message, removal('Remove the trailing comma', place));
  }

  /** @returns the key's name without the marks around it. */
  unquotedKey(place: Place): string {
    const word = this.text.slice(place.offset, endOf(place)).replace(/^'|['"]$/g, '');
    const fix = { title: 'Put the key in double quotes', edits: [{ ...place, newText: JSON.stringify(word) }] };
    this.fail(place, `The key ${word.slice(0, 40)} has no double quotes around it.`, fix);
    return word;
  }

  missingValue(key: Key): void {
    this.fail(key, `The key ${this.shown(key)} has no value.`);
  }

  missingColon(place: Place, key: Place): void {
    const fix = insertAt('Insert the colon', endOf(key), ':');
    this.fail(place, `A colon is missing between the key and ${this.shown(place)}.`, fix);
  }

  /** @param place a mark that stands where the colon belongs: `=`, `;`. */
  mistypedColon(place: Place): void {
    const fix = { title: 'Replace with a colon', edits: [{ ...place, newText: ':' }] };
    this.fail(place, `${this.shown(place)} stands where a colon is expected.`, fix);
  }

  /** @param isNeeded false where the comma would be one too many too. */
  mistypedComma(place: Place, isNeeded: boolean): void {
    const replaced = { title: 'Replace with a comma', edits: [{ ...place, newText: ',' }] };
    const fix = isNeeded ? replaced : removal('Remove it', place);
    this.fail(place, `${this.shown(place)} stands where a comma or a closing bracket is expected.`, fix);
  }

  surplusColon(place: Place): void {
    this.fail(place, 'This colon is one too many.', removal('Remove the colon', place));
  }

  surplusComma(place: Place, what: 'member' | 'value'): void {
    this.fail(place, `There is no ${what} in front of this comma.`, removal('Remove the comma', place));
  }

  missingComma(place: Place, last: Place): void {
    const fix = insertAt('Insert the missing comma', endOf(last), ',');
    this.fail(place, `A comma is missing in front of ${this.shown(place)}.`, fix);
  }

  /**
   * @param place what the bracket is missing in front of.
   * @param end where it would be inserted: behind the last child.
   * @param comma what else is missing there.
   */
  unclosed(container: Container, place: Place, end: number, comma: '' | ',' = ''): void {
    const closer = closerOf(container);
    const message = `The ${container.kind} is not closed: "${closer}" is missing in front of ${this.shown(place)}.`;
    this.fail(place, message, insertAt(`Insert "${closer}"`, end, closer + comma), beginsHere(container));
  }

  missingOpener(bracket: '{' | '[', place: Place): void {
    const fix = insertAt(`Insert "${bracket}"`, place.offset, bracket);
    this.fail(place, `"${bracket}" is missing in front of ${this.shown(place)}.`, fix);
  }

  surplusBracket(place: Place): void {
    this.fail(place, `${this.shown(place)} is one too many here.`, removal('Remove the bracket', place));
  }

  mistypedCloser(container: Container, place: Place): void {
    const closer = closerOf(container);
    const fix = { title: `Replace with "${closer}"`, edits: [{ ...place, newText: closer }] };
    this.fail(place, `${this.shown(place)} stands where the ${container.kind} is closed by "${closer}".`, fix);
  }

  /** @param open everything that is open, outermost first. */
  unclosedAtEnd(open: readonly Container[], last: Place, isMendedByClosers: boolean): void {
    const innermost = open.at(-1);
    if (!innermost) return;
    const closers = open.map(closerOf).reverse().join('');
    const few = closers.length > 20 ? `${closers.slice(0, 20)}…` : closers;
    const count = closers.length === 1 ? 'one bracket is' : `${closers.length} brackets are`;
    const fix = isMendedByClosers ? insertAt(`Insert ${few}`, endOf(last), closers) : undefined;
    this.fail(last, `The text ends while ${count} still open: ${few} is missing.`, fix, beginsHere(innermost));
  }

  /** Everything from this offset on stands behind the end of the root value. */
  rest(offset: number): void {
    const rest = this.text.slice(offset).trimEnd();
    const place = { offset, length: rest.length };
    const fix = /^[\]},;\s]*$/.test(rest) ? removal('Remove it', place) : undefined;
    this.fail(place, `${this.shown(place)} stands behind the end of the JSON; nothing may follow it.`, fix);
  }

  noValue(start: number): void {
    const what = this.problems.length === 0 ? 'is empty' : 'holds no value';
    this.fail({ offset: start, length: 0 }, `The file ${what}; a target group definition is expected.`);
  }

  private add(
    code: SyntaxProblem['code'],
    { offset, length }: Place,
    message: string,
    fix?: SyntaxFix,
    related?: SyntaxProblem['related'],
  ): void {
    this.problems.push({
      code,
      offset,
      length,
      message,
      ...(fix ? { fix } : undefined),
      ...(related ? { related } : undefined),
    });
  }
}

function beginsHere(container: Node): NonNullable<SyntaxProblem['related']> {
  return { place: { offset: container.offset, length: 1 }, message: `The ${container.kind} begins here.` };
}
