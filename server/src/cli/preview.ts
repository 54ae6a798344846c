import path from 'node:path';
import { parseArgs } from 'node:util';
import { createTargetGroupService, openDocument } from '../core/index';
import { toMarkdown } from '../protocol/preview-markdown';
import type { PreviewModel } from '../protocol/requests';
import { argumentProblem } from './argument-problem';
import { readDefinitions, sentenceOf, type Definition } from './definitions/read-definitions';
import { createFileLevels } from './file-levels';
import { usages } from './help';
import type { CliIo } from './io';
import { toPreviewPage } from './preview/preview-page';
import { writeNewFile } from './preview/write-new-file';
import { toLine } from './to-line';

export type PreviewIo = Pick<CliIo, 'cwd' | 'stdout' | 'stderr' | 'terminal' | 'readStdin'>;

const statuses = { fine: 0, nothing: 1, wrongUse: 2 } as const;

interface PreviewUse {
  readonly file: string;
  /** The page to write; undefined for text on standard output. */
  readonly out: string | undefined;
  readonly isForced: boolean;
}

/**
 * `preview`: what a definition means, as a page of its own or, without one, as text. `args` are those after the command's
 * name. Gives the exit status: 2 on wrong use, a file that cannot be read or written, or a page that is there already; 1
 * when there is no definition in the file; else 0.
 * @param pageFolder where the built page is: its script and its style.
 */
export async function runPreviewCommand(args: readonly string[], io: PreviewIo, pageFolder: string): Promise<number> {
  const use = readUse(args);
  if (typeof use === 'string') return refuse(use, io);
  const definition = await readOne(use.file, io);
  if (typeof definition === 'string') return refuse(definition, io);
  const levels = createFileLevels(io.cwd);
  const document = openDocument(definition.uri, 'targetgroup', 1, definition.text);
  const model = createTargetGroupService().preview(document, { levels: levels.of(definition.file) });
  for (const problem of levels.takeProblems()) io.stderr(`preview: ${toLine(sentenceOf(problem), Infinity)}\n`);
  if (model.state === 'unreadable') {
    io.stderr(`preview: ${toLine(definition.shown)} holds no definition: it has to be one JSON object.\n`);
    return statuses.nothing;
  }
  if (use.out === undefined) {
    io.stdout(shown(model, io));
    return statuses.fine;
  }
  const page = toPreviewPage(model, definition.text.replace(/^\uFEFF/, ''), pageFolder);
  const problem = writeNewFile(path.resolve(io.cwd, use.out), page, {
    isForced: use.isForced,
    never: definition.file,
  });
  if (problem === undefined) return statuses.fine;
  io.stderr(`preview: ${toLine(use.out)} ${problem}.\n`);
  return statuses.wrongUse;
}

function refuse(problem: string, { stderr }: PreviewIo): number {
  stderr(`preview: ${toLine(problem)}\nUsage: ${usages.preview}\n`);
  return statuses.wrongUse;
}

function readUse(args: readonly string[]): PreviewUse | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, force: { type: 'boolean' } },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) return 'expected one file, or - for standard input.';
    if (values.out === '') return '--out expects the name of a file.';
    return { file, out: values.out, isForced: values.force === true };
  } catch (error) {
    return argumentProblem(error);
  }
}

/** The definition, or a sentence that says why there is not exactly one. */
async function readOne(file: string, { cwd, readStdin }: PreviewIo): Promise<Definition | string> {
  const found: Definition[] = [];
  for await (const each of readDefinitions([file], { cwd, readStdin })) {
    if (each.kind === 'problem') return sentenceOf(each);
    found.push(each);
    if (found.length > 1) return 'expected one file: there are more of that name.';
  }
  return found[0] ?? 'expected a file: nothing was found.';
}

/** A program gets every line as it is; eyes get nothing that a terminal would obey. */
function shown(model: PreviewModel, { terminal }: PreviewIo): string {
  const text = toMarkdown(model);
  return terminal.stdout ? text.replace(/[^\n]+/g, (line) => toLine(line, Infinity)) : text;
}
