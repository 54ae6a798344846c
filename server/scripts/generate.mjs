// Everything that is derived: schema and field names from schemas/, the rule catalogue from the rules, the
// version from package.json.
// Output has a stable order and no dates, so that running it twice changes nothing.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import prettier from 'prettier';
import { renderCatalogue } from './render-catalogue.mjs';
import { watchedFields } from './watched-fields.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const at = (...parts) => path.join(root, ...parts);
const readJson = (...parts) => JSON.parse(readFileSync(at(...parts), 'utf8'));

/** Writes only what changed, so that watchers and incremental builds stay quiet. */
function write(file, text) {
  const target = at(file);
  let old;
  try {
    old = readFileSync(target, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (old === text) return;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** Every name below a `properties`, in the order of the schema. */
function fieldNames(schema, found = new Set()) {
  if (typeof schema !== 'object' || schema === null) return found;
  for (const name of Object.keys(schema.properties ?? {})) found.add(name);
  for (const part of [schema.properties, schema.definitions]) {
    for (const child of Object.values(part ?? {})) fieldNames(child, found);
  }
  if (schema.items) fieldNames(schema.items, found);
  return found;
}

/** What stands behind the rules' own sources, as one module. */
const ruleEntry = `
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createModel } from './document/model';
import { findingsOf } from './features/findings';
export { catalogue } from './rules/catalogue';
export { rules } from './rules/index';
export const countsIn = (rules, text) => {
  const counts = new Map();
  for (const { code } of findingsOf(createModel(TextDocument.create('file:///a', '', 0, text)), rules))
    counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
};
`;

/** The rules with their descriptions, run from their sources; `hash` is another one when anything of that changed. */
async function loadRules() {
  const folder = mkdtempSync(path.join(tmpdir(), 'targetgroup-generate-'));
  try {
    const outfile = path.join(folder, 'rules.mjs');
    await build({
      stdin: { contents: ruleEntry, resolveDir: at('server/src/core'), loader: 'ts' },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
    const sources = [readFileSync(outfile, 'utf8'), readFileSync(at('server/scripts/watched-fields.mjs'), 'utf8')];
    const hash = createHash('sha256').update(sources.join('\0')).digest('hex').slice(0, 16);
    return { ...(await import(pathToFileURL(outfile).href)), hash };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Found by trying, which takes seconds: only when the rules changed. */
function writeWatchedFields({ rules, countsIn, hash }, codes) {
  const file = 'server/src/generated/watched-fields.generated.ts';
  const head = `${banner}// of rules ${hash}\n`;
  if (existsSync(at(file)) && readFileSync(at(file), 'utf8').startsWith(head)) return;
  const bodies = ['monthly-spend', 'two-departments'].map((name) => readJson(`examples/${name}.targetgroup.json`));
  const watched = Object.entries(watchedFields({ rules, countsIn, schema, bodies })).map(
    ([field, of]) => `  '${field}': [${of.map((code) => codes.indexOf(code)).join(', ')}],\n`,
  );
  write(
    file,
    `${head}/** For each field, by the names that lead to it, the rules that watch it: positions in the catalogue. */
export const watchedFields: Readonly<Record<string, readonly number[]>> = {\n${watched.join('')}};\n`,
  );
}

/** The setting `targetgroup.rules` with every rule in it, and the texts it refers to. */
async function writeLevelSetting(catalogue) {
  const manifest = readJson('package.json');
  const texts = Object.entries(readJson('package.nls.json')).filter(([key]) => !key.startsWith('rule.'));
  const settable = catalogue.filter(({ settable: isSettable }) => isSettable);
  manifest.contributes.configuration.properties['targetgroup.rules'] = {
    type: 'object',
    scope: 'resource',
    default: {},
    order: 5,
    additionalProperties: false,
    markdownDescription: '%setting.rules%',
    properties: Object.fromEntries(
      settable.map(({ code }) => [
        code,
        {
          type: 'string',
          enum: ['error', 'warning', 'information', 'hint', 'off'],
          description: `%rule.${code}%`,
        },
      ]),
    ),
  };
  const ruleTexts = settable.map(({ code, title, levels }) => [
    `rule.${code}`,
    `${title}. Default: ${levels.join(' or ')}.`,
  ]);
  await writeJson('package.json', manifest);
  await writeJson('package.nls.json', Object.fromEntries([...texts, ...ruleTexts]));
}

/** As the project's formatter would leave it. */
async function writeJson(file, value) {
  const options = await prettier.resolveConfig(at(file));
  write(file, await prettier.format(JSON.stringify(value, null, 2), { ...options, filepath: at(file) }));
}

const schema = readJson('schemas/targetgroup.schema.json');
const banner = '// generated by server/scripts/generate.mjs\n';

/** The source of a schema, what nearly every member has in a form that takes little room. */
function toSource(schema) {
  if (Array.isArray(schema)) return `[${schema.map(toSource).join(',')}]`;
  if (typeof schema !== 'object' || schema === null) return JSON.stringify(schema);
  const { type, title, description, ...more } = schema;
  if (typeof title !== 'string' || typeof description !== 'string') return membersSource(schema);
  if (typeof type !== 'string') return untypedSource(schema);
  const { readOnly, 'x-documented-required': isWanted, enum: values, enumDescriptions, ...others } = more;
  const kind = `${readOnly ? 'readOnly' : ''}${isWanted ? 'Wanted' : ''}`;
  if (kind === 'readOnlyWanted') throw new Error(`${title}: nobody can be asked for what the API gives`);
  const words = [type, title, description].map((word) => JSON.stringify(word));
  const meanings = values && enumDescriptions ? `...choice(${pairsSource(values, enumDescriptions)})` : undefined;
  const rest = meanings ? others : { ...others, enum: values, enumDescriptions };
  const body = [meanings, membersBody(rest)].filter(Boolean).join(',');
  const call = { readOnly: 'given', Wanted: 'wanted', '': 'of' }[kind];
  if (type === 'string' && call === 'of') return `text(${words.slice(1)}${body && `,{${body}}`})`;
  return `${call}(${words}${body && `,{${body}}`})`;
}

/** Of a member that may be of several types, or of any. */
function untypedSource({ title, description, readOnly, ...more }) {
  const body = membersBody(more);
  return `${readOnly ? 'sent' : 'about'}(${JSON.stringify(title)},${JSON.stringify(description)}${body && `,{${body}}`})`;
}

const pairsSource = (values, meanings) =>
  `{${values.map((value, index) => `${JSON.stringify(value)}:${JSON.stringify(meanings[index])}`).join(',')}}`;

const membersBody = (members) =>
  Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${JSON.stringify(key)}:${toSource(value)}`)
    .join(',');

const membersSource = (members) => `{${membersBody(members)}}`;

const sourceWords = `const about = (title: string, description: string, more?: object) => ({ title, description, ...more });
const sent = (title: string, description: string, more?: object) => about(title, description, { ...more, readOnly: true });
const of = (type: string, title: string, description: string, more?: object) => about(title, description, { ...more, type });
const text = (title: string, description: string, more?: object) => of('string', title, description, more);
const given = (type: string, title: string, description: string, more?: object) => of(type, title, description, { ...more, readOnly: true });
const wanted = (type: string, title: string, description: string, more?: object) => of(type, title, description, { ...more, 'x-documented-required': true });
const choice = (meanings: object) => ({ enum: Object.keys(meanings), enumDescriptions: Object.values(meanings) });
`;

/** Of the definition as a whole nothing is said anywhere. */
const shown = { ...schema, $schema: undefined, $id: undefined, title: undefined, description: undefined };
write(
  'server/src/generated/schema.generated.ts',
  `${banner}${sourceWords}export const schemaJson: unknown = ${toSource(shown)};\n`,
);
write(
  'server/src/generated/fields.generated.ts',
  `${banner}/** The API's field names, so that code outside the rules never spells one. An enum, which the bundler writes in place. */
export enum field {\n${[...fieldNames(schema)].map((name) => `  ${name} = '${name}',\n`).join('')}}

export type FieldName = keyof typeof field;
`,
);

write(
  'server/src/generated/version.generated.ts',
  `${banner}export const version = '${readJson('package.json').version}';\n`,
);

const loaded = await loadRules();
const { catalogue } = loaded;
const { markdown, lines } = renderCatalogue(catalogue);
write('server/RULES.md', markdown);
write(
  'server/src/generated/rule-lines.generated.ts',
  `${banner}/** One-based line of each rule's heading in RULES.md, in the order of the catalogue. */
export const ruleLines: readonly number[] = ${JSON.stringify(catalogue.map(({ code }) => lines[code]))};\n`,
);

const codes = catalogue.map(({ code }) => code);
writeWatchedFields(loaded, codes);
await writeLevelSetting(catalogue);
