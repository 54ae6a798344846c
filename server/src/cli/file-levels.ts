import { fileURLToPath } from 'node:url';
import { readRcFile, type Levels, type RcFile } from '../core/index';
import { nearestRcOfFile } from '../node/nearest-rc';

/**
 * The levels that the nearest `.targetgrouprc.json` sets for a file, by its absolute path.
 * @param tell is given, once for each such file, its absolute path and each thing in it that could not be read.
 */
export function createFileLevels(tell: (rcFile: string, problem: string) => void): (file: string) => Levels {
  const known = new Map<string, RcFile>();
  const read = (rcFile: string, text: string): RcFile => {
    const found = known.get(rcFile) ?? readRcFile(text);
    if (!known.has(rcFile)) for (const problem of found.problems) tell(rcFile, problem);
    known.set(rcFile, found);
    return found;
  };
  return (file) => {
    const { uri, text, documentPath } = nearestRcOfFile(file);
    return text === undefined ? {} : read(fileURLToPath(uri), text).levelsFor(documentPath);
  };
}
