import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { faultCatalogue, type Fault, type Place } from '../../../server/src/sandbox/index';
import { root } from '../repository';
import { inTurns, measureFault, type Measured } from './measure-fault';

/** What one fault came to, at each place where it was tried. */
export interface FaultRow {
  readonly fault: Fault;
  readonly at: Partial<Record<Place, Measured>>;
  /** At the create, with the request carried out where it usually is not, and the other way round. */
  readonly otherwise: Measured | undefined;
}

export const tableFile = path.join(root, 'docs/faults.md');

/** Tries every fault: those of the create at the name check and at the token call too. */
export function measureAll(): Promise<FaultRow[]> {
  return inTurns(
    faultCatalogue.map((fault) => async (): Promise<FaultRow> => {
      const at: Partial<Record<Place, Measured>> = {};
      for (const place of placesOf(fault)) at[place] = await measureFault(fault, place);
      const isTriedBothWays = fault.place === 'create' && !isLikeOthers(fault);
      const otherwise = isTriedBothWays ? await measureFault(fault, 'create', !fault.isProcessed) : undefined;
      return { fault, at, otherwise };
    }),
  );
}

function placesOf(fault: Fault): readonly Place[] {
  if (fault.place !== 'create') return [fault.place];
  return isLikeOthers(fault) ? ['create'] : ['create', 'name-check', 'token'];
}

/** The documented errors differ by their codes alone: beyond the create, one of them stands for all. */
function isLikeOthers({ name }: Fault): boolean {
  return /^code-310\d+$/.test(name) && name !== 'code-310069';
}

const head = `# What becomes of a submit when something goes wrong

Measured with the command line against its own sandbox, one fault at a time (\`targetgroup sandbox --fault NAME\`), and held by
\`test/contract/faults.test.ts\`; \`npx tsx test/support/faults/write-table.ts\` writes it anew. Redirects are never followed, and
nothing is ever sent twice.

A fault of the create meets the one POST. "Unknown" is looked up by the group's name; "created, reconciled" was learned so.
`;

/** The documentation of all faults, in Markdown. */
export async function renderTable(rows: readonly FaultRow[]): Promise<string> {
  const creates = rows.flatMap(({ fault, at, otherwise }) =>
    at.create ? [cells(`\`${fault.name}\``, fault.sentence, ...verdictOf(at.create), otherwise?.outcome ?? '')] : [],
  );
  const reads = rows.flatMap(({ fault, at: { 'name-check': check, token } }) =>
    check || token ? [cells(`\`${fault.name}\``, outcomeOf(check), outcomeOf(token))] : [],
  );
  const others = rows.flatMap(({ fault, at }) =>
    Object.entries(at).flatMap(([place, measured]) =>
      fault.place === 'create' ? [] : [cells(`\`${fault.name}\``, fault.sentence, place, ...verdictOf(measured))],
    ),
  );
  const text = [
    head,
    '## At the create\n',
    'The last column: what comes of it if the request is carried out where it is not, and the other way round.\n',
    ...tableOf(['fault', 'what happens', 'outcome', 'exit', 'what is shown', 'otherwise'], creates),
    '\n## At a call before it\n',
    'The same faults, and those that are about these calls, at the check of the name and at the call for a token. Where the',
    'outcome is not "created", nothing was posted (but for `token-unknown`, whose POST the API refuses). The other documented',
    'errors are as `code-310069`.\n',
    ...tableOf(['fault', 'name check', 'token'], reads),
    '\n## About one call\n',
    'Those of the list come after `drop-after`, since only then it is asked for.\n',
    ...tableOf(['fault', 'what happens', 'where', 'outcome', 'exit', 'what is shown'], others),
  ].join('\n');
  return format(text, { ...(await resolveConfig(tableFile)), parser: 'markdown' });
}

const verdictOf = ({ outcome, exit, shown }: Measured): string[] => [outcome, `${exit}`, shown];
const outcomeOf = (measured: Measured | undefined): string => measured?.outcome ?? '';

function tableOf(titles: readonly string[], rows: readonly string[]): string[] {
  return [cells(...titles), cells(...titles.map(() => '---')), ...rows];
}

function cells(...texts: readonly string[]): string {
  return `| ${texts.map((text) => text.replaceAll(/[|<>*_[\]]/g, (sign) => `\\${sign}`)).join(' | ')} |`;
}
