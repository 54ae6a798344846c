import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSandbox } from '../../../../support/with-sandbox';

// The seven documented requests whose answers are documented too. Ids, people and the day are set up as they were, so
// that the answers can be compared whole. What differs all the same is listed with its reason.

type Fields = Record<string, unknown>;

interface Answered extends Fields {
  id: number;
  periods: Fields[];
  targets: Fields[];
  streaks?: Fields[];
}

interface Pair {
  /** The documented answer belongs to a request that differed in these values: they are changed before it is sent. */
  readonly sent?: (request: { periods: Fields[]; targets: Fields[] } & Fields) => void;
  readonly returnBillTwins?: boolean;
  /** What this answer showed and today's do not, or the other way round: the documented data is brought up to date. */
  readonly since?: (documented: Answered) => void;
  /** The number texts of the default values are not those of the other answers. */
  readonly valuesHaveOtherDecimals?: string;
  /** The members of extendedFieldInfo come in another order than they were sent in. */
  readonly informationHasOtherOrder?: string;
}

const pairs: Record<string, Pair> = {
  '01': {
    // The answer printed beside this request is of a group called Opp111.
    sent: (request) => {
      Object.assign(request, { name: 'Opp111', description: 'Opp111' });
      Object.assign(request.targets[0] ?? {}, { name: 'Opp111' });
    },
  },
  '02': { since: dropNullWindow },
  '03': {
    // The request's script makes names from the time; the answer is of another run, 36 seconds later.
    sent: (request) => {
      request['name'] = 'Fixed Window Milestone Group 1725974313';
      Object.assign(request.targets[0] ?? {}, { name: 'target-2024-09-10T13:18:32.999Z' });
    },
    since: dropNullWindow,
  },
  '04': {},
  '06': { returnBillTwins: true, since: addMembersSince2024 },
  '08': {
    returnBillTwins: true,
    since: (documented) => {
      addMembersSince2024(documented);
      addEventNames(documented);
    },
    valuesHaveOtherDecimals: 'in September 2023 values were printed as they were sent (2000)',
  },
  '15': {
    // The answer printed beside this request has three other texts.
    sent: (request) => {
      request['description'] = 'streak group';
      Object.assign(request.periods[1] ?? {}, { refCode: 'vbnmihffgnkji' });
      Object.assign(request.targets[0] ?? {}, { description: 'strnbeasdwascs9' });
    },
    valuesHaveOtherDecimals: 'this answer alone in 2024 prints 20, not 20.000',
    informationHasOtherOrder: 'programId is printed first',
  },
};

/** Until October 2024 extendedFieldInfo was answered with `aggregateWindow: null`; later answers leave it out. */
function dropNullWindow(documented: Answered): void {
  for (const target of documented.targets) {
    const information = target['extendedFieldInfo'] as Fields;
    assert.equal(information['aggregateWindow'], null);
    delete information['aggregateWindow'];
  }
}

/** Leaderboards, user-created groups and the map by period came after 2023 (FACTS b.6); 06 did send `userCreated`. */
function addMembersSince2024(documented: Answered): void {
  for (const target of documented.targets) {
    const values = target['defaultValues'] as { periodId: number }[];
    target['targetPeriodDefaultValuesMap'] = Object.fromEntries(values.map((value) => [value.periodId, value]));
  }
  documented['leaderboardEnabled'] = false;
  documented['userCreated'] = documented['trackingType'] === 'STREAKS';
}

/** In September 2023 targets showed no event; two months later (06) they and their twins did. */
function addEventNames(documented: Answered): void {
  for (const target of documented.targets) {
    target['eventName'] = String(target['name']).endsWith('_ReturnBill') ? 'ReturnBill' : 'TransactionAdd';
  }
}

const fixtures = join(__dirname, '../../../../fixtures');

function readDocumented(number: string): { text: string; data: Answered; request: string } {
  const text = readFileSync(join(fixtures, 'responses', `create-${number}.json`), 'utf8');
  const name = readdirSync(join(fixtures, 'accepted')).find((file) => file.startsWith(`create-${number}-`)) ?? '';
  const request = readFileSync(join(fixtures, 'accepted', name), 'utf8');
  return { text, data: (JSON.parse(text) as { data: Answered }).data, request };
}

/** Times are compared to the second: the service made the parts of a group one after the other. */
function alignTimes(actual: unknown, documented: unknown): void {
  if (typeof actual !== 'object' || actual === null || typeof documented !== 'object' || documented === null) return;
  const [ours, theirs] = [actual as Fields, documented as Fields];
  for (const key of Object.keys(ours)) {
    if (key !== 'createdOn' && key !== 'lastUpdatedOn') alignTimes(ours[key], theirs[key]);
    else {
      assert.match(String(ours[key]), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
      assert.ok(Math.abs(toTime(ours[key]) - toTime(theirs[key])) <= 1000, `${String(ours[key])} is too far off`);
      ours[key] = theirs[key];
    }
  }
}

function toTime(text: unknown): number {
  return Date.parse(String(text).replace(/(\d\d)$/, ':$1'));
}

/** The paths of all members in the order of the text; keys that are numbers are left out (JSON.parse sorts them). */
function memberPaths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const here = Array.isArray(value) ? `${path}[]` : `${path}.${key}`;
    return /^\d+$/.test(key) && !Array.isArray(value) ? [] : [here, ...memberPaths(member, here)];
  });
}

/** The members that both have come in the same order. */
function assertSameOrder(actual: unknown, documented: unknown, but: string | undefined): void {
  const [ours, theirs] = [memberPaths(actual), memberPaths(documented)];
  const isCompared = (path: string) => but === undefined || !path.includes(but);
  assert.deepEqual(
    ours.filter((path) => theirs.includes(path) && isCompared(path)),
    theirs.filter((path) => ours.includes(path) && isCompared(path)),
  );
}

/** The texts of all default values, without the map that repeats them. */
function valueTexts(text: string): string[] {
  const once = text.replace(/"targetPeriodDefaultValuesMap":\s*\{(?:\s*"\d+":\s*\{[^}]*\},?)*\s*\}/g, '');
  return [...once.matchAll(/"periodId":\s*\d+,\s*"defaultValue":\s*([^\s,}]+)/g)].map((match) => match[1] ?? '');
}

describe('sandbox: documented requests and their answers', () => {
  for (const [number, pair] of Object.entries(pairs)) {
    it(`answers ${number} as documented`, async () => {
      const { text, data: documented, request } = readDocumented(number);
      const first = documented.targets[0] as unknown as {
        id: number;
        emfRuleSetId?: number;
        attribution: { createdOn: string; createdBy: { id: number; code: string } };
        defaultValues: { id: number }[];
      };
      const body = JSON.parse(request) as { periods: Fields[]; targets: Fields[] } & Fields;
      pair.sent?.(body);
      const { createdOn, createdBy } = first.attribution;
      const firstIds = {
        group: documented.id,
        period: Number(documented.periods[0]?.['id']),
        target: first.id,
        defaultValue: Number(first.defaultValues[0]?.id),
        streak: Number(documented.streaks?.[0]?.['id']),
        ruleSet: first.emfRuleSetId ?? 0,
        till: createdBy.id,
      };
      const now = () => new Date(toTime(createdOn));
      await withSandbox(
        { now, firstIds, switches: { returnBillTwins: pair.returnBillTwins ?? false } },
        async ({ send }) => {
          const credentials = Buffer.from(`${createdBy.code}:bdc87b9c894da5168059e00ebffb9077`).toString('base64');
          const headers = { authorization: `Basic ${credentials}` };
          const answer = await send<Answered>('/v3/targetGroups', pair.sent ? body : request, { headers });
          assert.equal(answer.status, 201, answer.text);
          alignTimes(answer.data, documented);
          if (!pair.valuesHaveOtherDecimals) assert.deepEqual(valueTexts(answer.text), valueTexts(text));
          assertSameOrder(answer.data, documented, pair.informationHasOtherOrder ? '.extendedFieldInfo.' : undefined);
          pair.since?.(documented);
          assert.deepEqual(answer.data, documented);
        },
      );
    });
  }

  it('leaves the twins of 2023 out unless they are asked for', async () => {
    await withSandbox({}, async ({ send }) => {
      const answer = await send<Answered>('/v3/targetGroups', readDocumented('08').request);
      assert.deepEqual(
        answer.data.targets.map((target) => target['name']),
        ['t4', 't5', 't6'],
      );
    });
  });
});
