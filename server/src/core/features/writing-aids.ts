import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  FormattingOptions,
  Position,
  Range,
  TextEdit,
} from 'vscode-languageserver-types';
import type { TextDocument } from '../document/text-document';
import { modelOfText, type Model } from '../document/model';
import type { Generator } from '../generate/generator';
import { usedWords, type UsedWords } from '../suggest/used-words';
import type { Finding } from '../rules/finding';
import { completion, resolveCompletion, type CompletionOptions } from './completion';
import { formatting } from './formatting';
import { generation, type Generated } from './generation';
import { refactorings } from './refactorings';

/** What makes more of a definition than is there. */
export interface WritingAids {
  /** What can be written at the position; empty where nothing is known that would fit. */
  complete(document: TextDocument, position: Position, options: CompletionOptions): CompletionList;
  /** An item of `complete` with its documentation, where that was left out. */
  resolveCompletion(item: CompletionItem): CompletionItem;
  /** What a definition names that only the organisation knows. */
  usedWords(document: TextDocument): UsedWords;
  /** What can be made of the definition where the range begins, without a question; nothing that brings a finding. */
  refactorings(document: TextDocument, range: Range): CodeAction[];
  /**
   * Edits of the definition, or the text of another one (kinds `new`, for which there may be no document, and
   * `nextYear`); or a sentence that says why there is neither. The outcome has no finding that was not there before.
   */
  generate(document: TextDocument | undefined, generator: Generator): Generated;
  /** Edits of blanks and line breaks; empty where nothing changes, and for a file over the limits. */
  format(document: TextDocument, options: FormattingOptions, range?: Range): TextEdit[];
}

interface Known {
  readonly model: Model;
  readonly findings: readonly Finding[];
}

export function createWritingAids(known: { get(document: TextDocument): Known }): WritingAids {
  return {
    complete(document, position, options) {
      const { model } = known.get(document);
      return completion(model, model.offsetAt(position), options);
    },
    resolveCompletion,
    usedWords: (document) => usedWords(known.get(document).model),
    refactorings(document, range) {
      const { model, findings } = known.get(document);
      return refactorings(model, findings, range);
    },
    generate(document, generator) {
      const none = () => ({ model: modelOfText(''), findings: [] });
      const { model, findings } = document ? known.get(document) : none();
      return generation(model, findings, generator);
    },
    format: (document, options, range) => formatting(known.get(document).model, options, range),
  };
}
