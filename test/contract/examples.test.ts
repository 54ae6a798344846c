import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '../../server/src/core/rules/catalogue';
import { diagnose, summarise } from '../support/diagnose';
import { root } from '../support/repository';
import { withSandbox } from '../support/with-sandbox';

const folder = path.join(root, 'examples');
const mistakes = 'full-of-mistakes.targetgroup.json';
const examples = readdirSync(folder).filter((name) => name.endsWith('.targetgroup.json'));
const clean = examples.filter((name) => name !== mistakes);
const textOf = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const hint = 4;

/** What the file of mistakes cannot hold, most of it since it holds something else. */
const notThere = new Set([
  'json-syntax',
  'json-comment',
  'byte-order-mark',
  'schema-required',
  'enrolment-default',
  'unified-combination',
  'unified-expression',
  'streaks-missing',
  'streak-levels',
  'file-limit',
  'internal-error',
]);

describe('the examples', () => {
  it('show every kind of target group', () => {
    const bodies = clean.map((name) => JSON.parse(textOf(name)) as Record<string, unknown>);
    const kinds = new Set(bodies.map((body) => body['trackingType']));
    assert.deepEqual([...kinds].sort(), ['CAPPING', 'DEFAULT', 'STREAKS', 'UNIFIED']);
    for (const sign of ['"leaderboardEnabled": true', '"ALTERNATE_CURRENCIES"', '"userCreated": true']) {
      assert.ok(
        clean.some((name) => textOf(name).includes(sign)),
        sign,
      );
    }
    const names = bodies.map(({ name }) => String(name).toLowerCase());
    assert.deepEqual([...new Set(names)], names);
  });

  for (const name of clean) {
    it(`${name} has nothing above a hint`, () => {
      const found = diagnose(textOf(name)).filter(({ severity = 1 }) => severity < hint);
      assert.deepEqual(summarise(textOf(name), found), []);
    });
  }

  it('are created by the sandbox, the clean ones', async () => {
    await withSandbox({}, async ({ send }) => {
      for (const name of clean) {
        const { status, text } = await send('/v3/targetGroups', textOf(name));
        assert.equal(status, 201, `${name}: ${text}`);
      }
    });
  });

  it('hold every mistake that fits into one file, in the one that is full of them', () => {
    const found = new Set(diagnose(textOf(mistakes)).map(({ code }) => String(code)));
    const expected = catalogue.map(({ code }) => code).filter((code) => !notThere.has(code));
    assert.deepEqual([...found].sort(), [...expected].sort());
  });

  it('are all named in their README, and no other', () => {
    const named = [...textOf('README.md').matchAll(/^\| `([\w-]+)`/gm)].map(
      ([, name = '']) => `${name}.targetgroup.json`,
    );
    assert.deepEqual(named.sort(), [...examples].sort());
  });
});
