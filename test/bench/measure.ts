import type { Contestant } from './contestants';
import { definitionOfSize, type Definition } from './definitions';
import { keysOf } from './keys';
import { openSession, type Session } from './session';
import type { Row } from './table';

/** How often each thing is done; the keys are pressed and taken back. */
export interface Effort {
  readonly opens: number;
  /** Keys of each kind in a small definition beside, before those that count. */
  readonly beside: number;
  readonly warmUps: number;
  readonly presses: number;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}

/** A round is done by all in turns, so that whatever else the machine does hits all alike. */
async function inTurns(sessions: readonly Session[], rounds: number, run: (session: Session) => Promise<number>) {
  const times = sessions.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, session] of sessions.entries()) times[index]?.push(await run(session));
  return times.map(median);
}

/** Until a server without a document is ready. */
export async function measureStart(contestants: readonly Contestant[], rounds: number): Promise<Row> {
  const times = contestants.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, contestant] of contestants.entries()) {
      const session = await openSession(contestant);
      times[index]?.push(session.untilInitialized);
      await session.stop();
    }
  }
  return { name: 'spawn to initialized', values: times.map(median) };
}

/** No server is quick at the first key of the day: types for a while, and leaves all as it was. */
async function typeBeside(session: Session, count: number): Promise<void> {
  const small = definitionOfSize(2500);
  const document = session.beside();
  await document.open(small.text);
  for (const key of keysOf(small)) for (let press = 0; press < 2 * count; press++) await document.press(key);
}

/** Everything that is measured of one definition. */
export async function measureSize(
  contestants: readonly Contestant[],
  definition: Definition,
  { opens, beside, warmUps, presses }: Effort,
): Promise<Row[]> {
  const { text } = definition;
  const opened = contestants.map((): number[] => []);
  let sessions: Session[] = [];
  for (let round = 0; round < opens; round++) {
    for (const session of sessions) await session.stop();
    sessions = [];
    for (const [index, contestant] of contestants.entries()) {
      const session = await openSession(contestant);
      sessions.push(session);
      opened[index]?.push(await session.open(text));
    }
  }
  const rows: Row[] = [
    { name: 'open to diagnostics', values: opened.map(median) },
    { name: 'memory after opening, MiB', values: sessions.map((session) => session.memory()) },
  ];
  for (const session of sessions) await typeBeside(session, beside);
  const keys = keysOf(definition);
  for (const key of keys) {
    await inTurns(sessions, 2 * warmUps, (session) => session.press(key));
    const values = await inTurns(sessions, 2 * presses, (session) => session.press(key));
    rows.push({ name: `key: ${key.name}`, values });
  }
  const [enumKey] = keys;
  const { line, start: character } = enumKey ?? { line: 0, start: 0 };
  const row = async (name: string, run: (session: Session) => Promise<number>) => {
    await inTurns(sessions, warmUps, run);
    rows.push({ name, values: await inTurns(sessions, presses, run) });
  };
  await row('completion', (session) => session.complete(line, character));
  await row('hover', (session) => session.hover(line, character));
  await row('formatting', (session) => session.format());
  rows.push({ name: 'memory after all this, MiB', values: sessions.map((session) => session.memory()) });
  for (const session of sessions) await session.stop();
  return rows;
}
