import type { IncomingMessage } from 'node:http';

const mostBytes = 10 * 1024 * 1024;
const patience = 8 * mostBytes;

export type ReceivedBody =
  | { readonly kind: 'complete'; readonly bytes: Uint8Array }
  /** Over 10 MB; the bytes are those up to there. The rest was read and dropped, so that the answer gets through. */
  | { readonly kind: 'too-large'; readonly bytes: Uint8Array }
  /** The connection ended before the body did; the bytes are those that came. */
  | { readonly kind: 'broken'; readonly bytes: Uint8Array };

/** The whole body of a request. Never rejects: a body that breaks off is an answer too. */
export function receiveBody(request: IncomingMessage): Promise<ReceivedBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let received = 0;
    let kept = 0;
    const finish = (kind: 'complete' | 'broken') => {
      const tooLarge = received > mostBytes;
      resolve({ kind: tooLarge && kind === 'complete' ? 'too-large' : kind, bytes: Buffer.concat(chunks) });
    };
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      const room = chunk.subarray(0, mostBytes - kept);
      kept += room.length;
      if (room.length > 0) chunks.push(room);
      if (received > patience) finish('complete');
    });
    request.once('end', () => {
      finish('complete');
    });
    // 'close' comes last in every case; after 'end' it changes nothing.
    request.once('close', () => {
      finish('broken');
    });
    request.on('error', () => {
      finish('broken');
    });
  });
}
