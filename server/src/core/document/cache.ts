import type { DocumentText } from './document-text';
import { never } from './in-slices';
import { contentOf, type TextDocument } from './text-document';

/** A value of a document's state that is made in slices. */
export interface Making<Value> {
  /** Goes on until it is over. @returns whether the value is complete. */
  readonly go: (isOver: () => boolean) => boolean;
  /** Undefined until it is so far that the value of the next state can be made from it. */
  readonly value: Value | undefined;
}

/**
 * The making for one state of a document. It begins when that of the state before is so far: what was read of a long text
 * is not thrown away at a keystroke. States in between that had not begun are left out.
 */
class Turn<Value> {
  private own: Making<Value> | undefined;
  private before: Turn<Value> | undefined;

  constructor(
    before: Turn<Value> | undefined,
    private readonly begin: (before: Value | undefined) => Making<Value>,
  ) {
    this.before = before?.own ? before : before?.before;
  }

  get value(): Value | undefined {
    return this.own?.value;
  }

  go(isOver: () => boolean): boolean {
    this.own ??= this.begun(isOver);
    return this.own?.go(isOver) ?? false;
  }

  private begun(isOver: () => boolean): Making<Value> | undefined {
    const { before } = this;
    if (before?.value === undefined) before?.go(() => before.value !== undefined || isOver());
    if (before && before.value === undefined) return undefined;
    this.before = undefined;
    return this.begin(before?.value);
  }
}

/**
 * One value per document, made anew when the version changes. Owned by the service, so that two services share nothing.
 * @param begin the making of the document's present state; may use up the value of the state before.
 */
export function createVersionCache<Value>(begin: (document: TextDocument, before: Value | undefined) => Making<Value>) {
  const entries = new Map<string, { version: number; content: DocumentText; turn: Turn<Value> }>();
  const turnOf = (document: TextDocument): Turn<Value> => {
    const known = entries.get(document.uri);
    const { version } = document;
    const content = contentOf(document);
    // A client that re-opens a document may begin again at version 1 with other text.
    if (known?.version === version && isSame(known.content, content)) return known.turn;
    const turn = new Turn<Value>(known?.turn, (before) => begin(document, before));
    entries.set(document.uri, { version, content, turn });
    return turn;
  };
  const go = (document: TextDocument, isOver: () => boolean): boolean => {
    try {
      return turnOf(document).go(isOver);
    } catch (error) {
      // What was left in the middle is of no use.
      entries.delete(document.uri);
      throw error;
    }
  };
  return {
    get(document: TextDocument): Value {
      const turn = turnOf(document);
      go(document, never);
      // A making that is complete has one.
      return turn.value as Value;
    },
    /** Goes on with the value until it is over. @returns whether it is complete. */
    go,
    release(uri: string): void {
      entries.delete(uri);
    },
  };
}

const isSame = (a: DocumentText, b: DocumentText): boolean => a === b || a.toString() === b.toString();
