import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSandbox } from '../../../../support/with-sandbox';

type Fields = Record<string, unknown>;

const path = '/v3/targetGroups';

function readResponse(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '../../../../fixtures/responses', name), 'utf8'));
}

describe('sandbox: the name check', () => {
  const group = {
    name: 'Summer Group',
    trackingType: 'STREAKS',
    active: false,
    userCreated: true,
    periods: [{ refCode: 'Cycle_1' }, { refCode: 1720782952 }],
    targets: [{ name: 'Summer target' }],
    streaks: [{ name: 'Level one', targetCountOfSequence: 1 }],
  };
  const names: [type: string, taken: string][] = [
    ['targetGroupName', 'summer GROUP'],
    ['targetName', 'SUMMER target'],
    ['streakName', 'summer group'],
    ['streakLevelName', 'LEVEL one'],
    ['periodName', 'cycle_1'],
    ['periodName', '1720782952'],
  ];
  for (const [type, value] of names) {
    it(`finds the ${type} "${value}" taken, and another one free`, async () => {
      await withSandbox({}, async ({ send }) => {
        assert.equal((await send(`${path}/isValidName`, { type, value })).data, true);
        assert.equal((await send(path, group)).status, 201);
        const taken = await send(`${path}/isValidName`, { type, value });
        assert.equal(taken.status, 200);
        assert.deepEqual(JSON.parse(taken.text), readResponse('sub-05-not-unique.json'));
        const free = await send(`${path}/isValidName`, { type, value: `${value} 2` });
        assert.deepEqual(JSON.parse(free.text), readResponse('sub-05-unique.json'));
      });
    });
  }

  it('answers 310145 to another type or none, 300004 to no value', async () => {
    await withSandbox({}, async ({ send }) => {
      for (const type of ['groupName', 'TARGETNAME', '__proto__', 'toString', 5, null, undefined]) {
        const answer = await send(`${path}/isValidName`, { type, value: 'x' });
        assert.equal(answer.status, 400);
        assert.deepEqual(JSON.parse(answer.text), readResponse('error-310145-is-valid-name.json'));
      }
      const nameless = await send(`${path}/isValidName`, { type: 'targetName', value: 5 });
      assert.deepEqual([nameless.status, nameless.errors?.[0]?.code], [400, 300004]);
    });
  });
});

describe('sandbox: reading groups back', () => {
  const period = { refCode: 'C1', startDate: '2025-03-01', endDate: '2025-03-31' };
  const groups = [
    { name: 'plain', periods: [period], targets: [{ name: 'spend' }] },
    { name: 'off', active: false },
    { name: 'own', userCreated: true },
  ];
  const createdOn = new Date('2025-02-20T08:00:00.250Z');
  let today = createdOn;

  async function withGroups(use: (read: (at: string) => Promise<Fields[]>) => Promise<void>): Promise<void> {
    today = createdOn;
    await withSandbox({ now: () => today }, async ({ send }) => {
      for (const group of groups) assert.equal((await send(path, group)).status, 201);
      await use(async (at) => {
        const answer = await send<Fields | Fields[]>(at);
        assert.equal(answer.status, 200, answer.text);
        return Array.isArray(answer.data) ? answer.data : [answer.data];
      });
    });
  }

  const listed: [query: string, names: string[]][] = [
    ['', ['plain', 'off']],
    ['?includeOnlyActive=true', ['plain']],
    ['?includeUserCreatedTargetGroups=true', ['plain', 'off', 'own']],
    ['?includeUserCreatedTargetGroups=false', ['plain', 'off']],
    ['?includeOnlyActive=true&includeUserCreatedTargetGroups=TRUE&includePeriods=true', ['plain', 'own']],
  ];
  for (const [query, names] of listed) {
    it(`lists ${names.join(', ')} for "${query}"`, async () => {
      await withGroups(async (read) => {
        assert.deepEqual(
          (await read(path + query)).map((group) => group['name']),
          names,
        );
      });
    });
  }

  it('tells who created a group and when, in the list and by id', async () => {
    await withGroups(async (read) => {
      for (const [group] of [await read(path), await read(`${path}/1001`)]) {
        assert.deepEqual([group?.['id'], group?.['name'], group?.['createdOn']], [1001, 'plain', createdOn.getTime()]);
        const { createdBy } = group?.['attribution'] as { createdBy: Fields };
        assert.deepEqual([createdBy['id'], createdBy['code']], [75_000_001, 'store123']);
        assert.equal((group?.['targets'] as Fields[])[0]?.['name'], 'spend');
      }
    });
  });

  it('has periods on request only, and the status of the day on which it is asked', async () => {
    await withGroups(async (read) => {
      const status = async () => {
        const [group] = await read(`${path}/1001?includePeriods=true`);
        const [first] = group?.['periods'] as Fields[];
        return [first?.['periodStatus'], (group?.['activePeriod'] as Fields | undefined)?.['refCode']];
      };
      assert.ok(!('periods' in ((await read(`${path}/1001`))[0] ?? {})));
      assert.deepEqual(await status(), ['NOT_STARTED', undefined]);
      today = new Date('2025-03-31T23:59:59Z');
      assert.deepEqual(await status(), ['RUNNING', 'C1']);
      today = new Date('2025-04-01T00:00:00Z');
      assert.deepEqual(await status(), ['ENDED', undefined]);
    });
  });

  it('answers 310017 where there is no such group, or no active one when only those are asked for', async () => {
    await withSandbox({}, async ({ send }) => {
      await send(path, { name: 'off', active: false });
      assert.equal((await send(`${path}/1001`)).status, 200);
      for (const at of [`${path}/1002`, `${path}/1001?includeOnlyActive=true`, `${path}/${'9'.repeat(400)}`]) {
        const answer = await send(at);
        const error = { code: 310017, message: 'Target group not found or deactivated' };
        assert.deepEqual([answer.status, answer.errors], [400, [error]], at);
      }
    });
  });
});
