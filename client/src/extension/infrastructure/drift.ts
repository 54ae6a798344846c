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
    forgetBefore: (version) => {
      steps = steps.filter((step) => step.version > version);
    },
  };
}

/** Where a range is after an edit; what was typed over shrinks to its start. */
export function movedRange({ start, end }: Span, edit: Edit): Span {
  return { start: shift(start, edit), end: shift(end, edit) };
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
