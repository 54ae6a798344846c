import { Writable } from 'node:stream';

/**
 * A stream for the connection that passes on each message whole. The connection writes the header, as text, and then the
 * body, as bytes; two writes to a pipe would wake the client twice, the first time for nothing.
 */
export function joinWrites(target: Writable): Writable {
  let header = '';
  const joined = new Writable({
    decodeStrings: false,
    write(chunk: string | Uint8Array, _encoding, done) {
      if (typeof chunk === 'string') {
        header += chunk;
        done();
        return;
      }
      target.write(Buffer.concat([Buffer.from(header), chunk]), done);
      header = '';
    },
  });
  target.on('error', (error) => joined.destroy(error));
  return joined;
}
