import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { diagnose, summarise } from '../support/diagnose';
import { expandSnippet } from '../support/expand-snippet';
import {
  compileSchema,
  readSchema,
  resolveReference,
  schemaNodesOf,
  unknownKeysOf,
  type SchemaNode,
} from '../support/target-group-schema';

interface Snippet {
  prefix: string;
  description: string;
  body: string[];
  isFileTemplate?: boolean;
}

const url = new URL('../../snippets/targetgroup.code-snippets', import.meta.url);
const snippets = Object.values(JSON.parse(readFileSync(url, 'utf8')) as Record<string, Snippet>);

/** Whole groups, by prefix, with the members that make them what they are called. */
const WHOLE = new Map<string, string[]>([
  ['tg-default', ['"trackingType": "DEFAULT"']],
  ['tg-leaderboard', ['"trackingType": "DEFAULT"', '"leaderboardEnabled": true']],
  ['tg-unified', ['"trackingType": "UNIFIED"', '"combinationType": "ALL"']],
  ['tg-streaks', ['"trackingType": "STREAKS"', '"streaks": [']],
  ['tg-non-continuous-streaks', ['"trackingType": "NON_CONTINUOUS_STREAKS"', '"streaks": [']],
  ['tg-capping', ['"trackingType": "CAPPING"']],
  ['tg-alternate-currency', ['"targetEntity": "ALTERNATE_CURRENCIES"', '"alternateCurrencyIdentifier": "']],
]);

/** Partial snippets, by prefix, with the part of a group that they are put in for. */
const PARTIAL = new Map<string, keyof Parts>([
  ['tg-period', 'period'],
  ['tg-target-sales', 'target'],
  ['tg-target-event-count', 'target'],
  ['tg-target-event-attribute', 'target'],
  ['tg-filter', 'filter'],
  ['tg-streak-levels', 'streaks'],
]);

interface Parts {
  streaks: string;
  period: string;
  filter: string;
  target?: string;
}

const PARTS: Parts = {
  streaks: '"streaks": [{ "name": "Once", "targetCountOfSequence": 1 }]',
  period: '{ "refCode": "P1", "startDate": "2027-05-01", "endDate": "2027-05-31" }',
  filter: '{ "entityType": "STORE", "entityIds": [1] }',
};

/** A group with nothing to complain about, in which one part is the given text. */
function groupWith(part: keyof Parts, text: string): string {
  const { streaks, period, filter, target }: Parts = { ...PARTS, [part]: text };
  const later = ['07', '08'].map((n) => PARTS.period.replace('P1', `P${n}`).replaceAll('-05-', `-${n}-`));
  const periods = target === undefined ? [period, ...later] : [period];
  const values = periods.map(() => '{ "defaultValue": 1 }').join();
  const plainTarget = `{
    "name": "T", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT",
    "filters": [${filter}], "defaultValues": [${values}]
  }`;
  return `{
    "name": "G", "trackingType": "STREAKS", "targetEvaluationType": "FIXED_CALENDAR_WINDOW",
    "totalPeriods": ${periods.length}, "frequencyType": "CUSTOM", "frequency": 0, "recurringCycles": 0, ${streaks},
    "periods": [${periods.join()}], "targets": [${target ?? plainTarget}]
  }`;
}

const schema = readSchema();
const errorsOf = compileSchema(schema);

/** The schema without the members that only answers carry: a snippet must not offer them. */
const createSchema = readSchema();
for (const { node } of schemaNodesOf(createSchema)) {
  if (node.properties === undefined) continue;
  node.properties = Object.fromEntries(Object.entries(node.properties).filter(([, child]) => child.readOnly !== true));
}

/** What every definition made of a snippet has to pass: each check answers with what it found, at best nothing. */
const CHECKS: [title: string, problemsOf: (text: string) => unknown[]][] = [
  ['has the shape that the schema describes', (text) => errorsOf(JSON.parse(text))],
  ['has no unknown and no server member', (text) => unknownKeysOf(createSchema, JSON.parse(text))],
  ['gets no finding at all from the engine', (text) => summarise(text, diagnose(text))],
];

/** The definitions that a snippet can become: with each choice's first, second, … option. */
function definitionsOf({ prefix, body }: Snippet): string[] {
  const counts: number[] = [];
  expandSnippet(body, { choose: (options) => String(counts.push(options.length)) });
  const rounds = Array.from({ length: Math.max(1, ...counts) }, (_, index) => index);
  return rounds.map((round) => {
    const choose = (options: readonly string[]) => options[Math.min(round, options.length - 1)] ?? '';
    const text = expandSnippet(body, { choose });
    const part = PARTIAL.get(prefix);
    return part === undefined ? text : groupWith(part, text);
  });
}

/** A copy of the value whose members stand in the order in which the schema lists them. */
function inSchemaOrder(value: unknown, node: SchemaNode): unknown {
  const { properties = {}, items = {} } = resolveReference(schema, node);
  if (Array.isArray(value)) return value.map((element) => inSchemaOrder(element, items));
  if (typeof value !== 'object' || value === null) return value;
  const members = new Map<string, unknown>(Object.entries(value));
  const known = Object.entries(properties).filter(([name]) => members.has(name));
  return Object.fromEntries(known.map(([name, child]) => [name, inSchemaOrder(members.get(name), child)]));
}

/** Asserts that the tab stops with a default are numbered from 1 in reading order, so that Tab never jumps back. */
function assertNumberedInOrder(text: string, message: string): void {
  const defined = [...text.matchAll(/\$\{(\d+)[:|]/g)].map(([, number]) => Number(number));
  assert.deepEqual(
    defined,
    defined.map((_, index) => index + 1),
    message,
  );
}

describe('snippets', () => {
  it('are those of the two tables, each prefix once', () => {
    assert.deepEqual(snippets.map(({ prefix }) => prefix).sort(), [...WHOLE.keys(), ...PARTIAL.keys()].sort());
  });

  it('say what they are for, and whole groups can fill a new file', () => {
    for (const { prefix, description, isFileTemplate } of snippets) {
      assert.match(description, /^[A-Z].{15,}[^.]$/, prefix);
      assert.equal(isFileTemplate ?? false, WHOLE.has(prefix), prefix);
    }
  });

  it('are indented by tabs, which the editor turns into the indentation of the file', () => {
    for (const { prefix, body } of snippets) {
      for (const line of body) assert.match(line, /^\t*\S/, prefix);
    }
  });

  it('have tab stops numbered from 1 in reading order', () => {
    for (const { prefix, body } of snippets) assertNumberedInOrder(body.join('\n'), prefix);
  });

  it('are put into a group that passes every check itself', () => {
    const text = groupWith('streaks', PARTS.streaks);
    for (const [title, problemsOf] of CHECKS) assert.deepEqual(problemsOf(text), [], title);
  });

  for (const snippet of snippets) {
    for (const [title, problemsOf] of CHECKS) {
      it(`${snippet.prefix} ${title}`, () => {
        for (const text of definitionsOf(snippet)) assert.deepEqual(problemsOf(text), [], text);
      });
    }
  }

  for (const [prefix, members] of WHOLE) {
    it(`${prefix} is what it is called`, () => {
      const snippet = snippets.find((candidate) => candidate.prefix === prefix);
      const text = expandSnippet(snippet?.body ?? '');
      for (const member of members) assert.ok(text.includes(member), member);
    });
  }

  it('name the members of each object in the order of the schema', () => {
    const ordered = (text: string) => JSON.stringify(inSchemaOrder(JSON.parse(text), schema));
    for (const snippet of snippets) {
      const [text = ''] = definitionsOf(snippet);
      assert.equal(JSON.stringify(JSON.parse(text)), ordered(text), snippet.prefix);
    }
  });

  it('hold real dates of 2027, as many values as periods, and as many periods as they say', () => {
    for (const snippet of snippets) {
      for (const text of definitionsOf(snippet)) {
        for (const [date] of text.matchAll(/\d{4}-\d\d-\d\d/g)) {
          assert.equal(new Date(`${date}T00:00:00Z`).toISOString(), `${date}T00:00:00.000Z`, date);
          assert.match(date, /^2027-/);
        }
        const { totalPeriods, periods, targets } = JSON.parse(text) as {
          totalPeriods?: number;
          periods: object[];
          targets: { defaultValues: object[] }[];
        };
        assert.equal(totalPeriods ?? periods.length, periods.length, snippet.prefix);
        for (const target of targets) assert.equal(target.defaultValues.length, periods.length, snippet.prefix);
      }
    }
  });
});

describe('schema: default snippets', () => {
  /** The text of a body as VS Code makes it: JSON, where a text that begins with ^ stands as it is. */
  const toText = (body: unknown): string =>
    JSON.stringify(body).replace(/"\^((?:[^"\\]|\\.)*)"/g, (_, text: string) => JSON.parse(`"${text}"`) as string);

  const { definitions = {} } = createSchema;
  for (const { place, node } of schemaNodesOf(createSchema)) {
    for (const { label, description, body } of node.defaultSnippets ?? []) {
      it(`${place}: ${label} fits the place that offers it`, () => {
        assert.match(description, /^[A-Z].{10,}[^.]$/);
        assertNumberedInOrder(toText(body), label);
        const value: unknown = JSON.parse(expandSnippet(toText(body)));
        assert.deepEqual(compileSchema({ ...node, definitions })(value), []);
        assert.deepEqual(unknownKeysOf(createSchema, value, node), []);
      });
    }
  }
});
