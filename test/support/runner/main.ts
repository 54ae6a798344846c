// Runs the named steps, or all, and says at the end how many tests passed: what `npm test` is.
import { isCodeServerPlatform } from '../hosts/install-code-server.js';
import { whyNoNeovim } from '../hosts/install-neovim.js';
import { runStep, type Step, type StepEnd } from './run-step.js';

const newest: readonly Step[] = [
  { name: 'build', command: ['npm', 'run', '--silent', 'build'], limit: 300, counts: false },
  { name: 'package', command: ['npm', 'run', '--silent', 'package'], limit: 300, counts: false },
  { name: 'fast', command: ['npm', 'run', '--silent', 'test:fast'], limit: 600, counts: true },
  { name: 'corpus', command: ['npm', 'run', '--silent', 'test:corpus'], limit: 600, counts: true },
  { name: 'page', command: ['npx', 'mocha', '--config', 'test/e2e/page/mocharc.json'], limit: 600, counts: true },
  { name: 'e2e', command: ['npx', 'tsx', 'test/e2e/main.ts'], limit: 900, counts: true },
  { name: 'verdicts', command: ['npx', 'tsx', 'test/e2e/verdicts/main.ts'], limit: 600, counts: true },
  { name: 'crash', command: ['npx', 'tsx', 'test/e2e/crash/main.ts'], limit: 300, counts: true },
  { name: 'outside', command: ['npx', 'mocha', '--config', 'test/e2e/outside/mocharc.json'], limit: 900, counts: true },
  { name: 'web', command: ['npx', 'tsx', 'test/web/main.ts'], limit: 600, counts: true },
  { name: 'editors', command: ['npx', 'mocha', '--config', 'test/editors/mocharc.json'], limit: 600, counts: true },
  { name: 'bench', command: ['npm', 'run', '--silent', 'bench', '--', '--quick'], limit: 300, counts: false },
];
/** Those in a VS Code of the lowest version that the manifest admits. */
const lowest: readonly Step[] = newest
  .filter(({ name }) => name === 'e2e' || name === 'web')
  .map((step) => ({ ...step, name: `${step.name}-lowest`, env: { VSCODE_RELEASE: 'lowest' } }));
const steps = [...newest, ...lowest];
const everything = [
  ...['package', 'fast', 'corpus', 'page', 'e2e', 'verdicts', 'crash', 'outside', 'web'],
  ...['editors', 'e2e-lowest', 'web-lowest', 'bench'],
];

/** Why a step cannot run on this machine; undefined where it can. CI's machine can run all. */
function whyNot(step: string): string | undefined {
  if (step === 'outside' && !isCodeServerPlatform) return 'only on Linux x64';
  return step === 'editors' && process.env['CI'] === undefined ? whyNoNeovim() : undefined;
}

function choose(names: readonly string[]): Step[] {
  const chosen = (names.length > 0 ? names : everything).map((name) => {
    const step = steps.find((each) => each.name === name);
    if (step === undefined) throw new Error(`no step ${name}; there are ${steps.map((each) => each.name).join(', ')}`);
    return step;
  });
  return chosen.filter(({ name }) => {
    const reason = whyNot(name);
    if (reason !== undefined) console.log(`${name}: left out: ${reason}`);
    return reason === undefined;
  });
}

function describe(name: string, { passed, failed, fault, seconds }: StepEnd): string {
  const counts = [passed, failed].map((number) => String(number).padStart(6));
  return `${name.padEnd(11)} ${counts.join(' ')} ${String(seconds).padStart(5)} s${fault === undefined ? '' : `  ${fault}`}`;
}

/** A step's own totals are left out: the last line is the only one of that form. */
function print(text: string): void {
  process.stdout.write(text.replace(/^\d+ passed, \d+ failed\n/gm, ''));
}

async function main(): Promise<boolean> {
  const lines = ['step        passed failed'];
  let passed = 0;
  let failed = 0;
  for (const step of choose(process.argv.slice(2))) {
    console.log(`--- ${step.name}`);
    const end = await runStep(step, print);
    lines.push(describe(step.name, end));
    passed += end.passed;
    failed += end.failed;
    // Without the build nothing after it tests what is in the sources.
    if (!step.counts && end.fault !== undefined) break;
  }
  console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}

void main().then((green) => (process.exitCode = green ? 0 : 1));
