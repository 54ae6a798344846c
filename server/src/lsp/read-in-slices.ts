import type { TextDocuments } from 'vscode-languageserver';

import type { TargetGroupService, TextDocument } from '../core/index';
import { guard } from './guard';
import type { Host } from './host';

/** Milliseconds of work between two pauses in which others are served. */
const slice = 5;

/** Whether the time of a slice that begins now is over. */
export function inASlice(): () => boolean {
  const end = Date.now() + slice;
  return () => Date.now() >= end;
}

/**
 * Reads and checks a document as it is at each slice, so that a long one, or one that is typed in meanwhile, holds up
 * nobody. @returns the document, of which everything is known then, or undefined once there is none.
 */
export async function readInSlices(
  present: () => TextDocument | undefined,
  service: TargetGroupService,
  host: Host,
): Promise<TextDocument | undefined> {
  for (;;) {
    const document = present();
    if (!document) return undefined;
    const isRead = () => service.read(document, inASlice());
    // What has crashed crashes again, and is told, where it is asked for.
    if (guard(host, 'reading', isRead, () => true)) return document;
    await host.turns.next();
  }
}

/** An open document once it is read; undefined for one that is not open, or not any more. */
export type ReadDocument = (uri: string) => Promise<TextDocument | undefined>;

/** However many ask, each document is read once at a time. */
function joined(read: ReadDocument): ReadDocument {
  const running = new Map<string, ReturnType<ReadDocument>>();
  return (uri) => {
    const known = running.get(uri);
    if (known) return known;
    const reading = read(uri);
    running.set(uri, reading);
    return reading.finally(() => running.delete(uri));
  };
}

export const createReader = (
  documents: TextDocuments<TextDocument>,
  service: TargetGroupService,
  host: Host,
): ReadDocument => joined((uri) => readInSlices(() => documents.get(uri), service, host));

/**
 * The same for whoever can wait: documents that are asked for at once are read one after the other, and questions that
 * came meanwhile are answered in between.
 */
export function inTurns(read: ReadDocument, { turns }: Host): ReadDocument {
  let free = Promise.resolve();
  return joined((uri) => {
    const reading = free.then(() => read(uri));
    free = free.then(turns.next);
    return reading;
  });
}
