import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxOptions } from '../../../../../server/src/sandbox/index';
import { type SandboxAnswer, withSandbox } from '../../../../support/with-sandbox';

type Fields = Record<string, unknown>;

const fixtures = join(__dirname, '../../../../fixtures');
const path = '/v3/targetGroups';

/** A target that is accepted as it is. */
const target = {
  name: 'spend',
  targetEntity: 'TRANSACTION',
  targetType: 'SALES',
  defaultValues: [{ defaultValue: 1 }],
};
const currency = { name: 'coins', targetEntity: 'ALTERNATE_CURRENCIES', targetType: 'ALL' };
const period = { refCode: 'C1', startDate: '2025-01-10', endDate: '2025-01-20' };

/** What a group is answered with that is fine but for these members. */
async function answerTo(members: Fields, options: SandboxOptions = {}): Promise<SandboxAnswer<Fields>> {
  let answer: SandboxAnswer<Fields> | undefined;
  await withSandbox(options, async ({ send }) => {
    answer = await send<Fields>(path, { name: 'Group', periods: [period], targets: [target], ...members });
  });
  assert.ok(answer);
  return answer;
}

/** The answer to a target that is fine but for these members, and the target in it. */
async function targetAnswered(members: Fields): Promise<Fields> {
  const answer = await answerTo({ targets: [{ ...target, ...members }] });
  assert.equal(answer.status, 201, answer.text);
  return (answer.data['targets'] as Fields[])[0] ?? {};
}

describe('sandbox: what a create refuses', () => {
  const refused: Record<string, [code: number, members: Fields, options?: SandboxOptions]> = {
    'no name': [300004, { name: null }],
    'a name of 201 characters': [300004, { name: 'n'.repeat(201) }],
    'a name that is a number': [300004, { name: 5 }],
    'a tracking type that is a label': [300004, { trackingType: 'Default' }],
    'the misspelt window of the error text': [300004, { targetEvaluationType: 'FIXED_CALENDER_WINDOW' }],
    'an unknown frequency type': [300004, { frequencyType: 'Monthly' }],
    'a count that is text': [300004, { totalPeriods: '4' }],
    'a count with a fraction': [300004, { recurringCycles: 1.5 }],
    'a flag that is text': [300004, { active: 'true' }],
    'periods that are an object': [300004, { periods: period }],
    'a period that is null': [300004, { periods: [null] }],
    'a day that is none': [300004, { periods: [{ ...period, startDate: '2025-02-30' }] }],
    'a date in another form': [300004, { fromDate: '20/08/2024' }],
    'a date that is a number': [300004, { toDate: 1725974277 }],
    'an unknown period status': [300004, { periods: [{ ...period, periodStatus: 'PAUSED' }] }],
    'an unknown entity': [300004, { targets: [{ ...target, targetEntity: 'Event' }] }],
    'an unknown type': [300004, { targets: [{ ...target, targetType: 'SUM' }] }],
    'an unknown filter': [300004, { targets: [{ ...target, filters: [{ entityType: 'Line item', entityIds: [] }] }] }],
    'a default value that is no number': [
      300004,
      { targets: [{ ...target, defaultValues: [{ defaultValue: '1,5' }] }] },
    ],
    'a default value of 101 digits': [
      300004,
      { targets: [{ ...target, defaultValues: [{ defaultValue: '1'.repeat(101) }] }] },
    ],
    'a default value without end': [
      300004,
      { targets: [{ ...target, defaultValues: [{ defaultValue: '1e999999999' }] }] },
    ],
    'a default value that is missing': [300004, { targets: [{ ...target, defaultValues: [{}] }] }],
    'an expression tree instead of its text': [
      300004,
      { targets: [{ ...target, expressionJson: { arity: 'literal' } }] },
    ],
    'an unknown combination': [300004, { combinationType: 'SOME' }],
    'a sequence count that is text': [300004, { streaks: [{ name: 's', targetCountOfSequence: '1' }] }],
    'a target name of 201 characters': [310008, { targets: [{ ...target, name: 'n'.repeat(201) }] }],
    'a leaderboard with a cyclic window': [310132, { leaderboardEnabled: true, targetEvaluationType: 'CYCLIC_WINDOW' }],
    'a leaderboard without a fixed end': [
      310132,
      { leaderboardEnabled: true, targetEvaluationType: 'PERIOD_AGNOSTIC_WINDOW' },
    ],
    'a leaderboard where the org has none': [
      310133,
      { leaderboardEnabled: true },
      { switches: { leaderboardDisabled: true } },
    ],
    'an event with a sales type': [310033, { targets: [{ ...target, targetEntity: 'EVENT' }] }],
    'a wrong pair in the second target': [310033, { targets: [target, { ...target, targetType: 'REGULAR' }] }],
    'an unknown enrolment': [310130, { targets: [{ ...target, enrolmentMethod: 'Import' }] }],
    'an extended field without its information': [310094, { targets: [{ ...target, targetType: 'EXTENDED_FIELD' }] }],
    'a currency without its information': [310094, { targets: [currency] }],
    'an extended field without a name': [
      310092,
      { targets: [{ ...target, targetType: 'EXTENDED_FIELD', extendedFieldInfo: { name: ' ' } }] },
    ],
    'a currency without a programme': [
      310146,
      { targets: [{ ...currency, extendedFieldInfo: { alternateCurrencyIdentifier: '0nzyDx' } }] },
    ],
    'a currency of programme 0': [
      310146,
      { targets: [{ ...currency, extendedFieldInfo: { alternateCurrencyIdentifier: '0nzyDx', programId: 0 } }] },
    ],
    'a currency without its identifier': [310147, { targets: [{ ...currency, extendedFieldInfo: { programId: 46 } }] }],
  };
  for (const [name, [code, members, options]] of Object.entries(refused)) {
    it(`${code}: ${name}`, async () => {
      const answer = await answerTo(members, options);
      assert.deepEqual([answer.status, answer.errors?.[0]?.code], [400, code], answer.text);
    });
  }

  for (const code of [310033, 310094, 310146, 310147]) {
    it(`prints ${code} as documented`, async () => {
      const documented = JSON.parse(readFileSync(join(fixtures, 'responses', `error-${code}.json`), 'utf8')) as unknown;
      const members = Object.values(refused).find((row) => row[0] === code)?.[1] ?? {};
      assert.deepEqual(JSON.parse((await answerTo(members)).text), documented);
    });
  }

  const unreadable: Record<string, string | Uint8Array> = {
    'an empty body': '',
    'half a body': '{"name": "G"',
    'a comment': '{"name": "G" /* no */}',
    'a trailing comma': '{"name": "G",}',
    'a byte order mark': '\uFEFF{"name": "G"}',
    'a list': '[{"name": "G"}]',
    'a text': '"G"',
    null: 'null',
    'bytes that are no UTF-8': new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    'nesting without end': `{"name": "G", "x": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    'a million values': `{"name": "G", "x": [${'0,'.repeat(1_000_000)}0]}`,
  };
  for (const [name, body] of Object.entries(unreadable)) {
    it(`300004: ${name}`, async () => {
      await withSandbox({}, async ({ send }) => {
        const answer = await send(path, body, { method: 'POST' });
        assert.deepEqual([answer.status, answer.errors?.[0]?.code], [400, 300004], answer.text);
      });
    });
  }

  it('310069: a name that exists, whatever its case, and keeps the first group', async () => {
    await withSandbox({}, async ({ send }) => {
      assert.equal((await send(path, { name: 'Été 2025', active: false, userCreated: true })).status, 201);
      const again = await send(path, { name: 'ÉTÉ 2025' });
      assert.deepEqual(
        [again.status, again.errors],
        [400, [{ code: 310069, message: 'Target group name already exists' }]],
      );
      // A stored name has a blank in front (FACTS a.1), so nothing is trimmed: this is another name.
      assert.equal((await send(path, { name: ' Été 2025' })).status, 201);
    });
  });

  it('stores nothing of what it refuses', async () => {
    await withSandbox({}, async ({ send }) => {
      const refusedGroup = { name: 'Twice', targets: [{ ...target, targetEntity: 'EVENT' }] };
      assert.equal((await send(path, refusedGroup)).status, 400);
      assert.deepEqual((await send(path)).data, []);
      assert.equal((await send(path, { name: 'Twice' })).status, 201);
    });
  });

  it('takes the name once of fifty requests at a time', async () => {
    await withSandbox({}, async ({ send }) => {
      const answers = await Promise.all(Array.from({ length: 50 }, () => send(path, { name: 'Race' })));
      assert.equal(answers.filter((answer) => answer.status === 201).length, 1);
      assert.equal(answers.filter((answer) => answer.errors?.[0]?.code === 310069).length, 49);
    });
  });
});

describe('sandbox: what a create tolerates', () => {
  it('accepts every documented request', async () => {
    await withSandbox({}, async ({ send }) => {
      for (const file of readdirSync(join(fixtures, 'accepted'))) {
        const text = readFileSync(join(fixtures, 'accepted', file), 'utf8');
        // Two of them have one name: the second has to have its own here.
        const answer = await send(path, file.startsWith('create-02') ? text.replaceAll('"UCCtest', '"UCC test') : text);
        assert.equal(answer.status, 201, `${file}: ${answer.text}`);
      }
    });
  });

  const tolerated: Record<string, Fields> = {
    'a name alone': { periods: null, targets: undefined },
    'an empty name': { name: '' },
    'a name of 200 characters beyond the first plane': { name: '🎯'.repeat(200) },
    'counts that disagree': { totalPeriods: 7, targets: [{ ...target, defaultValues: [] }] },
    'more values than periods': { targets: [{ ...target, defaultValues: [{ defaultValue: 1 }, { defaultValue: 2 }] }] },
    'a negative frequency': { frequency: -10 },
    'a till of -1': { preferredTillId: -1 },
    'a period that ends before it starts': { periods: [{ ...period, endDate: '2024-01-01' }] },
    'periods on the same days': { periods: [period, period] },
    'a period without dates': { periods: [{ refCode: 'C1' }] },
    'a period status that no answer has': { periods: [{ ...period, periodStatus: 'UPCOMING' }] },
    'every form of a date': {
      fromDate: '2025-06-11T00:00+05:30',
      toDate: '2025-06-11T00:00:00.123456789+0530',
      targetCycleStartDate: '2025-06-11T00:00:00',
      targetCycleEndDate: '2025-06-11',
      targetCycleStartDateISO: '2025-06-11T10:30:00-08',
    },
    'the singular of the first page': { trackingType: 'STREAK' },
    'rewards, as the first page calls points': {
      targets: [{ ...target, targetEntity: 'REWARDS', targetType: 'ALL_POINTS' }],
    },
    'all, on transactions': { targets: [{ ...target, targetType: 'ALL' }] },
    'an audience': {
      targets: [{ ...target, enrolmentMethod: 'AUDIENCE_FILTER', targetAudienceFilter: [{ versionId: 1 }] }],
    },
    'field information on a count': {
      targets: [{ ...target, targetType: 'COUNT', extendedFieldInfo: { name: 'points', aggregateFunction: 'SUM' } }],
    },
    'an aggregate window in both places': {
      aggregateWindow: { windowType: 'MAX', windowTimeUnit: 'DAY', windowValue: '1' },
      targets: [{ ...target, extendedFieldInfo: { aggregateWindow: { windowType: 'MIN', windowValue: 1 } } }],
    },
    'ids of stores as text': { targets: [{ ...target, filters: [{ entityType: 'ZONE', entityIds: ['7', 8] }] }] },
    'members that nobody knows': { colour: 'red', __proto__x: {}, constructor: 1 },
    'an active period': { activePeriod: period },
    'a leaderboard without a window': { leaderboardEnabled: true },
  };
  for (const [name, members] of Object.entries(tolerated)) {
    it(name, async () => {
      const answer = await answerTo(members);
      assert.equal(answer.status, 201, answer.text);
    });
  }
});

describe('sandbox: what a create makes of a group', () => {
  it('gives back large numbers digit for digit', async () => {
    await withSandbox({}, async ({ send }) => {
      const body = `{"name": "Large", "preferredTillId": 7998987987686876867, "totalPeriods": 2.0,
        "periods": [{"refCode": 9007199254740993, "startDate": "2025-01-01", "endDate": "2025-01-02"}],
        "targets": [{"name": "t", "filters": [{"entityType": "STORE", "entityIds": [9007199254740993, "07"]}]}],
        "combinationType": "ANY", "unifiedTargetExpression": {"thresholdValue": 123456789012345678.50}}`;
      const { text, status } = await send(path, body);
      assert.equal(status, 201, text);
      assert.match(text, /"preferredTillId":7998987987686876867,/);
      assert.match(text, /"totalPeriods":2,/);
      assert.match(text, /"refCode":"9007199254740993",/);
      assert.match(text, /"entityIds":\[9007199254740993,"07"\]/);
      assert.match(text, /"thresholdValue":123456789012345678\.50,/);
    });
  });

  const integers: Record<string, string | undefined> = {
    '-1': '-1',
    '9007199254740993.0': '9007199254740993',
    '1.5e3': '1500',
    '-0': '-0',
    '1.0001': undefined,
    '1.99999999999999999999': undefined,
    '1e999': undefined,
  };
  for (const [sent, stored] of Object.entries(integers)) {
    it(`${stored === undefined ? 'does not take' : `answers ${stored} for`} the integer ${sent}`, async () => {
      await withSandbox({}, async ({ send }) => {
        const { text, status } = await send(path, `{"name": "G", "frequency": ${sent}}`);
        assert.equal(status, stored === undefined ? 400 : 201, text);
        if (stored !== undefined) assert.ok(text.includes(`"frequency":${stored},`), text);
      });
    });
  }

  const decimals: Record<string, string> = {
    '1': '1.000',
    '"1.00"': '1.000',
    '"+.5"': '0.500',
    '-2.5e1': '-25.000',
    '"1."': '1.000',
    '1.2345': '1.235',
    '-0.0001': '0.000',
    '9007199254740993': '9007199254740993.000',
  };
  for (const [sent, stored] of Object.entries(decimals)) {
    it(`stores the default value ${sent} as ${stored}`, async () => {
      await withSandbox({}, async ({ send }) => {
        const body = `{"name": "G", "targets": [{"name": "t", "defaultValues": [{"defaultValue": ${sent}}]}]}`;
        const { text } = await send(path, body);
        assert.ok(text.includes(`"defaultValue":${stored}}`), text);
      });
    });
  }

  it('works the status of a period out from its days and today', async () => {
    const day = (date: string) => ({ startDate: `${date}T23:00:00+14:00`, endDate: date, periodStatus: 'RUNNING' });
    const answer = await answerTo(
      { periods: [day('2025-03-09'), day('2025-03-10'), day('2025-03-11'), { startDate: '2025-03-01' }] },
      { now: () => new Date('2025-03-10T23:59:59.999Z') },
    );
    const periods = answer.data['periods'] as Fields[];
    assert.deepEqual(
      periods.map((entry) => entry['periodStatus']),
      ['ENDED', 'RUNNING', 'NOT_STARTED', undefined],
    );
    assert.equal(periods[0]?.['startDate'], '2025-03-09');
  });

  it('fills in what was not sent, and leaves out what it does not know', async () => {
    const answer = await answerTo(
      { periods: undefined, targets: undefined },
      { now: () => new Date('2025-03-10T08:00:00.000Z') },
    );
    assert.deepEqual(answer.data, {
      id: 1001,
      name: 'Group',
      active: true,
      periods: [],
      targetEvaluationType: 'FIXED_CALENDAR_WINDOW',
      targetCycleStartDate: '2025-03-10T08:00:00.000Z',
      targetCycleEndDate: '2030-03-10T08:00:00.000Z',
      targets: [],
      leaderboardEnabled: false,
      userCreated: false,
    });
    const bare = await targetAnswered({});
    assert.deepEqual([bare['enrolmentMethod'], bare['eventName'], bare['active']], ['IMPORT', 'TransactionAdd', true]);
    assert.ok(!('filters' in bare) && !('expression' in bare) && !('extendedFieldInfo' in bare));
  });

  it('takes the transaction for an event without a name', async () => {
    const event = { targetEntity: 'EVENT', targetType: 'COUNT' };
    assert.equal((await targetAnswered({ ...event, eventName: ' ' }))['eventName'], 'TransactionAdd');
    assert.equal((await targetAnswered({ ...event, eventName: 'spin' }))['eventName'], 'spin');
  });

  it('turns the expression into text', async () => {
    assert.equal((await targetAnswered({ expression: false }))['expression'], 'false');
    assert.equal((await targetAnswered({ expression: 'true' }))['expression'], 'true');
  });

  it('stamps periods with the nearest second, targets with the millisecond', async () => {
    const { data } = await answerTo({}, { now: () => new Date('2025-03-10T08:00:00.750Z') });
    const stamps = [data['periods'], data['targets']].map((parts) => {
      const [first] = parts as { attribution: Fields }[];
      return first?.attribution['lastUpdatedOn'];
    });
    assert.deepEqual(stamps, ['2025-03-10T08:00:01.000+0000', '2025-03-10T08:00:00.750+0000']);
  });

  it('makes twins, where they are asked for, of sales with transaction enrolment only', async () => {
    const targets = [
      { ...target, name: 'a', enrolmentMethod: 'TRANSACTION' },
      { ...target, name: 'b', enrolmentMethod: 'IMPORT' },
      { ...target, name: 'c', targetType: 'COUNT', enrolmentMethod: 'TRANSACTION' },
    ];
    const { data } = await answerTo({ targets }, { switches: { returnBillTwins: true } });
    assert.deepEqual(
      (data['targets'] as Fields[]).map((entry) => entry['name']),
      ['a', 'b', 'c', 'a_ReturnBill'],
    );
  });

  it('echoes cycle dates that were sent, the ISO one for a missing other one', async () => {
    const sent = { targetCycleStartDate: '2025-01-05', targetCycleEndDateISO: '2025-02-01T10:30:00+05:30' };
    const { data } = await answerTo(sent);
    assert.equal(data['targetCycleStartDate'], '2025-01-05');
    assert.equal(data['targetCycleEndDate'], '2025-02-01T10:30:00+05:30');
    assert.equal(data['targetCycleEndDateISO'], '2025-02-01T10:30:00+05:30');
    assert.ok(!('targetCycleStartDateISO' in data));
  });

  it('joins the ids of the targets of a unified group that wants any of them', async () => {
    const second = { ...target, name: 'visit', targetType: 'VISIT' };
    const { data } = await answerTo({ trackingType: 'UNIFIED', combinationType: 'ANY', targets: [target, second] });
    assert.deepEqual(data['unifiedTargetExpression'], { ruleExpression: '(3001 | 3002)' });
  });

  it('has no rule set for alternate currencies and capping', async () => {
    const capping = await answerTo({ trackingType: 'CAPPING' });
    assert.ok(!('emfRuleSetId' in ((capping.data['targets'] as Fields[])[0] ?? {})));
    assert.ok('emfRuleSetId' in (await targetAnswered({})));
  });

  it('knows no period for a value beyond the last one', async () => {
    const values = [{ defaultValue: 1 }, { defaultValue: 2 }];
    const answered = await targetAnswered({ defaultValues: values });
    assert.deepEqual(answered['defaultValues'], [
      { id: 40_001, periodId: 20_001, defaultValue: 1 },
      { id: 40_002, defaultValue: 2 },
    ]);
    assert.deepEqual(Object.keys(answered['targetPeriodDefaultValuesMap'] as Fields), ['20001']);
  });

  it('gives every part an id of its own, going up from group to group', async () => {
    await withSandbox({ firstIds: { group: 7, target: 70 } }, async ({ send }) => {
      const ids: number[][] = [];
      for (const name of ['one', 'two']) {
        const { data } = await send<{ id: number; targets: { id: number; targetGroupId: number }[] }>(path, {
          name,
          targets: [target, { ...target, name: 'second' }],
        });
        ids.push([data.id, ...data.targets.flatMap((entry) => [entry.id, entry.targetGroupId])]);
      }
      assert.deepEqual(ids, [
        [7, 70, 7, 71, 7],
        [8, 72, 8, 73, 8],
      ]);
    });
  });

  it('keeps a member called __proto__ a member', async () => {
    await withSandbox({}, async ({ send }) => {
      const body =
        '{"name": "G", "__proto__": {"polluted": 1}, "targets": [{"name": "t", "filters": [{"__proto__": 5}]}]}';
      const { text, status } = await send(path, body);
      assert.equal(status, 201, text);
      assert.ok(text.includes('"filters":[{"__proto__":5}]'), text);
      assert.equal(({} as Fields)['polluted'], undefined);
    });
  });
});
