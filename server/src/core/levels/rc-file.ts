import { parse as parseJson } from '../document/parse';
import { toPlainValue } from '../document/plain-value';
import { createGlob } from './glob';
import { readLevels, type Levels } from './levels';

/** The name of the file that holds levels for its folder and those below. */
export const rcFileName = '.targetgrouprc.json';

/** A `.targetgrouprc.json`, read. */
export interface RcFile {
  /** The levels for a file, given its path relative to the rc file's folder, `/` between its parts. */
  readonly levelsFor: (path: string) => Levels;
  /** What could not be read, in words; those parts have no effect. */
  readonly problems: readonly string[];
}

/** `{"rules": {CODE: LEVEL}, "overrides": [{"files": GLOB, "rules": {...}}]}`; later overrides win. Never throws. */
export function readRcFile(text: string): RcFile {
  const { root, problems: syntax } = parseJson(text, text.startsWith('\uFEFF') ? 1 : 0);
  if (text.trim() === '')
    return { levelsFor: () => ({}), problems: ['The file is empty; { "rules": {} } is expected.'] };
  const broken = syntax.find(({ code }) => code === 'json-syntax');
  if (broken) return { levelsFor: () => ({}), problems: [`The text is not JSON: ${broken.message}`] };
  const value = root ? toPlainValue(root) : undefined;
  if (!isRecord(value)) return { levelsFor: () => ({}), problems: ['The text is no JSON object.'] };
  const rules = readLevels(value['rules']);
  const overrides = readOverrides(value['overrides']);
  const unknown = Object.keys(value).filter((key) => key !== 'rules' && key !== 'overrides' && key !== '$schema');
  return {
    levelsFor: (path) => {
      const matching = overrides.list.filter(({ matches }) => matches(path));
      return Object.assign({}, rules.levels, ...matching.map(({ levels }) => levels)) as Levels;
    },
    problems: [
      ...rules.problems,
      ...overrides.problems,
      ...unknown.map((key) => `"${key}" has no meaning here; "rules" and "overrides" have.`),
    ],
  };
}

type JsonRecord = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Override {
  readonly matches: (path: string) => boolean;
  readonly levels: Levels;
}

function readOverrides(value: unknown): { readonly list: readonly Override[]; readonly problems: readonly string[] } {
  if (value === undefined || value === null) return { list: [], problems: [] };
  if (!Array.isArray(value)) return { list: [], problems: ['"overrides" is no list.'] };
  const list: Override[] = [];
  const problems: string[] = [];
  for (const entry of value as readonly unknown[]) {
    const files = isRecord(entry) ? entry['files'] : undefined;
    const matches = typeof files === 'string' ? createGlob(files) : undefined;
    if (!isRecord(entry) || !matches) {
      problems.push(
        'An override has no "files" that can be used: a short glob with few stars and no groups is expected.',
      );
      continue;
    }
    const { levels, problems: wrong } = readLevels(entry['rules']);
    problems.push(...wrong);
    list.push({ matches, levels });
  }
  return { list, problems };
}
