import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type FaultRow, measureAll, renderTable, tableFile } from '../support/faults/fault-table';
import { assertNoSecret } from '../support/faults/canaries';

/** What CONTRACT says that each fault of the create comes to; every other one is rejected. */
const expected: Readonly<Record<string, string>> = {
  created: 'delay gzip code-zero',
  'created, reconciled':
    'drop-after reset-after silent-after drip endless flood cut-length cut-chunks garbage empty status-204 cut-json ' +
    'invalid-utf8 nested no-id data-null errors-object errors-beside-data huge gzip-broken gzip-bomb',
  unknown:
    'drop-before reset-before silent-before html status-408 status-500 status-502 status-503 status-504 status-521',
  unauthorized: 'status-401 status-403 code-4000',
};

const exits: Readonly<Record<string, number>> = {
  created: 0,
  'created, reconciled': 0,
  unknown: 3,
  unauthorized: 1,
  rejected: 1,
  blocked: 1,
  unreachable: 1,
};

function expectedFor(name: string): string {
  const found = Object.entries(expected).find(([, names]) => names.split(' ').includes(name));
  return found?.[0] ?? 'rejected';
}

/** Every fault of the sandbox, with real HTTP, from the command line. */
describe('faults', () => {
  let rows: readonly FaultRow[];

  before(async function () {
    this.timeout(120_000);
    rows = await measureAll();
  });

  it('of the create end as CONTRACT says, with one POST and the group that the verdict speaks of', () => {
    for (const { fault, at } of rows) {
      if (!at.create) continue;
      const { outcome, exit, made, posts } = at.create;
      const wanted = expectedFor(fault.name);
      assert.deepEqual([outcome, exit, made, posts], [wanted, exits[wanted], fault.isProcessed ? 1 : 0, 1], fault.name);
    }
  });

  it('that leave the verdict open end as unknown without a group, and as created, reconciled, with it', () => {
    const isOpen = (outcome: string) => outcome === 'unknown' || outcome === 'created, reconciled';
    const open = rows.filter(({ at }) => at.create !== undefined && isOpen(at.create.outcome));
    assert.ok(open.length > 30, `${open.length}`);
    for (const { fault, at, otherwise } of open) {
      assert.deepEqual(
        [at.create?.outcome, otherwise?.outcome, otherwise?.made, otherwise?.posts],
        fault.isProcessed ? ['created, reconciled', 'unknown', 0, 1] : ['unknown', 'created, reconciled', 1, 1],
        fault.name,
      );
    }
  });

  it('before the create end the submit with nothing posted, or do no harm', () => {
    for (const { fault, at } of rows) {
      for (const place of ['name-check', 'token'] as const) {
        const measured = at[place];
        if (!measured || fault.name === 'token-unknown') continue;
        const { outcome, exit, posts, made } = measured;
        const isHarmless = outcome === 'created';
        assert.ok(['created', 'unreachable', 'unauthorized', 'blocked'].includes(outcome), `${fault.name} ${outcome}`);
        assert.deepEqual([exit, posts, made], isHarmless ? [0, 1, 1] : [1, 0, 0], `${fault.name} ${place}`);
      }
    }
  });

  const earlier: [name: string, check: string | undefined, token: string | undefined][] = [
    ['drop-before', 'unreachable', 'unreachable'],
    ['silent-after', 'unreachable', 'unreachable'],
    ['drip', 'unreachable', 'unreachable'],
    ['garbage', 'unreachable', 'unreachable'],
    ['delay', 'created', 'created'],
    ['gzip', 'created', 'created'],
    ['status-401', 'unauthorized', 'unauthorized'],
    ['status-403', 'unauthorized', 'unauthorized'],
    ['status-429', 'blocked', 'blocked'],
    ['status-500', 'blocked', 'blocked'],
    ['status-503-error', 'blocked', 'blocked'],
    ['redirect-307', 'blocked', 'blocked'],
    ['html', 'blocked', 'blocked'],
    ['cut-length', 'blocked', 'blocked'],
    ['status-400', 'blocked', 'blocked'],
    ['error-200', 'blocked', 'unauthorized'],
    ['code-text', 'blocked', 'unauthorized'],
    ['nested', 'blocked', 'blocked'],
    ['gzip-bomb', 'blocked', 'blocked'],
    ['name-taken', 'blocked', undefined],
    ['name-unclear', 'blocked', undefined],
    ['token-missing', undefined, 'unauthorized'],
    ['token-line-end', undefined, 'unauthorized'],
    ['token-unknown', undefined, 'unauthorized'],
    ['ttl-zero', undefined, 'created'],
    ['ttl-negative', undefined, 'created'],
    ['ttl-huge', undefined, 'created'],
    ['ttl-text', undefined, 'created'],
    ['ttl-missing', undefined, 'created'],
  ];
  for (const [name, check, token] of earlier) {
    it(`${name}, before the create: ${[check, token].filter(Boolean).join(', ')}`, () => {
      const at = rows.find(({ fault }) => fault.name === name)?.at ?? assert.fail(name);
      if (check !== undefined) assert.equal(at['name-check']?.outcome, check);
      if (token !== undefined) assert.equal(at.token?.outcome, token);
    });
  }

  it('of the list cost the id, and not the verdict', () => {
    for (const name of ['list-empty', 'list-unclear']) {
      const { outcome, posts, made, shown } = rows.find(({ fault }) => fault.name === name)?.at.list ?? assert.fail();
      assert.deepEqual([outcome, posts, made], ['created, reconciled', 1, 1]);
      assert.match(shown, /has the group now: its name was free just before/);
    }
  });

  it('show no secret, whatever happens', () => {
    for (const { at, otherwise } of rows) {
      for (const measured of [...Object.values(at), otherwise]) if (measured) assertNoSecret(measured.everything);
    }
  });

  it('are documented as they were measured', async () => {
    const documented = readFileSync(tableFile, 'utf8').split('\n');
    const measured = (await renderTable(rows)).split('\n');
    const others = (lines: readonly string[], than: readonly string[]) => lines.filter((line) => !than.includes(line));
    // To be written anew by: npx tsx test/support/faults/write-table.ts
    assert.deepEqual([others(measured, documented), others(documented, measured)], [[], []]);
  });
});
