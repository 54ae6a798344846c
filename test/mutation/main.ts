// Breaks every rule, one place at a time, and says which breaks no test notices. `npm run test:mutation [-- file[:line] …]`.
import { fork } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { root } from '../support/repository';
import { factorVariable } from '../support/runs';
import { outdated, reasonOf } from './equivalents';
import { instrument, type Mutant } from './find-mutants';
import type { Job, Told } from './run-mutants';
import { toTable, type Row } from './table';

/** A copy of everything that the tests need, in which files are broken; each of the breakers has its own. */
const copyAt = (index: number) => path.join(root, `out/mutation/${process.pid}-${index}`);
const mostCopies = Math.min(4, availableParallelism());
const unit = 'test/unit/server/src/core/';
const patience = 60_000;

/** What is broken. */
const folders = ['server/src/core/rules'];
/** Lists and words; what they hold is compared with a list by test/contract/rules.test.ts. */
const notBroken = new Set(['index.ts', 'catalogue.ts', 'structure.ts', 'wording.ts']);
const common = [
  'test/contract/rules.test.ts',
  'test/contract/accepted-findings.test.ts',
  'test/contract/invalid-fixtures.test.ts',
];
const behind = ['test/contract/golden-fixes.test.ts', `${unit}features/findings.test.ts`, 'test/mutation/matrix.ts'];
/** Too slow to be asked about every break, and about size alone. */
const slow = new Set(['expression-hostile.test.ts']);

function prepare(copy: string): void {
  rmSync(copy, { recursive: true, force: true });
  const needed = [
    'server/src',
    'server/RULES.md',
    'server/package.json',
    'test',
    'schemas',
    'examples',
    'package.json',
    'tsconfig.base.json',
  ];
  for (const name of needed) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
}

/**
 * The tests that can notice a break of a file: its own, those of all files, and for a part of several rules, of them.
 * Those that are most likely to come first.
 */
function testsOf(folder: string, name: string): string[] {
  const sourceOf = (file: string) => readFileSync(path.join(root, folder, file), 'utf8');
  const testOf = (file: string) => folder.replace('server/src/core/', unit) + `/${file.replace('.ts', '.test.ts')}`;
  const isRule = sourceOf(name).includes('= defineRule');
  const users = readdirSync(path.join(root, folder)).filter((file) =>
    sourceOf(file).includes(`from './${name.replace('.ts', '')}'`),
  );
  const all = ['rules', 'generate'].flatMap((room) =>
    readdirSync(path.join(root, unit, room)).map((file) => `${unit}${room}/${file}`),
  );
  const files = [testOf(name), ...(isRule ? [] : users.map(testOf)), ...common, ...behind, ...(isRule ? [] : all)];
  return [...new Set(files)].filter((file) => !slow.has(path.basename(file)) && existsSync(path.join(root, file)));
}

interface End {
  readonly mutant: number;
  readonly failed: string | undefined;
}

/** Runs one job in a process of its own. @returns the ends it told until it ended, or was ended. */
function run(copy: string, job: Job, onLoaded: (titles: readonly string[]) => void): Promise<End[]> {
  const child = fork(path.join(copy, 'test/mutation/run-mutants.ts'), {
    // A loop without an end takes memory, too.
    execArgv: ['--max-old-space-size=2048', '--import', 'tsx'],
    cwd: copy,
    env: { ...process.env, [factorVariable]: '5' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ends: End[] = [];
  return new Promise((resolve) => {
    const stuck = () => child.kill('SIGKILL');
    let timer = setTimeout(stuck, patience);
    child.on('message', (told: Told) => {
      clearTimeout(timer);
      timer = setTimeout(stuck, patience);
      if (told.kind === 'loaded') onLoaded(told.titles);
      else ends.push(told);
    });
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(ends);
    });
    child.send(job);
  });
}

/** The mutants that no test notices. */
async function survivorsOf(
  copy: string,
  tests: readonly string[],
  mutants: readonly Mutant[],
  onLoaded: (titles: readonly string[]) => void,
) {
  const killed = new Set<number>();
  const survived: Mutant[] = [];
  const take = (ends: readonly End[]) => {
    for (const { mutant, failed } of ends) if (failed !== undefined) killed.add(mutant);
  };
  let left = mutants.filter(({ isStatic }) => !isStatic);
  while (left.length > 0) {
    const ends = await run(copy, { tests, mutants: left.map(({ id }) => id), isStatic: false }, onLoaded);
    take(ends);
    // The one that never ended is noticed, too: a test that does not end fails.
    const stuck = left[ends.length];
    if (stuck) killed.add(stuck.id);
    left = left.slice(ends.length + 1);
  }
  // A break that only shows while the file is loaded needs a process of its own; so may one that seems to have survived.
  for (const mutant of mutants) {
    if (killed.has(mutant.id)) continue;
    const ends = await run(copy, { tests, mutants: [mutant.id], isStatic: true }, onLoaded);
    if (ends.every(({ failed }) => failed === undefined) && ends.length > 0) survived.push(mutant);
  }
  return survived;
}

interface Place {
  readonly folder: string;
  readonly name: string;
  /** Only breaks on these lines; all where there are none. */
  readonly lines: readonly number[];
}

async function judge(copy: string, { folder, name, lines }: Place): Promise<Row> {
  const place = path.join(copy, folder, name);
  const source = readFileSync(place, 'utf8');
  const { source: broken, mutants: all } = instrument(name, source);
  const mutants = all.filter(({ line }) => lines.length === 0 || lines.includes(line));
  writeFileSync(place, broken);
  const tests = testsOf(folder, name);
  let titles: readonly string[] = [];
  const survivors = await survivorsOf(copy, tests, mutants, (loaded) => (titles = loaded));
  writeFileSync(place, source);
  const code = name.replace('.ts', '');
  return {
    file: code,
    tests: titles.filter((title) => title.includes(code)).length,
    mutants: mutants.length,
    survivors,
    outdated: lines.length === 0 ? outdated(code, survivors) : [],
  };
}

/** What to break: everything, or the files that are named, or only some lines of one: `decimal`, `decimal:28`. */
function placesOf(wanted: readonly string[]): Place[] {
  const named = wanted.map((each) => each.split(':'));
  const linesOf = (code: string) => named.flatMap(([file, line]) => (file === code && line ? [Number(line)] : []));
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .sort()
      .map((name) => ({ folder, name, code: name.replace('.ts', '') }))
      .filter(({ name, code }) => !notBroken.has(name) && (named.length === 0 || named.some(([file]) => file === code)))
      .map(({ code, ...place }) => ({ ...place, lines: linesOf(code) })),
  );
}

async function main(wanted: readonly string[]): Promise<boolean> {
  const left = placesOf(wanted);
  const rows: Row[] = [];
  const work = async (copy: string) => {
    prepare(copy);
    for (let next = left.shift(); next; next = left.shift()) {
      const row = await judge(copy, next);
      rows.push(row);
      console.error(`${row.file}: ${row.mutants} mutants, ${row.survivors.length} survived`);
      for (const { line, before, after } of row.survivors) console.error(`  ${line}: ${before} → ${after}`);
    }
    rmSync(copy, { recursive: true, force: true });
  };
  const copies = Array.from({ length: Math.min(mostCopies, left.length) }, (_, index) => copyAt(index));
  await Promise.all(copies.map(work));
  rows.sort((a, b) => (a.file < b.file ? -1 : 1));
  console.log(toTable(rows));
  return rows.every((row) => {
    const isKnown = row.survivors.every((mutant) => reasonOf(row.file, mutant) !== undefined);
    return isKnown && row.outdated.length === 0;
  });
}

void main(process.argv.slice(2)).then((green) => (process.exitCode = green ? 0 : 1));
