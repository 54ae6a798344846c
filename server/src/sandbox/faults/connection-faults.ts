import { defineFault, type Fault } from './fault';

/** The way to the API and back fails. */
export const connectionFaults: readonly Fault[] = [
  defineFault({
    name: 'drop-before',
    sentence: 'Nothing is done, and the connection is closed without an answer.',
    isProcessed: false,
    delivery: 'closed',
  }),
  defineFault({
    name: 'drop-after',
    sentence: 'The request is carried out, and the connection is closed without an answer.',
    delivery: 'closed',
  }),
  defineFault({
    name: 'reset-before',
    sentence: 'Nothing is done, and the connection is reset.',
    isProcessed: false,
    delivery: 'reset',
  }),
  defineFault({
    name: 'reset-after',
    sentence: 'The request is carried out, and the connection is reset.',
    delivery: 'reset',
  }),
  defineFault({
    name: 'silent-before',
    sentence: 'Nothing is done, and no answer ever comes.',
    isProcessed: false,
    delivery: 'none',
  }),
  defineFault({
    name: 'silent-after',
    sentence: 'The request is carried out, and no answer ever comes.',
    delivery: 'none',
  }),
  defineFault({ name: 'delay', sentence: 'The answer begins after 3 seconds.', delivery: 'late' }),
  defineFault({ name: 'drip', sentence: 'The answer comes a byte at a time, one a second.', delivery: 'drip' }),
  defineFault({
    name: 'endless',
    sentence: 'Behind the answer come blanks, one a second, without end.',
    delivery: 'endless',
  }),
  defineFault({
    name: 'flood',
    sentence: 'Behind the answer come blanks, as fast as they are read, without end.',
    delivery: 'flood',
  }),
  defineFault({
    name: 'cut-length',
    sentence: 'Half of the answer comes, less than its Content-Length, and the connection is closed.',
    delivery: 'half',
  }),
  defineFault({
    name: 'cut-chunks',
    sentence: 'The answer comes in chunks, and the connection is closed before the last one.',
    delivery: 'unfinished',
  }),
  defineFault({
    name: 'garbage',
    sentence: 'The request is carried out, and what comes back is not HTTP.',
    delivery: 'garbage',
  }),
];
