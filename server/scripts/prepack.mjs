// Puts into this folder what the npm package ships and the repository keeps elsewhere. npm runs it before it packs.
import { cp, mkdir, rm } from 'node:fs/promises';

const root = new URL('../../', import.meta.url);
const here = new URL('../', import.meta.url);

await rm(new URL('dist', here), { recursive: true, force: true });
await rm(new URL('schemas', here), { recursive: true, force: true });
await mkdir(new URL('dist', here));
for (const file of ['server.js', 'engine.js', 'cli.js'])
  await cp(new URL(`dist/${file}`, root), new URL(`dist/${file}`, here));
const noMap = (source) => !source.endsWith('.map');
await cp(new URL('dist/preview', root), new URL('dist/preview', here), { recursive: true, filter: noMap });
await cp(new URL('schemas', root), new URL('schemas', here), { recursive: true });
for (const file of ['LICENSE', 'NOTICE']) await cp(new URL(file, root), new URL(file, here));
