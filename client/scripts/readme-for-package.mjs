// The README as the package ships it: without its pictures, which the package leaves out (CONTRIBUTING, Package).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const text = readFileSync(path.join(root, 'README.md'), 'utf8').replace(/^!\[[^\]]*\]\([^)]*\)\n\n/gm, '');
mkdirSync(path.join(root, 'out'), { recursive: true });
writeFileSync(path.join(root, 'out/README.md'), text);
