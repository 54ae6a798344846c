import { l10n, Position, Range, type TextDocument, type Uri, workspace, WorkspaceEdit } from 'vscode';
import type { Change } from '../../../../../server/src/json-string/change';
import { isJsonString } from '../../../../../server/src/json-string/edit-literal';
import type { FindExpressions } from './find-expressions';
import { type DocumentChange, movedPlace, type TextPlace } from './moved-place';
import { settleStep } from './settle-step';
import { literalChange, sideTextOf, withPlainLineBreaks } from './side-text';
import type { SideSubject } from './side-uri';

export interface SideParts {
  readonly find: FindExpressions;
  /** Called when `reason` has become another one. */
  readonly onDidChangeReason: (uri: Uri) => void;
}

const mostSteps = 100;

/** One expression in an editor of its own, and the definition that it is part of. */
export class SideEditor {
  /** Where the expression stands in the definition; undefined where that is not known. */
  private place: TextPlace | undefined;
  /** The text that both were known to have last. */
  private agreed: string | undefined;
  private why: string | undefined;
  private hasEnded = false;
  /** True once the author has asked for the expression again, whatever it is now. */
  private isAnyRight = false;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    readonly uri: Uri,
    readonly subject: SideSubject,
    private readonly parts: SideParts,
  ) {}

  /** Why it cannot be edited, as a whole sentence; undefined while it can. */
  get reason(): string | undefined {
    return this.why;
  }

  /** The text to show, once it is known. */
  async text(): Promise<string> {
    if (this.agreed === undefined) await this.settle();
    const shown = documentAt(this.uri);
    return this.why !== undefined && shown ? shown.getText() : (this.agreed ?? '');
  }

  /** One of the two texts is another one now. Resolves when both say the same; rejects when one cannot be changed. */
  settle(): Promise<void> {
    const settled = this.turn.then(() => this.settleNow());
    // Whoever asked is told of a failure; the next one starts afresh.
    this.turn = Promise.allSettled([settled]);
    return settled;
  }

  definitionChanged(changes: readonly DocumentChange[]): Promise<void> {
    this.place = this.place && movedPlace(this.place, changes);
    return this.settle();
  }

  /** The document of the definition is another one when it is opened again: where the expression is has to be found. */
  definitionClosed(): void {
    this.place = undefined;
  }

  /** Shows what the definition says now, whatever was lost before. */
  attach(): Promise<void> {
    const shown = documentAt(this.uri);
    if (this.why === undefined || this.hasEnded || !shown) return Promise.resolve();
    this.place = undefined;
    this.isAnyRight = true;
    this.agreed = shownIn(shown);
    return this.settle();
  }

  /** For good: nothing is written any more. The first reason counts. */
  end(reason: string): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.setReason(reason);
  }

  private setReason(next: string | undefined): void {
    if (this.why === next) return;
    this.why = next;
    this.parts.onDidChangeReason(this.uri);
  }

  private async settleNow(): Promise<void> {
    for (let steps = 0; !this.hasEnded && (await this.step()); steps++)
      if (steps > mostSteps) throw new Error(l10n.t('The expression could not be written to the definition.'));
  }

  /** @returns false when there is no further one. */
  private async step(): Promise<boolean> {
    const definition = await workspace.openTextDocument(this.subject.definition);
    this.place ??= await this.find(definition);
    const { place } = this;
    const literal = place ? literalAt(definition, place) : '';
    if (!place || !isJsonString(literal)) {
      this.setReason(
        l10n.t(
          'The expression of target {0} is no text in the definition any more, or is not where it was: open it again.',
          this.subject.target + 1,
        ),
      );
      return false;
    }
    this.setReason(undefined);
    const inDefinition = sideTextOf(literal);
    const side = documentAt(this.uri);
    const todo = side && settleStep(this.agreed ?? inDefinition, shownIn(side), inDefinition);
    if (!todo) {
      this.agreed = inDefinition;
      return false;
    }
    const isDone =
      todo.to === 'side'
        ? await changeSide(side, todo.change)
        : await changeDefinition(definition, place, literalChange(literal, todo.change));
    if (isDone) this.agreed = todo.agreed;
    return true;
  }

  /** Looked for only where it is not known: at first, and when it was replaced together with what is around it. */
  private async find(definition: TextDocument): Promise<TextPlace | undefined> {
    const { target } = this.subject;
    const found = (await this.parts.find(definition)).find((each) => each.target === target);
    // Another text is that of another target, perhaps: nobody may go on writing to that unawares.
    const isSame = found && (this.isAnyRight || sideTextOf(literalAt(definition, found)) === this.agreed);
    if (this.agreed !== undefined && !isSame) return undefined;
    this.isAnyRight = false;
    return found;
  }
}

/** An open document; undefined where there is none. */
function documentAt(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

const shownIn = (document: TextDocument): string => withPlainLineBreaks(document.getText());

function literalAt(document: TextDocument, { start, end }: TextPlace): string {
  return document.getText(new Range(document.positionAt(start), document.positionAt(end)));
}

async function changeDefinition(document: TextDocument, { start }: TextPlace, change: Change): Promise<boolean> {
  const from = start + change.offset;
  const range = new Range(document.positionAt(from), document.positionAt(from + change.length));
  return await replace(document.uri, range, change.newText);
}

/** It is not saved: what the author's settings do to a file that is saved would go into the definition. */
async function changeSide(document: TextDocument, change: Change): Promise<boolean> {
  const text = shownIn(document);
  const range = new Range(positionIn(text, change.offset), positionIn(text, change.offset + change.length));
  return await replace(document.uri, range, change.newText);
}

/** Where an offset is in lines, whatever the document ends its lines with. */
function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return new Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}

async function replace(uri: Uri, range: Range, newText: string): Promise<boolean> {
  const edit = new WorkspaceEdit();
  edit.replace(uri, range, newText);
  return await workspace.applyEdit(edit);
}
