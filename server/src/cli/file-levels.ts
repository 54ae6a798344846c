import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRcFile, type Levels, type RcFile } from '../core/index';
import { nearestRcOfFile } from '../node/nearest-rc';
import { withSlashes } from './definitions/find-definitions';
import type { LeftOut } from './definitions/read-definitions';

export interface FileLevels {
  /** What the nearest `.targetgrouprc.json` sets for a file, by its absolute path; nothing for what is no file. */
  of(file: string | undefined): Levels;
  /** What could not be read in those files, each told once. */
  takeProblems(): LeftOut[];
}

/** @param cwd the absolute folder from which paths are shown. */
export function createFileLevels(cwd: string): FileLevels {
  const known = new Map<string, RcFile>();
  const problems: LeftOut[] = [];
  const unread = new Set<string>();
  const tellUnread = (rcFile: string, problem: string) => {
    if (!unread.has(rcFile)) problems.push(toProblem(rcFile, problem));
    unread.add(rcFile);
  };
  const toProblem = (rcFile: string, problem: string): LeftOut => {
    const shown = withSlashes(path.relative(cwd, rcFile));
    return { kind: 'problem', path: shown, reason: `is wrong: ${problem}` };
  };
  const read = (rcFile: string, text: string): RcFile => {
    const found = known.get(rcFile) ?? readRcFile(text);
    if (!known.has(rcFile)) {
      problems.push(...found.problems.map((problem) => toProblem(rcFile, problem)));
    }
    known.set(rcFile, found);
    return found;
  };
  return {
    of(file) {
      if (file === undefined) return {};
      const { uri, text, documentPath, problem } = nearestRcOfFile(file);
      if (problem !== undefined) tellUnread(fileURLToPath(uri), problem);
      return text === undefined ? {} : read(fileURLToPath(uri), text).levelsFor(documentPath);
    },
    takeProblems: () => problems.splice(0),
  };
}
