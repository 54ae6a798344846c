import { gzipSync } from 'node:zlib';
import { failureWith, toWire, type WireAnswer } from '../answer';
import { errorCatalogue } from '../error-catalogue';
import { isObject, type Json, type JsonObject, toObject } from '../json-value';
import { readJson } from '../read-json';
import { writeJson } from '../write-json';
import { defineFault, type Fault } from './fault';

/** The answer arrives, and what it holds is unusual. */
export const contentFaults: readonly Fault[] = [
  defineFault({
    name: 'html',
    sentence: 'Nothing is done, and the answer is 200 with a page of HTML.',
    isProcessed: false,
    answer: () => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: utf8('<html><b>Welcome</b></html>'),
    }),
  }),
  defineFault({
    name: 'empty',
    sentence: 'The answer is 200 with nothing in it.',
    answer: () => ({ status: 200, headers: {}, body: utf8('') }),
  }),
  defineFault({
    name: 'status-204',
    sentence: 'The answer is 204, which has no content.',
    answer: () => ({ status: 204, headers: {}, body: utf8('') }),
  }),
  defineFault({
    name: 'cut-json',
    sentence: 'The answer arrives complete, but its JSON ends in the middle.',
    answer: ({ body, ...usual }) => ({ ...usual, body: body.subarray(0, Math.floor(body.length / 2)) }),
  }),
  defineFault({
    name: 'invalid-utf8',
    sentence: 'The answer is made of bytes that are no UTF-8.',
    answer: (usual) => ({ ...usual, body: Uint8Array.of(0x7b, 0xc3, 0x28, 0xff, 0xfe, 0x7d) }),
  }),
  defineFault({
    name: 'nested',
    sentence: 'The answer is 100,000 lists, one in the other.',
    answer: (usual) => ({ ...usual, body: utf8('['.repeat(100_000) + ']'.repeat(100_000)) }),
  }),
  defineFault({
    name: 'no-id',
    sentence: 'The answer is a success whose data has no id.',
    answer: (usual) => edit(usual, (answer) => withData(answer, { id: undefined })),
  }),
  defineFault({
    name: 'data-null',
    sentence: 'The answer is a success whose data is null.',
    answer: (usual) => edit(usual, (answer) => changed(answer, { data: null })),
  }),
  defineFault({
    name: 'errors-object',
    sentence: 'The answer is a success whose errors are an object where a list is expected.',
    answer: (usual) => edit(usual, (answer) => changed(answer, { errors: toObject({ code: 300004 }) })),
  }),
  defineFault({
    name: 'errors-beside-data',
    sentence: 'The answer has both an id and an error.',
    answer: (usual) => edit(usual, (answer) => changed(answer, { errors: [toObject({ code: 300004 })] })),
  }),
  defineFault({
    name: 'code-zero',
    sentence: 'The answer is a success with the error 0, which means that there is none.',
    answer: (usual) => edit(usual, (answer) => changed(answer, { errors: [toObject({ code: 0, message: '' })] })),
  }),
  defineFault({
    name: 'code-text',
    sentence: 'Nothing is done, and the code of the error is a text.',
    isProcessed: false,
    answer: () => toWire(failureWith(400, { code: '310069', message: errorCatalogue[310069] })),
  }),
  defineFault({
    name: 'error-200',
    sentence: 'Nothing is done, and the error comes with status 200.',
    isProcessed: false,
    answer: () => toWire(failureWith(200, { code: 300004, message: errorCatalogue[300004] })),
  }),
  defineFault({
    name: 'huge',
    sentence: 'The answer is followed by 6 MB of blanks.',
    answer: ({ body, ...usual }) => ({ ...usual, body: Buffer.concat([body, Buffer.alloc(6_000_000, ' ')]) }),
  }),
  defineFault({
    name: 'gzip',
    sentence: 'The answer is compressed, and fine.',
    answer: (usual) => compressed(usual, gzipSync(usual.body)),
  }),
  defineFault({
    name: 'gzip-broken',
    sentence: 'The answer says that it is compressed, and is not.',
    answer: (usual) => compressed(usual, usual.body),
  }),
  defineFault({
    name: 'gzip-bomb',
    sentence: 'The answer is some 100 kB that unpack to 100 MB.',
    answer: (usual) => compressed(usual, bomb(usual.body)),
  }),
  ...lookUpFaults(),
];

/** The name check and the list answer something else than what is so. */
function lookUpFaults(): Fault[] {
  const nameCheck: [name: string, data: Json, sentence: string][] = [
    ['name-taken', false, 'The name check says that the name is taken.'],
    ['name-free', true, 'The name check says that the name is free.'],
    ['name-unclear', 'perhaps', 'The name check says neither yes nor no.'],
  ];
  const list: [name: string, data: Json, sentence: string][] = [
    ['list-empty', [], 'The list has no group in it.'],
    ['list-unclear', 'many', 'The list is no list.'],
  ];
  const at = (place: 'name-check' | 'list', [name, data, sentence]: [string, Json, string]) =>
    defineFault({ name, sentence, place, answer: (usual) => edit(usual, (answer) => changed(answer, { data })) });
  return [...nameCheck.map((row) => at('name-check', row)), ...list.map((row) => at('list', row))];
}

/** Tokens that are no good, and how long the good ones are said to be so. */
export const tokenFaults: readonly Fault[] = [
  tokenFault('ttl-zero', 'The token is said to be good for 0 seconds.', { ttlSeconds: 0 }),
  tokenFault('ttl-negative', 'The token is said to be good for -1 seconds.', { ttlSeconds: -1 }),
  tokenFault('ttl-huge', 'The token is said to be good for 1,000,000,000,000 seconds.', { ttlSeconds: 1e12 }),
  tokenFault('ttl-text', 'How long the token is good is a text.', { ttlSeconds: 'long' }),
  tokenFault('ttl-missing', 'How long the token is good is not said.', { ttlSeconds: undefined }),
  tokenFault('token-missing', 'The answer has no token.', { accessToken: undefined }),
  tokenFault('token-line-end', 'The token has a line end in it.', { accessToken: 'good\r\nX-Injected: 1' }),
  tokenFault('token-unknown', 'The token is one that the API does not take.', { accessToken: 'never-issued' }),
];

function tokenFault(name: string, sentence: string, members: Parameters<typeof withData>[1]): Fault {
  const answer = (usual: WireAnswer) => edit(usual, (envelope) => withData(envelope, members));
  return defineFault({ name, sentence, place: 'token', answer });
}

/** The answer with another envelope; one that is no envelope stays. */
function edit(usual: WireAnswer, change: (envelope: JsonObject) => JsonObject): WireAnswer {
  const envelope = readJson(Buffer.from(usual.body).toString('utf8'));
  if (!isObject(envelope)) return usual;
  return { ...usual, body: utf8(writeJson(change(envelope))) };
}

/** The object with these members instead of its own; one that is undefined goes. */
function changed(object: JsonObject, members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return toObject({ ...Object.fromEntries(object), ...members });
}

function withData(envelope: JsonObject, members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const data = envelope.get('data');
  return isObject(data) ? changed(envelope, { data: changed(data, members) }) : envelope;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Compressed texts one after the other are the compressed text of all of them (RFC 1952). */
function bomb(fuse: Uint8Array): Uint8Array {
  const megabyte = gzipSync(Buffer.alloc(1_000_000, ' '));
  return Buffer.concat([gzipSync(fuse), ...Array.from({ length: 100 }, () => megabyte)]);
}

function compressed(usual: WireAnswer, body: Uint8Array): WireAnswer {
  return { ...usual, headers: { ...usual.headers, 'content-encoding': 'gzip' }, body };
}
