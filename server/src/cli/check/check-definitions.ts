import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createTargetGroupService, type Levels } from '../../core/index';
import { readRegularFile, type Access } from '../../node/files/file-access';
import { createFileLevels } from '../file-levels';
import type { CheckedFile } from '../formats/format';
import { findDefinitions, withSlashes, type Found } from './find-definitions';

/** A path as given, with what was found in it or why it was not checked (the end of a sentence that begins with it). */
export type Checked =
  | ({ readonly kind: 'file' } & CheckedFile)
  | { readonly kind: 'problem'; readonly path: string; readonly reason: string };

export interface Sources {
  /** Where relative paths begin. */
  readonly cwd: string;
  readonly readStdin: () => Promise<Uint8Array>;
  /** The path that standard input stands for; undefined when it has none. */
  readonly stdinPath: string | undefined;
  /** Levels that win over those of the files. */
  readonly levels: Levels;
  readonly wantsFixes: boolean;
  /** URI of the shipped rule catalogue, for the links of the diagnostics. */
  readonly rulePage: string | undefined;
}

/** The longest file that is read, in bytes. */
const longestFile = 200e6;

/** Checks what the paths name, one after the other, as the language server would. */
export async function* checkDefinitions(paths: readonly string[], sources: Sources): AsyncGenerator<Checked> {
  const { cwd, rulePage, wantsFixes } = sources;
  const service = createTargetGroupService(rulePage === undefined ? {} : { rulePage });
  const problems: Checked[] = [];
  const levelsOf = createFileLevels((rcFile, problem) => {
    problems.push({
      kind: 'problem',
      path: withSlashes(path.relative(cwd, rcFile)),
      reason: `is wrong: ${problem}`,
    });
  });
  for (const found of findDefinitions(paths, cwd)) {
    if (found.kind === 'problem') {
      yield found;
      continue;
    }
    const { shown, file, bytes } = await read(found, sources);
    const text = 'value' in bytes ? decode(bytes.value) : bytes;
    if ('reason' in text) {
      yield { kind: 'problem', path: shown, reason: text.reason };
      continue;
    }
    const uri = file === undefined ? 'untitled:standard-input' : pathToFileURL(file).href;
    const levels: Levels = { ...(file === undefined ? {} : levelsOf(file)), ...sources.levels };
    yield* problems.splice(0);
    const document = TextDocument.create(uri, 'targetgroup', 0, text.value);
    const findings = wantsFixes
      ? service.diagnoseWithFixes(document, { levels })
      : service.diagnose(document, { levels }).map((diagnostic) => ({ diagnostic }));
    yield { kind: 'file', path: shown, uri, hasByteOrderMark: text.value.startsWith('\uFEFF'), findings };
    service.release(uri);
  }
}

interface Read {
  readonly shown: string;
  /** Absolute; undefined for standard input that stands for no file. */
  readonly file: string | undefined;
  readonly bytes: Access<Uint8Array>;
}

async function read(found: Exclude<Found, { kind: 'problem' }>, { cwd, readStdin, stdinPath }: Sources): Promise<Read> {
  if (found.kind === 'file') {
    const { shown, absolute } = found;
    return { shown, file: absolute, bytes: readRegularFile(absolute, longestFile) };
  }
  const bytes = { value: await readStdin() };
  return stdinPath === undefined
    ? { shown: '-', file: undefined, bytes }
    : { shown: withSlashes(stdinPath), file: path.resolve(cwd, stdinPath), bytes };
}

/** UTF-8 to text; a byte order mark stays in it, since that is a finding. */
function decode(bytes: Uint8Array): Access<string> {
  try {
    return { value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { reason: 'is not UTF-8' };
  }
}
