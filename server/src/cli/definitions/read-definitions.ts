import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { notThere, readRegularFile, type Access } from '../../node/files/file-access';
import { findDefinitions, withSlashes, type Found } from './find-definitions';

/** The text of a definition. */
export interface Definition {
  readonly kind: 'definition';
  /** The path as given, with slashes; `-` for standard input that stands for no file. */
  readonly shown: string;
  /** Absolute; undefined for standard input that stands for no file. */
  readonly file: string | undefined;
  /** `file:`, or `untitled:` for standard input that stands for no file. */
  readonly uri: string;
  readonly bytes: Uint8Array;
  /** With its byte order mark, if it has one. */
  readonly text: string;
  /** The absolute folder in which it was found; undefined when it was given itself. */
  readonly within: string | undefined;
}

/** A path as given, and why it is left out: the end of a sentence that begins with it. */
export interface LeftOut {
  readonly kind: 'problem';
  readonly path: string;
  readonly reason: string;
  /** Found in a folder and not there, as a link that leads nowhere: nobody asked for it, so it is told and no more. */
  readonly isGone?: boolean;
}

export interface Sources {
  /** Where relative paths begin. */
  readonly cwd: string;
  readonly readStdin: () => Promise<Uint8Array>;
  /** The path that standard input stands for; undefined when it has none. */
  readonly stdinPath?: string | undefined;
}

/** The longest file that is read, in bytes. */
const longestFile = 200e6;

/** Reads what the paths name, one after the other. */
export async function* readDefinitions(
  paths: readonly string[],
  sources: Sources,
): AsyncGenerator<Definition | LeftOut> {
  for (const found of findDefinitions(paths, sources.cwd)) {
    if (found.kind === 'problem') {
      yield found;
      continue;
    }
    const { shown, file, within, bytes } = await read(found, sources);
    const text = 'value' in bytes ? decode(bytes.value) : bytes;
    if ('reason' in bytes) {
      const isGone = within !== undefined && bytes.reason === notThere;
      yield { kind: 'problem', path: shown, reason: bytes.reason, isGone };
    } else if ('reason' in text) yield { kind: 'problem', path: shown, reason: text.reason };
    else {
      const uri = file === undefined ? 'untitled:standard-input' : pathToFileURL(file).href;
      yield { kind: 'definition', shown, file, uri, bytes: bytes.value, text: text.value, within };
    }
  }
}

interface Read extends Pick<Definition, 'shown' | 'file' | 'within'> {
  readonly bytes: Access<Uint8Array>;
}

async function read(found: Exclude<Found, { kind: 'problem' }>, { cwd, readStdin, stdinPath }: Sources): Promise<Read> {
  if (found.kind === 'file') {
    const { shown, absolute, within } = found;
    return { shown, file: absolute, within, bytes: readRegularFile(absolute, longestFile) };
  }
  const given = { within: undefined, bytes: { value: await readStdin() } };
  return stdinPath === undefined
    ? { shown: '-', file: undefined, ...given }
    : { shown: withSlashes(stdinPath), file: path.resolve(cwd, stdinPath), ...given };
}

/** UTF-8 to text; a byte order mark stays in it, since that is a finding. */
function decode(bytes: Uint8Array): Access<string> {
  try {
    return { value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { reason: 'is not UTF-8' };
  }
}

/** What is told of it: one sentence. */
export function sentenceOf({ path: shown, reason }: LeftOut): string {
  const sentence = `${shown || '""'} ${reason}`;
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`;
}
