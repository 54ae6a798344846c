import assert from 'node:assert/strict';
import { cp, readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../support/hosts/run-command.js';
import { startNeovim, type Neovim } from '../support/hosts/start-neovim.js';
import { root } from '../support/repository.js';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';

const example = path.join(root, 'examples/monthly-spend.targetgroup.json');
let folder: TemporaryFolder;
let neovim: Neovim;
let file: string;

/** The configuration that the README gives: the only Lua in it. */
async function readmeSnippet(): Promise<string> {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  const [snippet, ...others] = [...readme.matchAll(/^```lua\n([^]*?)^```$/gm)].map(([, lua]) => lua);
  assert.ok(snippet !== undefined && others.length === 0, 'the README has one snippet of Lua');
  return snippet;
}

/** Installs the npm package as a user does, and returns the folder of its programs. */
async function installPackage(): Promise<string> {
  const [tarball, ...others] = readdirSync(root).filter((name) => /^targetgroup-language-server-.*\.tgz$/.test(name));
  assert.ok(tarball !== undefined && others.length === 0, 'npm run package makes exactly one');
  const quiet = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runCommand('npm', ['install', '--prefix', folder.path, ...quiet, path.join(root, tarball)]);
  return path.join(folder.path, 'node_modules/.bin');
}

/** Asks Neovim again until its answer passes, and returns that. */
async function eventually<T>(what: string, expression: string, passes: (answer: T) => boolean): Promise<T> {
  const probe = async () => {
    const answer = (await neovim.ask(expression)) as T;
    return passes(answer) ? { answer } : undefined;
  };
  return (await until(probe, { what, within: 20_000 })).answer;
}

interface NeovimDiagnostic {
  readonly lnum: number;
  readonly col: number;
  readonly end_col: number;
  readonly severity: number;
  readonly source: string;
  readonly code: string;
  readonly message: string;
}
const diagnosticsWhen = (what: string, passes: (found: readonly NeovimDiagnostic[]) => boolean) =>
  eventually(what, `luaeval('vim.diagnostic.get(0)')`, passes);

interface Suggestion {
  readonly word: string;
  readonly abbr: string;
  readonly info: string;
}
const suggestions = async () => {
  await neovim.type('<C-x><C-o>');
  return await eventually<readonly Suggestion[]>(
    'a list of suggestions',
    'complete_info().items',
    ({ length }) => length > 0,
  );
};

before(async function () {
  this.timeout(300_000);
  folder = await createTemporaryFolder();
  file = path.join(folder.path, path.basename(example));
  await cp(example, file);
  const programs = await installPackage();
  neovim = await startNeovim({ home: path.join(folder.path, 'home'), init: await readmeSnippet(), programs, file });
});
after(async () => {
  await neovim.stop();
  await folder.remove();
});

// One author at one file: each step goes on where the one before it ended.
describe('Neovim, set up as the README says', () => {
  it('starts the server for a definition', async () => {
    await eventually('a client', `luaeval('#vim.lsp.buf_get_clients(0)')`, (clients) => clients === 1);
  });

  it('marks a wrong value once it is typed', async () => {
    await neovim.type('/"DEFAULT"<CR>lciwWRONG<Esc>');
    const [found, ...others] = await diagnosticsWhen('a problem', ({ length }) => length > 0);
    assert.deepEqual(others, []);
    assert.ok(found);
    const { lnum, col, end_col, severity, source, code, message } = found;
    assert.deepEqual([lnum, col, end_col, severity], [4, 18, 25, 1]);
    assert.deepEqual([source, code], ['targetgroup', 'schema-enum']);
    assert.match(message, /^trackingType is "WRONG"; DEFAULT, UNIFIED, /);
  });

  it('says what a field means', async () => {
    await neovim.type(':lua vim.lsp.buf.hover()<CR>');
    const floating = `luaeval('vim.tbl_filter(function(w) return vim.api.nvim_win_get_config(w).relative ~= "" end, vim.api.nvim_list_wins())')`;
    const [window] = await eventually<readonly number[]>('a window', floating, ({ length }) => length > 0);
    const lines = (await neovim.ask(`getbufline(winbufnr(${window}), 1, '$')`)) as readonly string[];
    assert.equal(lines[0], '**Tracking type** · `trackingType` · text');
    assert.match(lines.join('\n'), /What kind of milestone the group is/);
  });

  it('mends it by a code action', async () => {
    await neovim.type(':lua vim.lsp.buf.code_action()<CR>');
    const list = /^1: Replace with "DEFAULT"\r?\n2: Replace with "UNIFIED"[^]*Type number and <Enter>/m;
    await until(() => list.test(neovim.printed()), { what: 'a list of actions', within: 20_000 });
    await neovim.type('1<CR>');
    await eventually('the value of before', 'getline(5)', (line) => line === '  "trackingType": "DEFAULT",');
    await diagnosticsWhen('no problem any more', ({ length }) => length === 0);
  });

  it('suggests the values that a field takes, with what they mean', async () => {
    await neovim.type('/"MONTHLY"<CR>ct,');
    const offered = await suggestions();
    const labels = offered.map(({ abbr }) => abbr);
    assert.deepEqual(labels.slice(0, 3), ['DAILY', 'WEEKLY', 'MONTHLY']);
    assert.match(offered[1]?.info ?? '', /Weeks of seven days/);
    // The first one is in the text already.
    await neovim.type(`${'<C-n>'.repeat(labels.indexOf('MONTHLY'))}<C-y><Esc>`);
    await eventually('the value', 'getline(8)', (line) => line === '  "frequencyType": "MONTHLY",');
  });

  it('suggests the members that are not there yet', async () => {
    await neovim.type('ggo');
    const labels = (await suggestions()).map(({ abbr }) => abbr);
    const present = Object.keys(JSON.parse(await readFile(example, 'utf8')) as object);
    assert.deepEqual(
      present.filter((name) => labels.includes(name)),
      [],
    );
    assert.ok(labels.length > 0);
    await neovim.type('<C-e><Esc>u');
  });

  it('leaves the text as it was, and no process behind', async () => {
    const server = Number(await neovim.ask(`luaeval('vim.lsp.buf_get_clients(0)[1].rpc.pid')`));
    assert.ok(isRunning(server), 'the server runs');
    await neovim.type(':wqa<CR>');
    assert.equal(await neovim.ended, 'status 0');
    assert.equal(await readFile(file, 'utf8'), await readFile(example, 'utf8'));
    await until(() => !isRunning(server), { what: 'the end of the server', within: 10_000 });
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
