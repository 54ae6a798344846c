import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from '../../core/index';
import type { TargetGroupService, UsedWords } from '../../core/index';
import { inASlice } from '../read-in-slices';
import { uriKey } from '../workspace-folders';

/** What the definitions of the workspace name: those that are open as they are typed, the others as they are on disk. */
export interface WordIndex {
  /** Tells the words on disk; undefined for a file that is gone. */
  setOnDisk(key: string, words: UsedWords | undefined): void;
  /** The words of all definitions but this one. */
  elsewhere(uri: string): UsedWords[];
}

export function createWordIndex(documents: TextDocuments<TextDocument>, service: TargetGroupService): WordIndex {
  const onDisk = new Map<string, UsedWords>();
  return {
    setOnDisk(key, words) {
      if (words && Object.values(words).some((each) => each.length > 0)) onDisk.set(key, words);
      else onDisk.delete(key);
    },
    elsewhere(uri) {
      const open = documents.all();
      const keys = new Set(open.map((document) => uriKey(document.uri)));
      // What takes longer to read is left out: nobody is to wait for it.
      const others = open
        .filter((document) => document.uri !== uri && service.read(document, inASlice()))
        .map((document) => service.usedWords(document));
      return [...others, ...[...onDisk].filter(([key]) => !keys.has(key)).map(([, words]) => words)];
    },
  };
}
