import {
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  l10n,
  languages,
  type Range,
  type TextDocument,
  window,
} from 'vscode';
import { isDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import { logFailure } from '../../infrastructure/errors';
import type { Log } from '../../infrastructure/log';
import { isServedScheme } from '../../infrastructure/schemes';
import { definitionSelector } from '../../infrastructure/selector';
import type { LanguageServer } from '../../language-client';
import { looksLikeDefinition } from '../../infrastructure/looks-like-definition';
import { readPasted } from './read-pasted';

interface PasteFeature {
  readonly server: Pick<LanguageServer, 'request'>;
  readonly log: Log;
}

const kind = DocumentDropOrPasteEditKind.Empty.append('targetgroup');

class GroupPasteEdit extends DocumentPasteEdit {
  constructor(
    body: string,
    readonly report: string,
  ) {
    super(body, l10n.t('Paste as target group'), kind);
  }
}

/** "Paste as target group": of a copied request or answer the definition alone, in a definition or an empty file. */
export function activatePaste({ server, log }: PasteFeature): Disposes {
  const provider: DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, dataTransfer) {
      const isNew = isReplaced(document, ranges);
      const isRight = isDefinition(document);
      if (!isRight && !(isNew && isServedScheme(document.uri.scheme))) return undefined;
      const text = await dataTransfer.get('text/plain')?.asString();
      const pasted = await logFailure(log, 'paste', readPasted(text ?? '', server));
      if (!pasted || (!isRight && !looksLikeDefinition(pasted.body))) return undefined;
      const edit = new GroupPasteEdit(pasted.body, pasted.report);
      // Inside other text the author has to ask for it.
      if (!isRight || !isNew) edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
      return [edit];
    },
    // Called for the one edit that is made.
    resolveDocumentPasteEdit(edit) {
      if (edit instanceof GroupPasteEdit) void window.showInformationMessage(edit.report);
      return edit;
    },
  };
  const selector = [...definitionSelector, { language: 'json' }, { language: 'plaintext' }];
  return languages.registerDocumentPasteEditProvider(selector, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/plain'],
  });
}

/** True where nothing but blanks is left beside what is pasted. */
function isReplaced(document: TextDocument, ranges: readonly Range[]): boolean {
  const [range] = ranges;
  if (!range || ranges.length > 1) return false;
  const text = document.getText();
  const rest = text.slice(0, document.offsetAt(range.start)) + text.slice(document.offsetAt(range.end));
  return rest.trim() === '';
}
