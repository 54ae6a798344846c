import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  compareGroups,
  describeComparison,
  parseJsonExactly,
  readCreatedGroup,
} from '../../../../../../server/src/api/index';
import { acceptedBodies } from '../../../../../support/accepted-bodies';
import { withSandbox } from '../../../../../support/with-sandbox';

const responses = new URL('../../../../../fixtures/responses/', import.meta.url);

const compare = (file: object | string, api: object | string) => {
  const parse = (value: object | string): unknown =>
    parseJsonExactly(typeof value === 'string' ? value : JSON.stringify(value))?.value;
  return compareGroups(parse(file), parse(api)).map(({ kind, place, file: here, api: there }) =>
    [kind, place, here, there].map((part) => part ?? '–').join(' | '),
  );
};

describe('the comparison of a definition with a group of the API', () => {
  it('takes as the same what the API only writes otherwise', () => {
    assert.deepEqual(
      compare(
        {
          fromDate: '2027-10-08T00:00:00.000Z',
          periods: [{ refCode: 1720782952, startDate: '2027-10-08T12:00:00', periodStatus: 'RUNNING' }],
          targets: [{ name: 'T', expression: true, defaultValues: [{ defaultValue: '500' }, { defaultValue: 1.5 }] }],
        },
        {
          id: 7,
          fromDate: '2027-10-08',
          periods: [{ id: 1, refCode: '1720782952', startDate: '2027-10-08', periodStatus: 'ENDED', active: true }],
          targets: [
            {
              name: 'T',
              expression: 'true',
              enrolmentMethod: 'IMPORT',
              eventName: 'TransactionAdd',
              defaultValues: [{ id: 1, periodId: 1, defaultValue: 500.0 }, { defaultValue: '1.500' }],
            },
          ],
        },
      ).filter((line) => /^(changed|only)/.test(line)),
      [],
    );
  });

  it('says what differs, by the names of the parts', () => {
    assert.deepEqual(
      compare(
        {
          name: 'Spring',
          periods: [
            { refCode: 'P2', endDate: '2027-10-09' },
            { refCode: 'P1', endDate: '2027-10-08' },
          ],
          targets: [{ name: 'T', targetType: 'SALES' }],
          frequency: 1,
        },
        {
          name: 'Spring',
          periods: [
            { refCode: 'P1', endDate: '2027-10-08' },
            { refCode: 'P2', endDate: '2027-10-10' },
            { refCode: 'P3' },
          ],
          targets: [{ name: 'T', targetType: 'COUNT' }],
          leaderboardEnabled: true,
        },
      ),
      [
        'changed | periods P2 · endDate | "2027-10-09" | "2027-10-10"',
        'only-at-api | periods P3 | – | {… 1}',
        'changed | targets T · targetType | "SALES" | "COUNT"',
        'only-in-file | frequency | 1 | –',
        'only-at-api | leaderboardEnabled | – | true',
      ],
    );
  });

  it('tells numbers apart that a double does not', () => {
    const lines = compare('{"preferredTillId":7998987987686876867}', '{"preferredTillId":7998987987686876868}');
    assert.equal(lines.length, 1);
  });

  it('knows the sibling of a sales target', () => {
    const target = { name: 'T' };
    assert.deepEqual(compare({ targets: [target] }, { targets: [target, { name: 'T_ReturnBill' }] }), [
      'filled-in | targets T_ReturnBill | – | {… 1}',
    ]);
  });

  it('takes equal names one by one, and hostile ones as text', () => {
    assert.deepEqual(compare({ targets: [{ name: 'T' }, { name: 'T' }] }, { targets: [{ name: 'T' }] }), [
      'only-in-file | targets T | {… 1} | –',
    ]);
    const text = '{"__proto__":{"a":1},"constructor":2}';
    assert.deepEqual(compare(text, text), []);
    assert.equal(compare(text, '{}').length, 2);
  });

  it('ends on anything', () => {
    const deep = `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`;
    assert.deepEqual(compare(deep, deep), []);
    for (const odd of [
      'null',
      '[]',
      '1',
      '"x"',
      '{"periods":5}',
      '{"periods":[null,[1]]}',
      '{"targets":[{"name":{}}]}',
    ]) {
      compare(odd, '{"periods":[{}],"targets":[1]}');
      compare('{"periods":[{}],"targets":[1]}', odd);
    }
  });

  describe('of an accepted body with its documented answer', () => {
    // Some pages print the answer of another run beside a request: what differs there is the page's own.
    const known: Readonly<Record<string, readonly string[]>> = {
      'create-01': [
        'changed description',
        'changed name',
        'only-in-file targets UCCtesttarget2',
        'only-at-api targets Opp111',
      ],
      'create-02': [],
      'create-03': [
        'changed name',
        'only-in-file targets target-2024-09-10T13:17:57.210Z',
        'only-at-api targets target-2024-09-10T13:18:32.999Z',
      ],
      'create-04': [],
      'create-06': ['only-in-file userCreated'],
      'create-08': [],
      'create-15': [
        'changed description',
        'only-in-file periods firstperiod',
        'only-at-api periods vbnmihffgnkji',
        'changed targets alternatecuurency_target · description',
      ],
    };
    for (const [name, expected] of Object.entries(known)) {
      it(`${name} has what is known to differ, and nothing else`, () => {
        const sent = acceptedBodies.find((body) => body.name.startsWith(`${name}-`))?.text ?? '';
        const made = readCreatedGroup(sent, readFileSync(new URL(`${name}.json`, responses), 'utf8'));
        const real = made?.differences.filter(({ kind }) => kind === 'changed' || kind.startsWith('only'));
        assert.deepEqual(
          real?.map(({ kind, place }) => `${kind} ${place}`),
          expected,
        );
        assert.match(made?.id ?? '', /^\d+$/);
        assert.ok(made?.periods.every(({ status }) => /^(RUNNING|NOT_STARTED|ENDED)$/.test(status)));
      });
    }
  });

  describe('of an accepted body with what the sandbox made of it', () => {
    for (const { name, text } of acceptedBodies) {
      it(`${name} has nothing that differs`, async () => {
        await withSandbox({}, async ({ send }) => {
          const answer = await send('/v3/targetGroups', text);
          assert.equal(answer.status, 201, answer.text);
          const made = readCreatedGroup(text, answer.text);
          const real = made?.differences.filter(({ kind }) => kind === 'changed' || kind.startsWith('only'));
          assert.deepEqual(real, []);
          assert.match(describeComparison(made?.differences ?? [])[0] ?? '', /same as this definition/);
        });
      });
    }
  });
});
