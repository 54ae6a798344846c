import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parse } from 'yaml';
import { builtFile } from '../support/built-file';
import { assertNoSecret, canaryClient } from '../support/faults/canaries';
import { root } from '../support/repository';
import { stateIn } from '../support/state-in';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder';
import { withSandbox } from '../support/with-sandbox';
import { writeFiles } from '../support/write-files';

const text = readFileSync(path.join(root, 'docs/pipelines.md'), 'utf8');
const example = readFileSync(path.join(root, 'examples/monthly-spend.targetgroup.json'), 'utf8');

interface Step {
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uses?: string;
}

interface Job {
  readonly steps?: readonly Step[];
  readonly script?: readonly string[];
}

/** The fenced blocks of one language, as they stand. */
function blocksOf(language: string): string[] {
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].flatMap(([, name, block]) =>
    name === language && block !== undefined ? [block] : [],
  );
}

const [githubCheck, githubSubmit, gitlab] = blocksOf('yaml').map((block) => parse(block) as Record<string, unknown>);

function githubJob(workflow: unknown, name: string): Job {
  return (workflow as { readonly jobs: Readonly<Record<string, Job>> }).jobs[name] ?? assert.fail(name);
}

const gitlabJob = (name: string): Job => (gitlab as Readonly<Record<string, Job>>)[name] ?? assert.fail(name);

/** The scripts of a job that call the command line, one after the other. */
function scriptsOf({ steps = [], script = [] }: Job): string[] {
  return [...steps.flatMap(({ run }) => run ?? []), ...script].filter((one) => one.includes('npx targetgroup'));
}

const recipes = {
  GitHub: {
    check: scriptsOf(githubJob(githubCheck, 'check')),
    rehearse: scriptsOf(githubJob(githubSubmit, 'rehearse')),
    submit: scriptsOf(githubJob(githubSubmit, 'submit')),
    report: 'targetgroup.sarif',
    before: 'BEFORE',
  },
  GitLab: {
    check: scriptsOf(gitlabJob('check')),
    rehearse: scriptsOf(gitlabJob('rehearse')),
    submit: scriptsOf(gitlabJob('submit')),
    report: 'targetgroup.xml',
    before: 'CI_COMMIT_BEFORE_SHA',
  },
} as const;

describe('the recipes for pipelines', () => {
  it('give no expression to a script: what comes from outside comes by the environment', () => {
    for (const { check, rehearse, submit } of Object.values(recipes)) {
      for (const scripts of [check, rehearse, submit]) {
        assert.equal(scripts.length, 1);
        assert.doesNotMatch(scripts.join('\n'), /\$\{\{|password|secret/i);
      }
    }
  });

  it('give credentials to the jobs that need them, from secrets, and to no check', () => {
    assert.doesNotMatch(JSON.stringify(githubCheck), /secrets\./);
    for (const job of ['rehearse', 'submit']) {
      const { env } = githubJob(githubSubmit, job).steps?.find(({ run }) => run?.includes('npx targetgroup')) ?? {};
      assert.equal(env?.['TARGETGROUP_HOST'], '${{ vars.TARGETGROUP_HOST }}');
      for (const name of ['TARGETGROUP_KEY', 'TARGETGROUP_SECRET']) assert.equal(env[name], `\${{ secrets.${name} }}`);
    }
  });

  it('ask before they submit, and never two at once', () => {
    const submit = githubJob(githubSubmit, 'submit') as Record<string, unknown>;
    assert.deepEqual([submit['needs'], submit['environment']], ['rehearse', 'production']);
    assert.deepEqual(githubSubmit?.['concurrency'], { group: 'submit-target-groups' });
    const byHand = gitlabJob('submit') as Record<string, unknown>;
    assert.match(JSON.stringify(byHand['rules']), /"when":"manual"/);
    assert.equal(byHand['resource_group'], 'submit-target-groups');
  });
});

// The recipes are scripts of bash, on machines that have it.
if (process.platform !== 'win32') {
  describe('the recipes for pipelines, run', () => {
    let folder: TemporaryFolder;
    let count = 0;

    before(async function () {
      this.timeout(120_000);
      folder = await createTemporaryFolder();
      const cli = builtFile('cli.js');
      const npx = `#!/bin/sh\n[ "$1" = targetgroup ] && shift && exec '${process.execPath}' '${cli}' "$@"\n`;
      mkdirSync(path.join(folder.path, 'bin'));
      writeFileSync(path.join(folder.path, 'bin/npx'), npx);
      chmodSync(path.join(folder.path, 'bin/npx'), 0o755);
    });
    after(() => folder.remove());

    const git = (repository: string, ...args: string[]): string =>
      execFileSync(
        'git',
        ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args],
        {
          cwd: repository,
          encoding: 'utf8',
        },
      ).trim();

    /** A repository with one commit, and these files in a second one; gives the first. */
    function createRepository(files: Readonly<Record<string, string>>): { repository: string; first: string } {
      const repository = path.join(folder.path, `repository-${++count}`);
      mkdirSync(repository);
      git(repository, 'init', '--quiet');
      git(repository, 'commit', '--quiet', '--allow-empty', '--message', 'first');
      const first = git(repository, 'rev-parse', 'HEAD');
      writeFiles(repository, files);
      git(repository, 'add', '--all');
      git(repository, 'commit', '--quiet', '--message', 'second');
      return { repository, first };
    }

    /** Runs a script as both systems do: it ends at the first command that fails. */
    async function runScript(script: string, cwd: string, env: Readonly<Record<string, string>> = {}) {
      const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
        cwd,
        env: {
          PATH: `${path.join(folder.path, 'bin')}:${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
          GITHUB_OUTPUT: path.join(cwd, 'output'),
          ...stateIn(path.join(folder.path, 'state')),
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const [out, err, [status]] = await Promise.all([
        buffer(child.stdout),
        buffer(child.stderr),
        once(child, 'close') as Promise<[number | null]>,
      ]);
      return { status, printed: `${out.toString()}${err.toString()}` };
    }

    const second = example.replaceAll('Spend more every month', 'Spend even more');

    for (const [system, { check, rehearse, submit, report, before: beforeName }] of Object.entries(recipes)) {
      it(`${system}: the check fails with an error in a definition, and reports it in a file`, async () => {
        const { repository } = createRepository({ 'a.targetgroup.json': example });
        const good = await runScript(check.join('\n'), repository);
        assert.deepEqual([good.status, existsSync(path.join(repository, report))], [0, true]);
        writeFiles(repository, { 'b.targetgroup.json': '{"name":""}' });
        const bad = await runScript(check.join('\n'), repository);
        assert.equal(bad.status, 1);
        assert.match(readFileSync(path.join(repository, report), 'utf8'), /name-empty/);
      });

      it(`${system}: what a merge adds is rehearsed, sent as it was rehearsed, and not sent again`, async () => {
        const files = { 'a.targetgroup.json': example, 'two words/-b.targetgroup.json': second, 'c.json': example };
        const { repository, first } = createRepository(files);
        await withSandbox({}, async ({ url, sandbox }) => {
          const env = { ...canaryClient, TARGETGROUP_HOST: url, [beforeName]: first };
          const creates = () =>
            sandbox.received().filter((call) => call.method === 'POST' && call.path === '/v3/targetGroups').length;
          const rehearsed = await runScript(rehearse.join('\n'), repository, env);
          assert.equal(rehearsed.status, 0, rehearsed.printed);
          assert.deepEqual([outcomesIn(repository, 'plan'), creates()], [['ready', 'ready'], 0]);
          if (system === 'GitHub') assert.equal(readFileSync(path.join(repository, 'output'), 'utf8'), 'added=2\n');
          const sent = await runScript(submit.join('\n'), repository, env);
          assert.equal(sent.status, 0, sent.printed);
          assert.deepEqual([outcomesIn(repository, 'record'), creates()], [['created', 'created'], 2]);
          const again = await runScript(submit.join('\n'), repository, env);
          assert.deepEqual([again.status, creates()], [1, 2]);
          for (const { printed } of [rehearsed, sent, again]) assertNoSecret(printed);
        });
      });

      it(`${system}: what was changed after it was rehearsed is not sent`, async () => {
        const { repository, first } = createRepository({ 'a.targetgroup.json': example });
        await withSandbox({}, async ({ url, sandbox }) => {
          const env = { ...canaryClient, TARGETGROUP_HOST: url, [beforeName]: first };
          assert.equal((await runScript(rehearse.join('\n'), repository, env)).status, 0);
          writeFiles(repository, { 'a.targetgroup.json': second });
          assert.equal((await runScript(submit.join('\n'), repository, env)).status, 1);
          assert.deepEqual(outcomesIn(repository, 'record'), ['blocked']);
          assert.equal(sandbox.received().filter((call) => call.path === '/v3/targetGroups').length, 0);
        });
      });

      it(`${system}: a merge that adds none, or one that is in the way, sends nothing`, async () => {
        const { repository, first } = createRepository({ 'b.targetgroup.json': '{"name":""}' });
        await withSandbox({}, async ({ url, sandbox }) => {
          const env = { ...canaryClient, TARGETGROUP_HOST: url, [beforeName]: first };
          assert.equal((await runScript(rehearse.join('\n'), repository, env)).status, 1);
          const none = createRepository({ 'readme.md': '' });
          const more = { ...env, [beforeName]: none.first };
          assert.equal((await runScript(rehearse.join('\n'), none.repository, more)).status, 0);
          assert.equal((await runScript(submit.join('\n'), none.repository, more)).status, 0);
          assert.deepEqual(sandbox.received(), []);
        });
      });
    }

    it('elsewhere: check, rehearse, submit', async () => {
      const { repository } = createRepository({ 'spring.targetgroup.json': example });
      const [commands = ''] = blocksOf('sh');
      await withSandbox({}, async ({ url }) => {
        const env = { ...canaryClient, TARGETGROUP_HOST: url };
        const [check = '', rehearse = '', submit = ''] = commands.trim().split('\n');
        assert.equal((await runScript(check, repository)).status, 0);
        const { printed } = await runScript(rehearse, repository, env);
        const { hash: HASH } = JSON.parse(printed) as { hash: string };
        assert.equal((await runScript(submit, repository, { ...env, HASH })).status, 0);
        assert.equal((await runScript(submit, repository, { ...env, HASH: '0'.repeat(64) })).status, 1);
      });
    });
  });
}

/** The outcomes of the records in a folder, in the order of their names. */
function outcomesIn(repository: string, folder: string): string[] {
  const names = readdirSync(path.join(repository, folder)).sort();
  return names.map((name) => {
    const record = JSON.parse(readFileSync(path.join(repository, folder, name), 'utf8')) as { outcome: string };
    return record.outcome;
  });
}
