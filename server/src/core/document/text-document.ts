import type { Position, Range } from 'vscode-languageserver-types';
import { DocumentText } from './document-text';

/** A document as the LSP has it: positions are zero-based lines and UTF-16 characters. */
export interface TextDocument {
  readonly uri: string;
  readonly version: number;
  getText(range?: Range): string;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** One change of a document as the LSP tells it; the whole text where it has no range. */
export interface TextChange {
  readonly range?: Range;
  readonly text: string;
}

/** A document of a text that an edit does not copy. */
class OpenDocument implements TextDocument {
  constructor(
    readonly uri: string,
    readonly version: number,
    readonly content: DocumentText,
  ) {}

  getText(range?: Range): string {
    return range ? this.content.slice(...this.between(range)) : this.content.toString();
  }

  positionAt(offset: number): Position {
    return this.content.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.content.offsetAt(position);
  }

  /** The ordered offsets of a range, whichever of its ends comes first. */
  private between({ start, end }: Range): [from: number, to: number] {
    const [from, to] = [this.offsetAt(start), this.offsetAt(end)];
    return from <= to ? [from, to] : [to, from];
  }

  changed({ range, text }: TextChange, version: number): OpenDocument {
    const content = range ? this.content.replaced(...this.between(range), text) : DocumentText.of(text);
    return new OpenDocument(this.uri, version, content);
  }
}

/** A document as a client opens it; whatever its language is called, it is a definition. */
export function openDocument(uri: string, _languageId: string, version: number, text: string): TextDocument {
  return new OpenDocument(uri, version, DocumentText.of(text));
}

/** The document after changes that were made one after the other; the one before stays as it is. */
export function changedDocument(document: TextDocument, changes: readonly TextChange[], version: number): TextDocument {
  const before = new OpenDocument(document.uri, version, contentOf(document));
  return changes.reduce<OpenDocument>((changed, change) => changed.changed(change, version), before);
}

/** The text of a document: of one that was opened here the same one for the same version. */
export const contentOf = (document: TextDocument): DocumentText =>
  document instanceof OpenDocument ? document.content : DocumentText.of(document.getText());
