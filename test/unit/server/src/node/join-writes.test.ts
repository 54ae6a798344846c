import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { joinWrites } from '../../../../../server/src/node/join-writes';

/** A stream that keeps each write, and ends each only when it is told to. */
function createSlowStream() {
  const writes: string[] = [];
  const ends: (() => void)[] = [];
  const stream = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      writes.push(Buffer.from(chunk).toString());
      ends.push(done);
    },
  });
  return { stream, writes, ends };
}

describe('writes of the connection', () => {
  it('reach the client as one for each message, in order', () => {
    const { stream, writes, ends } = createSlowStream();
    const joined = joinWrites(stream);
    for (const body of ['{"a":"ü"}', '{}']) {
      joined.write(`Content-Length: ${Buffer.byteLength(body)}\r\n`, 'ascii');
      joined.write('\r\n', 'ascii');
      joined.write(Buffer.from(body));
    }
    assert.deepEqual(writes, ['Content-Length: 10\r\n\r\n{"a":"ü"}']);
    ends.shift()?.();
    assert.deepEqual(writes.slice(1), ['Content-Length: 2\r\n\r\n{}']);
  });

  it('are done when the client has them, not before', async () => {
    const { stream, ends } = createSlowStream();
    const joined = joinWrites(stream);
    let isDone = false;
    joined.write('Content-Length: 2\r\n\r\n');
    const written = new Promise<void>((resolve) =>
      joined.write(Buffer.from('{}'), () => {
        isDone = true;
        resolve();
      }),
    );
    await new Promise(setImmediate);
    assert.equal(isDone, false);
    ends.shift()?.();
    await written;
  });

  it('end with the error of the client that is gone', async () => {
    const { stream } = createSlowStream();
    const joined = joinWrites(stream);
    const failed = once(joined, 'error');
    stream.destroy(new Error('EPIPE'));
    assert.match(String(await failed), /EPIPE/);
  });
});
