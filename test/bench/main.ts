// `npm run bench`: our server against VS Code's own JSON server, in one run, by turns. `--quick` only shows that it runs.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { root } from '../support/repository';
import { createOurs, installJsonServer, type Contestant } from './contestants';
import { openSession, type Session, type Subject } from './session';
import { renderTable, type Row } from './table';

const isQuick = process.argv.includes('--quick');
const starts = isQuick ? 2 : 20;
const [warmUps, presses] = isQuick ? [10, 20] : [400, 2000];

const body = 'create-06-streaks-transaction-sales.targetgroup.json';

/** The last letter of the value STREAKS. */
function createSubject(): Subject {
  const text = readFileSync(path.join(root, 'test/fixtures/accepted', body), 'utf8');
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.includes('"STREAKS"'));
  const character = (lines[line] ?? '').indexOf('STREAKS') + 'STREAK'.length;
  return { text, line, character, valid: 'S', invalid: 'X' };
}

/** By turns, so that whatever else the machine does hits both alike. */
async function measure(contestants: readonly Contestant[], subject: Subject): Promise<Row[]> {
  const times = contestants.map(() => ({
    initialized: [] as number[],
    first: [] as number[],
    pressed: [] as number[],
  }));
  for (let round = 0; round < starts; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const session = await openSession(contestant, subject);
      times[index]?.initialized.push(session.untilInitialized);
      times[index]?.first.push(session.untilFirstDiagnostics);
      await session.stop();
    }
  }
  const sessions: Session[] = [];
  for (const contestant of contestants) sessions.push(await openSession(contestant, subject));
  for (let round = 0; round < warmUps + presses; round += 1) {
    for (const [index, session] of sessions.entries()) {
      const time = await session.press();
      if (round >= warmUps) times[index]?.pressed.push(time);
    }
  }
  for (const session of sessions) await session.stop();
  const row = (name: string, share: number, of: keyof (typeof times)[number]): Row => ({
    name,
    milliseconds: times.map((each) => quantile(each[of], share)),
  });
  return [
    row('spawn to initialized, median', 0.5, 'initialized'),
    row('spawn to first diagnostics, median', 0.5, 'first'),
    row('keystroke to diagnostics, median', 0.5, 'pressed'),
    row('keystroke to diagnostics, 95th percentile', 0.95, 'pressed'),
  ];
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
}

async function main(): Promise<void> {
  const contestants = [createOurs(), await installJsonServer()];
  const subject = createSubject();
  const rows = await measure(contestants, subject);
  const [cpu] = cpus();
  console.log(
    `${body}, ${Buffer.byteLength(subject.text)} bytes; ${starts} starts, ${presses} keystrokes, pull diagnostics`,
  );
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpu?.model ?? '?'}`);
  console.log(
    renderTable(
      contestants.map(({ name }) => name),
      rows,
    ),
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
