import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from '../core/index';
import type { ReadDocument } from './read-in-slices';
import type { CompletionOptions, TargetGroupService } from '../core/index';
import { guard } from './guard';
import type { Host } from './host';
import type { Settings } from './settings';
import type { WordIndex } from './workspace-index/word-index';

/** What handlers answer from. */
export interface Serving {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly read: ReadDocument;
  readonly service: TargetGroupService;
  readonly host: Host;
  readonly settings: Settings;
  readonly completion: CompletionOptions;
  readonly words: WordIndex;
}

/** One feature on the open document that is asked about, guarded; `nothing` for one that is not open, and after a crash. */
export type AnswerOn = <Answer>(
  what: string,
  asked: { readonly textDocument: { readonly uri: string } },
  nothing: Answer,
  run: (document: TextDocument) => Answer,
) => Promise<Answer>;

export function createAnswerOn({ read, host }: Pick<Serving, 'read' | 'host'>): AnswerOn {
  return async (what, { textDocument }, nothing, run) => {
    const document = await read(textDocument.uri);
    if (!document) return nothing;
    return guard(
      host,
      what,
      () => run(document),
      () => nothing,
    );
  };
}
