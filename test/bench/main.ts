// `npm run bench`: our server against VS Code's own JSON server and the YAML server, in one run, by turns, and what
// grows with the size of the text. `--quick` only shows that it runs; `--write` writes RESULTS.md.
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { root } from '../support/repository';
import { measureCheck } from './check-files';
import { createOurs, installJsonServer, installYamlServer } from './contestants';
import { definitionOfSize } from './definitions';
import { fittedExponent, measureOwn } from './growth';
import { measureSize, measureStart, type Effort } from './measure';
import { renderTable } from './table';

const isQuick = process.argv.includes('--quick');
const kibi = 1024;

/** What is measured at each size; the YAML server takes part as far as its answers come within seconds. */
const sizes: readonly {
  readonly name: string;
  readonly bytes: number;
  readonly effort: Effort;
  readonly yaml: boolean;
}[] = isQuick
  ? [{ name: '2 KiB', bytes: 2.5 * kibi, effort: { opens: 1, beside: 1, warmUps: 1, presses: 2 }, yaml: true }]
  : [
      { name: '2 KiB', bytes: 2.5 * kibi, effort: { opens: 3, beside: 100, warmUps: 150, presses: 200 }, yaml: false },
      {
        name: '2 KiB, with YAML',
        bytes: 2.5 * kibi,
        effort: { opens: 3, beside: 1, warmUps: 5, presses: 5 },
        yaml: true,
      },
      { name: '448 KiB', bytes: 448 * kibi, effort: { opens: 3, beside: 100, warmUps: 15, presses: 15 }, yaml: false },
      {
        name: '448 KiB, with YAML',
        bytes: 448 * kibi,
        effort: { opens: 1, beside: 1, warmUps: 1, presses: 2 },
        yaml: true,
      },
      {
        name: '1.9 MiB',
        bytes: 1.9 * kibi * kibi,
        effort: { opens: 2, beside: 100, warmUps: 8, presses: 8 },
        yaml: false,
      },
      {
        name: '9.1 MiB',
        bytes: 9.1 * kibi * kibi,
        effort: { opens: 2, beside: 100, warmUps: 4, presses: 5 },
        yaml: false,
      },
    ];

function growthTable(): string {
  const periods = isQuick ? [1, 8] : [4, 16, 64, 256, 1024, 4096, 8192, 18_000];
  const measured = periods.map((count) => measureOwn(count, isQuick ? 2 : 20));
  const names = measured[0]?.rows.map(({ name }) => name) ?? [];
  const head = ['', ...measured.map(({ bytes }) => `${Math.round(bytes / kibi)} KiB`), 'exponent'];
  const lines = names.map((name, index) => {
    const points = measured.map(({ bytes, rows }) => ({ size: bytes, time: rows[index]?.values[0] ?? NaN }));
    return [name, ...points.map(({ time }) => time.toFixed(2)), fittedExponent(points).toFixed(2)];
  });
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

async function main(): Promise<void> {
  const parts: string[] = [];
  const say = (text: string) => {
    parts.push(text);
    console.log(`${text}\n`);
  };
  const [cpu] = cpus();
  say('# Benchmark');
  say(
    `${process.platform} ${process.arch}, ${cpus().length} cores (${cpu?.model ?? 'unknown'}), ${Math.round(totalmem() / kibi ** 3)} GiB; Node ${process.version}. Medians in milliseconds where nothing else is said; keys after 1,000 others in a small definition beside (10 where YAML takes part); made by \`npm run bench -- --write\`.`,
  );
  const ours = createOurs();
  const json = await installJsonServer();
  const yaml = await installYamlServer();
  const starting = await measureStart([ours, json, yaml], isQuick ? 1 : 8);
  say('## Start');
  say(
    renderTable(
      [ours, json, yaml].map(({ name }) => name),
      [starting],
    ),
  );
  for (const { name, bytes, effort, yaml: withYaml } of sizes) {
    const definition = definitionOfSize(bytes);
    const contestants = withYaml ? [ours, json, yaml] : [ours, json];
    say(`## ${name}: ${Buffer.byteLength(definition.text)} bytes, ${definition.periods} periods`);
    say(
      renderTable(
        contestants.map((each) => each.name),
        await measureSize(contestants, definition, effort),
      ),
    );
  }
  say('## The engine alone, without process and transport');
  say(growthTable());
  say('## Command line');
  const check = await measureCheck(isQuick ? 10 : 1000, 1);
  say(renderTable(check.names, [check.row]));
  if (process.argv.includes('--write'))
    await writeFile(path.join(root, 'test/bench/RESULTS.md'), `${parts.join('\n\n')}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  // Servers may still run: they end with this process.
  process.exit(1);
});
