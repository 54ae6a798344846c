import {
  createNameIndex,
  createReportService,
  type FindingCounts,
  type Levels,
  type NameIndex,
  type ReportService,
  openDocument,
} from '../../core/index';
import { findDefinitions } from '../definitions/find-definitions';
import { readDefinitions, type LeftOut, type Sources } from '../definitions/read-definitions';
import { createFileLevels } from '../file-levels';
import type { CheckedFile } from '../formats/format';

/** `counts` are those of all findings, listed or not. */
export type Checked = ({ readonly kind: 'file'; readonly counts: FindingCounts } & CheckedFile) | LeftOut;

export interface CheckSources extends Sources {
  /** Levels that win over those of the files. */
  readonly levels: Levels;
  readonly wantsFixes: boolean;
  /** URI of the shipped rule catalogue, for the links of the diagnostics. */
  readonly rulePage: string | undefined;
}

/** Checks what the paths name, one after the other, as the language server would with all of them in its workspace. */
export async function* checkDefinitions(paths: readonly string[], given: CheckSources): AsyncGenerator<Checked> {
  const { cwd, rulePage, wantsFixes } = given;
  const sources = { ...given, readStdin: once(given.readStdin) };
  const service = createReportService(rulePage === undefined ? {} : { rulePage });
  const fileLevels = createFileLevels(cwd);
  const names = await namesOf(paths, sources, service);
  for await (const definition of readDefinitions(paths, sources)) {
    if (definition.kind === 'problem') {
      yield definition;
      continue;
    }
    const { shown, file, uri, text } = definition;
    const levels: Levels = { ...fileLevels.of(file), ...sources.levels };
    yield* fileLevels.takeProblems();
    const document = openDocument(uri, 'targetgroup', 0, text);
    const namesakes = names.namesakesOf(uri);
    const settings = namesakes ? { levels, namesakes } : { levels };
    const findings = wantsFixes
      ? service.diagnoseWithFixes(document, settings)
      : service.diagnose(document, settings).map((diagnostic) => ({ diagnostic }));
    const counts = service.countFindings(document, settings);
    yield { kind: 'file', path: shown, uri, hasByteOrderMark: text.startsWith('\uFEFF'), findings, counts };
    service.release(uri);
  }
}

/** The names of all groups. They are read before the first file is reported, and all files once more then: no text is kept. */
async function namesOf(paths: readonly string[], sources: Sources, service: ReportService): Promise<NameIndex> {
  const names = createNameIndex();
  const isAlone = [...findDefinitions(paths, sources.cwd)].length < 2;
  if (isAlone) return names;
  for await (const definition of readDefinitions(paths, sources)) {
    if (definition.kind === 'problem') continue;
    const { shown, uri, text } = definition;
    const name = service.groupName(openDocument(uri, 'targetgroup', 0, text));
    names.set(uri, name && { uri, shown, name });
    service.release(uri);
  }
  return names;
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | undefined;
  return () => (answer ??= ask());
}
