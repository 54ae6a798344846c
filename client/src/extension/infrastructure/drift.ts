interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** One replacement in a text, as VS Code tells it: `range` is of the text before. */
export interface Edit {
  readonly range: Span;
  readonly text: string;
}

/** Where places of an earlier version of a text are by now. Positions are zero-based, characters UTF-16 units. */
export interface Drift {
  /** Takes the edits that led to a version, in VS Code's order: each can be applied without regard to those after it. */
  record(version: number, edits: readonly Edit[]): void;
  /** Where the range of that version is now; what was typed over shrinks to its start. */
  now(range: Span, version: number): Span;
  /** Where that place of the newest version was in an earlier one; what has been typed since then is where it was typed. */
  before(place: Position, version: number): Position;
  /** The versions count from 1 again. */
  forget(): void;
  /** Versions before this one will not be asked for any more. */
  forgetBefore(version: number): void;
}

export function createDrift(): Drift {
  let steps: { readonly version: number; readonly edits: readonly Edit[] }[] = [];
  return {
    record: (version, edits) => {
      steps.push({ version, edits });
    },
    now: (range, version) => {
      const since = steps.filter((step) => step.version > version).flatMap(({ edits }) => edits);
      return since.reduce<Span>(movedRange, range);
    },
    before: (place, version) => {
      const since = steps.filter((step) => step.version > version).flatMap(({ edits }) => edits);
      return since.reduceRight((at, edit) => shift(at, inverse(edit)), place);
    },
    forget: () => {
      steps = [];
    },
    forgetBefore: (version) => {
      steps = steps.filter((step) => step.version > version);
    },
  };
}

/** Where a range is after an edit; what was typed over shrinks to its start. */
export function movedRange({ start, end }: Span, edit: Edit): Span {
  return { start: shift(start, edit), end: shift(end, edit) };
}

/** The edit that takes one back, but for the letters that it brings back: blanks are as wide. */
function inverse({ range: { start, end }, text }: Edit): Edit {
  const lines = text.split(/\r\n|\r|\n/);
  const inserted = lines.at(-1)?.length ?? 0;
  const line = start.line + lines.length - 1;
  const character = lines.length === 1 ? start.character + inserted : inserted;
  const gone = end.line === start.line ? end.character - start.character : end.character;
  return {
    range: { start, end: { line, character } },
    text: '\n'.repeat(end.line - start.line) + ' '.repeat(gone),
  };
}

function shift(place: Position, { range, text }: Edit): Position {
  if (isBefore(place, range.start)) return place;
  if (isBefore(place, range.end)) return range.start;
  const lines = text.split(/\r\n|\r|\n/);
  const inserted = lines.at(-1)?.length ?? 0;
  const line = place.line - (range.end.line - range.start.line) + lines.length - 1;
  if (place.line > range.end.line) return { line, character: place.character };
  const before = lines.length === 1 ? range.start.character : 0;
  return { line, character: before + inserted + place.character - range.end.character };
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
