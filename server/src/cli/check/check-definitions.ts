import { TextDocument } from 'vscode-languageserver-textdocument';
import { createTargetGroupService, type Levels } from '../../core/index';
import { readDefinitions, type LeftOut, type Sources } from '../definitions/read-definitions';
import { createFileLevels } from '../file-levels';
import type { CheckedFile } from '../formats/format';

export type Checked = ({ readonly kind: 'file' } & CheckedFile) | LeftOut;

export interface CheckSources extends Sources {
  /** Levels that win over those of the files. */
  readonly levels: Levels;
  readonly wantsFixes: boolean;
  /** URI of the shipped rule catalogue, for the links of the diagnostics. */
  readonly rulePage: string | undefined;
}

/** Checks what the paths name, one after the other, as the language server would. */
export async function* checkDefinitions(paths: readonly string[], sources: CheckSources): AsyncGenerator<Checked> {
  const { cwd, rulePage, wantsFixes } = sources;
  const service = createTargetGroupService(rulePage === undefined ? {} : { rulePage });
  const fileLevels = createFileLevels(cwd);
  for await (const definition of readDefinitions(paths, sources)) {
    if (definition.kind === 'problem') {
      yield definition;
      continue;
    }
    const { shown, file, uri, text } = definition;
    const levels: Levels = { ...fileLevels.of(file), ...sources.levels };
    yield* fileLevels.takeProblems();
    const document = TextDocument.create(uri, 'targetgroup', 0, text);
    const findings = wantsFixes
      ? service.diagnoseWithFixes(document, { levels })
      : service.diagnose(document, { levels }).map((diagnostic) => ({ diagnostic }));
    yield { kind: 'file', path: shown, uri, hasByteOrderMark: text.startsWith('\uFEFF'), findings };
    service.release(uri);
  }
}
