import assert from 'node:assert/strict';
import {
  documentedErrorCodes,
  errorFixes,
  errorPlaceName,
  findFreeName,
  locateError,
} from '../../../../../server/src/api/index';
import { authenticationOf, endpointAt } from '../../../../support/create-request';
import { answerOf, createFakeFetch } from '../../../../support/fake-fetch';
import { createManualClock } from '../../../../support/manual-clock';

const definition = {
  name: 'Spring',
  leaderboardEnabled: true,
  targetEvaluationType: 'CYCLIC_WINDOW',
  targets: [
    { name: 'Spend', targetEntity: 'TRANSACTION', targetType: 'SALES' },
    { name: 'n'.repeat(201), targetEntity: 'TRANSACTION', targetType: 'PROMOTION' },
    { targetEntity: 'ALTERNATE_CURRENCIES', targetType: 'ALL', extendedFieldInfo: { programId: 1 } },
  ],
};

describe('what can be done about an error of the API', () => {
  it('is a change of members that the definition has', () => {
    for (const code of documentedErrorCodes()) {
      for (const pointer of locateError({ code, message: '' }, definition)) {
        for (const { pointer: at, member } of errorFixes(code, pointer, 'Spring 2')) assert.ok(at.endsWith(member), at);
      }
    }
  });

  it('is the window, or the leaderboard', () => {
    assert.deepEqual(
      errorFixes(310132, '/leaderboardEnabled').map(({ member, value }) => [member, value]),
      [
        ['targetEvaluationType', 'FIXED_CALENDAR_WINDOW'],
        ['leaderboardEnabled', false],
      ],
    );
    assert.deepEqual(errorFixes('310133', '/leaderboardEnabled'), [errorFixes(310132, '')[1]]);
  });

  it('is a free name only where one is known, and nothing for what nobody documents', () => {
    assert.deepEqual(errorFixes(310069, '/name'), []);
    assert.equal(errorFixes(310069, '/name', 'Spring 2')[0]?.value, 'Spring 2');
    for (const code of [undefined, 'x', 999999, 300004]) assert.deepEqual(errorFixes(code, '/name', 'a'), []);
  });

  it('is said of the target or period that it is about', () => {
    const named = (code: number) =>
      locateError({ code, message: '' }, definition).map((pointer) => [pointer, errorPlaceName(pointer, definition)]);
    assert.deepEqual(named(310008), [['/targets/1/name', `Target 2 "${'n'.repeat(80)}…"`]]);
    assert.deepEqual(named(310033), [['/targets/1/targetType', `Target 2 "${'n'.repeat(80)}…"`]]);
    assert.deepEqual(named(310146), [['/targets/2/extendedFieldInfo/programId', 'Target 3']]);
    assert.deepEqual(named(310147), [['/targets/2/extendedFieldInfo', 'Target 3']]);
    assert.equal(errorPlaceName('/name', definition), '');
    assert.equal(errorPlaceName('/targets/9/name', 5), '');
    assert.equal(errorPlaceName('/periods/0', { periods: [{ refCode: 'P\n1' }] }), 'Period 1 "P\\u{a}1"');
  });
});

describe('a free name', () => {
  const access = { endpoint: endpointAt('https://api.example'), authentication: authenticationOf('till', 'password') };

  async function find(name: string, taken: (asked: string) => boolean | 'fails') {
    const asked: string[] = [];
    const { fetch } = createFakeFetch(({ body }) => {
      const { value } = JSON.parse(new TextDecoder().decode(body)) as { value: string };
      asked.push(value);
      const answer = taken(value);
      return answer === 'fails' ? answerOf(500) : answerOf(200, JSON.stringify({ data: !answer, errors: null }));
    });
    const { startTimer } = createManualClock();
    return { found: await findFreeName(access, name, { fetch, runtime: 'node', startTimer }), asked };
  }

  it('is the next number that nobody has', async () => {
    const { found, asked } = await find('Spring', (name) => name === 'Spring 2');
    assert.deepEqual([found, asked], ['Spring 3', ['Spring 2', 'Spring 3']]);
    assert.equal((await find('Spring 7', () => false)).found, 'Spring 8');
    assert.equal((await find('Spring 2027', () => false)).found, 'Spring 2028');
  });

  it('is none after five that are taken, or when nobody answers', async () => {
    const { found, asked } = await find('Spring', () => true);
    assert.deepEqual([found, asked.length], [undefined, 5]);
    assert.equal((await find('Spring', () => 'fails')).found, undefined);
  });

  it('is no longer than the API takes, in whole characters', async () => {
    const { found } = await find('🌷'.repeat(200), () => false);
    assert.equal(Array.from(found ?? '').length, 200);
    assert.ok(found?.endsWith('🌷 2'));
  });
});
