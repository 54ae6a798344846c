// `npm run bench:preview`: from a key in the text to the painted picture, for 4, 400 and 10,000 periods: the server that
// ships answers the change, the page that ships draws the answer in a real browser. `--quick` only shows that it runs.
import type { PreviewModel } from '../../server/src/protocol/requests';
import { openBrowser } from '../support/hosts/open-browser';
import { openPreview, type PreviewInBrowser } from '../support/preview/open-preview';
import { startRpcProcess, type RpcProcess } from '../support/rpc-process';
import { createOurs } from './contestants';

const [warmUps, presses] = process.argv.includes('--quick') ? [1, 3] : [10, 40];
const uri = 'file:///bench/preview.targetgroup.json';
const day = (index: number) => new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10);

/** A definition with that many periods of a day each, and one value for each; the value that changes stands in its last line. */
function definitionOf(periods: number): string {
  const cycle = (_: unknown, index: number) =>
    JSON.stringify({ refCode: `Cycle_${index + 1}`, startDate: day(index), endDate: day(index), active: true });
  const target = { name: 'Spend', targetEntity: 'TRANSACTION', targetType: 'SALES', expression: 'true', filters: [] };
  const values = Array.from({ length: periods }, () => '{ "defaultValue": 500 }').join(',\n');
  return `{
"name": "Bench", "trackingType": "DEFAULT", "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "DAILY",
"totalPeriods": ${periods},
"periods": [
${Array.from({ length: periods }, cycle).join(',\n')}],
"targets": [${JSON.stringify(target).slice(0, -1)}, "defaultValues": [
${values}]}],
"description": "a"}`;
}

interface Times {
  readonly server: number[];
  readonly page: number[];
  readonly total: number[];
}

async function measure(rpc: RpcProcess, preview: PreviewInBrowser, periods: number): Promise<Times> {
  const text = definitionOf(periods);
  const line = text.split('\n').length - 1;
  let version = 1;
  rpc.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'targetgroup', version, text } });
  const times: Times = { server: [], page: [], total: [] };
  const range = { start: { line, character: 16 }, end: { line, character: 17 } };
  for (let press = 0; press < warmUps + presses; press += 1) {
    version += 1;
    const letter = press % 2 === 0 ? 'b' : 'a';
    const pressed = performance.now();
    rpc.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: letter }],
    });
    const model = (await rpc.request('targetgroup/preview', { uri })) as PreviewModel;
    const server = performance.now() - pressed;
    if (model.version !== version || model.facts[0]?.values[0] !== letter)
      throw new Error('not the picture of this text');
    const page = await paint(preview, { kind: 'picture', generation: (generation += 1), model });
    if (press < warmUps) continue;
    times.server.push(server);
    times.page.push(page);
    times.total.push(server + page);
  }
  rpc.notify('textDocument/didClose', { textDocument: { uri } });
  return times;
}

let generation = 0;

/** Milliseconds from the message to the frame after the one that drew it: by then it is painted. */
function paint(preview: PreviewInBrowser, message: unknown): Promise<number> {
  return preview.page.evaluate(async (data) => {
    const arrived = performance.now();
    window.dispatchEvent(new MessageEvent('message', { data }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
    return performance.now() - arrived;
  }, message);
}

function quantile(numbers: readonly number[], share: number): string {
  const sorted = [...numbers].sort((one, other) => one - other);
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? NaN).toFixed(1);
}

async function main(): Promise<void> {
  const rpc = startRpcProcess(createOurs().script);
  const browser = await openBrowser();
  try {
    await rpc.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: false } },
    });
    rpc.notify('initialized', {});
    console.log(`Node ${process.version}, ${presses} keys each; milliseconds, median (95th percentile)`);
    console.log('| periods | server | page, message to paint | together |');
    console.log('|--------:|-------:|-----------------------:|---------:|');
    for (const periods of [4, 400, 10_000]) {
      const preview = await openPreview(browser);
      const { server, page, total } = await measure(rpc, preview, periods);
      const cell = (times: readonly number[]) => `${quantile(times, 0.5)} (${quantile(times, 0.95)})`;
      console.log(`| ${periods} | ${[server, page, total].map(cell).join(' | ')} |`);
      await preview.close();
    }
  } finally {
    await browser.close();
    await rpc.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
