import type { ServerResponse } from 'node:http';
import type { WireAnswer } from '../answer';
import type { Delivery } from './fault';

const blanks = Buffer.alloc(64 * 1024, ' ');

/** Sends an answer the way the delivery says. `milliseconds` is the pause before it, or between two bytes of it. */
export function deliver(to: ServerResponse, answer: WireAnswer, delivery: Delivery = 'whole', milliseconds = 0): void {
  switch (delivery) {
    case 'whole':
      begin(to, answer).end(answer.body);
      return;
    case 'late':
      each(to, milliseconds, () => {
        begin(to, answer).end(answer.body);
        return false;
      });
      return;
    case 'drip':
      drip(to, answer, milliseconds);
      return;
    case 'endless':
      begin(to, answer, 'open').write(answer.body);
      each(to, milliseconds, () => to.write(' ') || true);
      return;
    case 'flood':
      begin(to, answer, 'open').write(answer.body);
      flood(to);
      return;
    case 'half':
      begin(to, answer).write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => to.destroy());
      return;
    case 'unfinished':
      begin(to, answer, 'open').write(answer.body, () => to.destroy());
      return;
    default:
      withoutAnswer(to, delivery);
  }
}

function withoutAnswer({ socket }: ServerResponse, delivery: 'none' | 'closed' | 'reset' | 'garbage'): void {
  if (delivery === 'closed') socket?.destroy();
  if (delivery === 'reset') socket?.resetAndDestroy();
  if (delivery === 'garbage') socket?.end('This is not HTTP.\r\n\r\n');
}

/** Head and, unless the end stays open, the length of the body. A 204 has neither body nor length. */
function begin(to: ServerResponse, { status, headers, body }: WireAnswer, end: 'known' | 'open' = 'known') {
  const length = end === 'open' || status === 204 ? {} : { 'content-length': String(body.length) };
  to.writeHead(status, { ...headers, ...length });
  return to;
}

function drip(to: ServerResponse, answer: WireAnswer, milliseconds: number): void {
  begin(to, answer).flushHeaders();
  let sent = 0;
  each(to, milliseconds, () => {
    to.write(answer.body.subarray(sent, ++sent));
    if (sent < answer.body.length) return true;
    to.end();
    return false;
  });
}

function flood(to: ServerResponse): void {
  const pour = (error?: Error | null): void => {
    if (!error && to.writable) to.write(blanks, pour);
  };
  pour();
}

/** Calls `step` again and again, a pause before each, until it says no or the connection is gone. */
function each(to: ServerResponse, milliseconds: number, step: () => boolean): void {
  const timer = setInterval(() => {
    if (!step()) clearInterval(timer);
  }, milliseconds);
  to.once('close', () => {
    clearInterval(timer);
  });
}
