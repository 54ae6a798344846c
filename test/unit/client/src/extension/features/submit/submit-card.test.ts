import assert from 'node:assert/strict';
import { describeCard, type SubmitCard } from '../../../../../../../client/src/extension/features/submit/submit-card';
import { inEnglish } from '../../../../../../../server/src/api/index';

const card: SubmitCard = {
  environment: 'Europe',
  kind: 'production',
  host: 'eu.example.com',
  user: 'till.1',
  file: 'groups/spring.targetgroup.json',
  isUnsaved: true,
  summary: { name: 'Spring', periods: 2, targets: 1, values: 2, firstDay: '2027-02-01', lastDay: '2027-03-31' },
  remaining: { warnings: 1, informations: 2, hints: 0 },
  lowered: [],
  hash: 'ab'.repeat(32),
  earlier: undefined,
  previous: undefined,
  shared: [],
};

const phaseOut = 'The API is being phased out for new milestones; its documentation names POST /v3/promotions instead.';

describe('the card of a submit', () => {
  it('names everything that is agreed to', () => {
    const { question, detail } = describeCard(card, inEnglish);
    assert.equal(question, 'Create the target group "Spring" in Europe?');
    assert.deepEqual(detail.split('\n'), [
      'Environment: Europe (PRODUCTION)',
      'Request: POST to eu.example.com, as user till.1',
      'File: groups/spring.targetgroup.json, with changes that are not saved: the text in the editor is sent',
      'Content: periods 2, targets 1, values 2',
      'Days: 2027-02-01 to 2027-03-31',
      'Findings that remain: warnings 1, informations 2, hints 0',
      `SHA-256: ${'ab'.repeat(32)}`,
      phaseOut,
    ]);
  });

  it('names the lowered rules whose errors are sent all the same, where they are and what they say', () => {
    const lowered = [
      { code: 'schema-type', count: 2, line: 7, message: 'active is the text "yes"; true or false is expected.' },
      { code: 'name-length', count: 1, line: 2, message: 'The name has\n201 characters.' },
    ];
    const lines = describeCard({ ...card, lowered }, inEnglish).detail.split('\n');
    assert.deepEqual(
      lines.filter((line) => line.startsWith('Sent all the same')),
      [
        'Sent all the same: schema-type, errors 2, line 7: active is the text "yes"; true or false is expected.',
        'Sent all the same: name-length, errors 1, line 2: The name has\\u{a}201 characters.',
      ],
    );
  });

  it('says what was submitted before, and which ids another environment has too', () => {
    const past = {
      previous: {
        time: '2026-11-21T10:20:00.000Z',
        environment: 'Test',
        verdict: 'created',
        groupId: '4711',
        changes: {
          changed: ['name', 'periods 1 P1'],
          added: [],
          removed: Array.from({ length: 9 }, (_, i) => `t${i}`),
        },
      },
      shared: [{ environment: 'Test', ids: ['preferredTillId 7', 'STORE 3'] }],
      earlier: { time: '2026-11-21T10:20:00.000Z', id: undefined, verdict: 'unknown', isSameContent: true },
    } as const;
    const lines = describeCard({ ...card, ...past }, inEnglish).detail.split('\n');
    assert.deepEqual(lines.slice(6, 9), [
      'Exactly this content was submitted at 2026-11-21T10:20:00.000Z; what came of it is not known.',
      'Since the last submit of this file (2026-11-21T10:20:00.000Z, Test, created, 4711): changed name, periods 1 P1; removed t0, t1, t2, t3, t4, t5 and 3 more',
      'Also named in a submit to Test, which has ids of its own: preferredTillId 7, STORE 3',
    ]);
  });

  it('says what is not there, and nothing of a saved file', () => {
    const summary = { name: 'Spring', periods: 0, targets: 0, values: 0 };
    const { detail } = describeCard({ ...card, isUnsaved: false, summary }, inEnglish);
    assert.match(detail, /^File: groups\/spring\.targetgroup\.json$/m);
    assert.match(detail, /^Days: – to –$/m);
  });

  it('cannot be forged by the name of a group or a file', () => {
    const forged = 'x\nEnvironment: Sandbox (sandbox)\u202e [ok](command:x)';
    const { question, detail } = describeCard(
      { ...card, file: forged, summary: { ...card.summary, name: forged } },
      inEnglish,
    );
    assert.equal(detail.split('\n').length, 8);
    assert.equal(question.split('\n').length, 1);
    assert.doesNotMatch(question + detail, /\]\(|\u202e/);
  });
});
