import assert from 'node:assert/strict';
import {
  compileSchema,
  readSchema,
  readSchemaSubset,
  resolveReference,
  schemaNodesOf,
} from '../support/target-group-schema';

// What follows transcribes the rules' chapters Fields, Types and Accepted values, independently of the schema.

/** Members of create bodies, by the object that holds them. */
const CREATE_FIELDS: Record<string, string> = {
  group: `name description active preferredTillId trackingType targetEvaluationType totalPeriods frequencyType frequency
    recurringCycles userCreated leaderboardEnabled fromDate toDate targetCycleStartDate targetCycleEndDate
    targetCycleStartDateISO targetCycleEndDateISO timeZoneName aggregateWindow windowType windowTimeUnit windowValue
    periods targets streaks combinationType unifiedTargetExpression activePeriod`,
  period: 'active description startDate endDate periodStatus refCode',
  target: `name active description expression expressionJson filters targetEntity targetType eventName enrolmentMethod
    defaultValues extendedFieldInfo targetMilestoneTriggers targetAudienceFilter`,
  filter: 'entityType entityIds',
  defaultValue: 'defaultValue',
  streak: 'name targetCountOfSequence',
  unifiedTargetExpression: 'aggregation thresholdValue',
  extendedFieldInfo: 'name aggregateFunction alternateCurrencyIdentifier programId aggregateWindow',
  aggregateWindow: 'windowType windowTimeUnit windowValue',
};

/** Members that only answers and update bodies carry. */
const SERVER_FIELDS: Record<string, string> = {
  group: 'id attribution orgId createdOn lastUpdatedOn createdOnISO lastUpdatedOnISO deactivateTargetIds',
  period: 'id attribution targetGroupId',
  target: 'id attribution targetGroupId emfRuleSetId emfUnrolledRulesetId targetPeriodDefaultValuesMap',
  defaultValue: 'id periodId targetName',
  streak: 'id attribution targetGroupId',
  unifiedTargetExpression: 'ruleExpression',
};

/** Types of create members by name; a name that is missing here is a text. `undefined`: any type. */
const TYPES = new Map<string, string | string[] | undefined>([
  ['expression', ['boolean', 'string']],
  ['refCode', ['string', 'number']],
  ['windowValue', ['string', 'number']],
  ['aggregateWindow', ['object', 'string']],
  ['defaultValue', undefined],
  ...typed('integer', 'preferredTillId totalPeriods frequency recurringCycles programId targetCountOfSequence'),
  ...typed('number', 'thresholdValue'),
  ...typed('boolean', 'active userCreated leaderboardEnabled'),
  ...typed(
    'array',
    'periods targets streaks filters defaultValues entityIds targetMilestoneTriggers targetAudienceFilter',
  ),
  ...typed('object', 'extendedFieldInfo unifiedTargetExpression activePeriod'),
]);

/** What the elements of each array are: a definition, a type, or an object whose members are not looked at. */
const ELEMENTS = new Map<string, unknown>([
  ['periods', { $ref: '#/definitions/period' }],
  ['targets', { $ref: '#/definitions/target' }],
  ['streaks', { $ref: '#/definitions/streak' }],
  ['filters', { $ref: '#/definitions/filter' }],
  ['defaultValues', { $ref: '#/definitions/defaultValue' }],
  ['entityIds', { type: ['integer', 'string'] }],
  ['targetMilestoneTriggers', { type: 'object' }],
  ['targetAudienceFilter', { type: 'object' }],
]);

/** Values accepted without a finding, by field name; every other field is free. */
const ACCEPTED_VALUES = new Map<string, string>([
  ['trackingType', 'DEFAULT UNIFIED STREAKS NON_CONTINUOUS_STREAKS CAPPING'],
  ['targetEvaluationType', 'FIXED_CALENDAR_WINDOW CYCLIC_WINDOW PERIOD_AGNOSTIC_WINDOW'],
  ['frequencyType', 'DAILY WEEKLY MONTHLY QUARTERLY HALF_YEARLY YEARLY CUSTOM'],
  ['periodStatus', 'RUNNING NOT_STARTED ENDED UPCOMING LIVE'],
  ['targetEntity', 'TRANSACTION LINEITEM EVENT POINTS ALTERNATE_CURRENCIES'],
  [
    'targetType',
    `QUANTITY SALES GROSS_SALES COUNT VISIT EXTENDED_FIELD EVENT_ATTRIBUTE REGULAR_POINTS PROMOTIONAL_POINTS ALL_POINTS
      ALL REGULAR PROMOTION`,
  ],
  ['enrolmentMethod', 'TRANSACTION IMPORT AUDIENCE_FILTER'],
  ['entityType', 'STORE ZONE CONCEPT'],
  ['aggregateFunction', 'SUM COUNT'],
  ['windowType', 'MIN MAX'],
  ['windowTimeUnit', 'DAY'],
  ['combinationType', 'ALL ANY'],
  ['aggregation', 'SUM COUNT'],
]);

/** Texts that stand for an accepted value and are not it in other letters, blanks or dashes; none: any may be meant. */
const LABELS = new Map<string, Record<string, string[]>>([
  ['trackingType', { STREAK: ['STREAKS'], 'Non continuous streak': ['NON_CONTINUOUS_STREAKS'] }],
  ['targetEvaluationType', { FIXED_CALENDER_WINDOW: ['FIXED_CALENDAR_WINDOW'] }],
  ['targetEntity', { REWARDS: ['POINTS'] }],
  ['targetType', { SUM: ['EVENT_ATTRIBUTE', 'SALES'] }],
  ['entityType', { Transaction: [], 'Line item': [] }],
]);

const MINIMUMS = { 'group.totalPeriods': 0, 'streak.targetCountOfSequence': 1 };
const LENGTHS = {
  'group.name': 200,
  'target.name': 200,
  'group.description': 255,
  'period.description': 255,
  'target.description': 255,
};
const DOCUMENTED_REQUIRED = [
  ...['trackingType', 'totalPeriods', 'targetEvaluationType', 'frequencyType', 'frequency', 'recurringCycles'].map(
    (name) => `group.${name}`,
  ),
  ...['startDate', 'endDate', 'refCode'].map((name) => `period.${name}`),
  ...['name', 'targetEntity', 'targetType'].map((name) => `target.${name}`),
];
const DATES = [
  'period.startDate',
  'period.endDate',
  'group.fromDate',
  'group.toDate',
  'group.targetCycleStartDate',
  'group.targetCycleEndDate',
  'group.targetCycleStartDateISO',
  'group.targetCycleEndDateISO',
];

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

function typed(type: string, names: string): [string, string][] {
  return words(names).map((name) => [name, type]);
}

const schema = readSchema();
const nodes = schemaNodesOf(schema);
const { definitions = {}, ...group } = schema;
const objects = { group, ...definitions };
const fields = Object.entries(objects).flatMap(([owner, { properties = {} }]) =>
  Object.entries(properties).map(([name, node]) => ({
    path: `${owner}.${name}`,
    owner,
    name,
    node,
    resolved: resolveReference(schema, node),
    server: words(SERVER_FIELDS[owner] ?? '').includes(name),
  })),
);

describe('schema: the keyword subset', () => {
  const subset = readSchemaSubset();

  it('is two lists that share no keyword, without anything our walker cannot read', () => {
    const all = [...subset.validation, ...subset.annotation];
    assert.equal(new Set(all).size, all.length);
    const forbidden = ['oneOf', 'anyOf', 'allOf', 'if', 'uniqueItems', 'pattern', 'additionalProperties', 'maximum'];
    assert.deepEqual(
      forbidden.filter((keyword) => all.includes(keyword)),
      [],
    );
    assert.deepEqual(words('$ref definitions type properties items required enum minimum'), subset.validation);
  });

  it('holds every keyword of the schema', () => {
    const allowed = new Set([...subset.validation, ...subset.annotation]);
    const outside = nodes.flatMap(({ place, node }) =>
      Object.keys(node)
        .filter((keyword) => !allowed.has(keyword))
        .map((keyword) => `${place}: ${keyword}`),
    );
    assert.deepEqual(outside, []);
  });

  it('is used at the places it allows: $schema, $id, definitions and required on the root alone', () => {
    for (const keyword of ['$schema', '$id', 'definitions', 'required']) {
      assert.deepEqual(
        nodes.filter(({ node }) => keyword in node).map(({ place }) => place),
        [''],
        keyword,
      );
    }
    assert.deepEqual(schema.required, ['name']);
    assert.equal(schema.type, 'object');
  });

  it('has only references that resolve, and nothing but annotations beside them', () => {
    for (const { place, node } of nodes) {
      if (node.$ref === undefined) continue;
      assert.match(node.$ref, /^#\/definitions\/[a-zA-Z]+$/, place);
      assert.equal(resolveReference(schema, node).$ref, undefined, `${place}: a reference to a reference`);
      const beside = Object.keys(node).filter((keyword) => keyword !== '$ref' && subset.validation.includes(keyword));
      assert.deepEqual(beside, [], place);
    }
  });

  it('leaves a schema that ajv compiles in strict mode', () => {
    const errorsOf = compileSchema(schema);
    assert.deepEqual(errorsOf({ name: 'n' }), []);
    assert.deepEqual(errorsOf({}), [{ place: '', keyword: 'required' }]);
    assert.deepEqual(errorsOf([]), [{ place: '', keyword: 'type' }]);
    assert.deepEqual(errorsOf({ name: 'n', periods: [{ startDate: 1 }], streaks: [{ targetCountOfSequence: 0 }] }), [
      { place: '/streaks/0/targetCountOfSequence', keyword: 'minimum' },
      { place: '/periods/0/startDate', keyword: 'type' },
    ]);
  });
});

describe('schema: what the rules say about the shape', () => {
  it('knows every field of the rules and none else', () => {
    assert.deepEqual(Object.keys(objects).sort(), Object.keys(CREATE_FIELDS).sort());
    for (const [owner, node] of Object.entries(objects)) {
      const expected = [...words(CREATE_FIELDS[owner] ?? ''), ...words(SERVER_FIELDS[owner] ?? '')].filter(Boolean);
      assert.deepEqual(Object.keys(node.properties ?? {}).sort(), expected.sort(), owner);
    }
  });

  it('marks exactly the members of answers and updates as read-only', () => {
    for (const { path, node, server } of fields) assert.equal(node.readOnly, server ? true : undefined, path);
  });

  it('gives every create field its type, and no type to what the API fills in (an attribution is an object)', () => {
    for (const { path, name, resolved, server } of fields) {
      if (server) assert.equal(resolved.type, name === 'attribution' ? 'object' : undefined, path);
      else assert.deepEqual(resolved.type, TYPES.has(name) ? TYPES.get(name) : 'string', path);
    }
    for (const name of Object.keys(definitions)) {
      assert.deepEqual(definitions[name]?.type, TYPES.get(name) ?? 'object', name);
    }
  });

  it('never allows null: members that are null are dropped before', () => {
    assert.deepEqual(
      nodes.filter(({ node }) => [node.type].flat().includes('null')),
      [],
    );
  });

  it('says what the elements of each array are', () => {
    for (const { path, name, resolved } of fields) {
      const { $ref, type, properties } = resolved.items ?? {};
      const stated = resolved.items === undefined ? undefined : $ref === undefined ? { type } : { $ref };
      assert.deepEqual(stated, ELEMENTS.get(name), path);
      assert.equal(properties, undefined, path);
    }
  });

  it('lists exactly the accepted values', () => {
    for (const { path, name, resolved } of fields) {
      const accepted = ACCEPTED_VALUES.get(name);
      assert.deepEqual(
        resolved.enum && [...resolved.enum].sort(),
        accepted === undefined ? undefined : words(accepted).sort(),
        path,
      );
    }
    const inFields = new Set(fields.map(({ resolved }) => resolved));
    assert.deepEqual(
      nodes.filter(({ node }) => node.enum !== undefined && !inFields.has(node)),
      [],
    );
  });

  it('lists the labels that stand for an accepted value', () => {
    for (const { path, name, resolved } of fields) assert.deepEqual(resolved['x-enum-labels'], LABELS.get(name), path);
    for (const [name, labels] of LABELS) {
      const accepted = words(ACCEPTED_VALUES.get(name) ?? '');
      for (const value of Object.values(labels).flat()) assert.ok(accepted.includes(value), value);
      for (const label of Object.keys(labels)) assert.ok(!accepted.includes(label), label);
    }
  });

  it('has the documented limits, and no others', () => {
    const stated = (keyword: 'minimum' | 'maxLength') =>
      Object.fromEntries(
        fields.filter(({ node }) => node[keyword] !== undefined).map(({ path, node }) => [path, node[keyword]]),
      );
    assert.deepEqual(stated('minimum'), MINIMUMS);
    assert.deepEqual(stated('maxLength'), LENGTHS);
    const limited = nodes.filter(({ node }) => node.minimum !== undefined || node.maxLength !== undefined);
    assert.equal(limited.length, Object.keys(MINIMUMS).length + Object.keys(LENGTHS).length);
  });

  it('marks what documentation calls required, and the dates', () => {
    const required = fields.filter(({ node }) => node['x-documented-required'] !== undefined);
    assert.deepEqual(required.map(({ path }) => path).sort(), [...DOCUMENTED_REQUIRED].sort());
    assert.ok(required.every(({ node }) => node['x-documented-required'] === true));
    const dates = fields.filter(({ node }) => node.format !== undefined);
    assert.deepEqual(dates.map(({ path }) => path).sort(), [...DATES].sort());
    assert.ok(dates.every(({ node }) => node.format === 'date-time'));
  });
});

describe('schema: what it tells its reader', () => {
  it('titles and describes every node, in a few whole sentences', () => {
    for (const { place, node } of nodes) {
      const { title, description } = { ...resolveReference(schema, node), ...node };
      assert.match(title ?? '', /^[A-Z][^.\n]{1,40}$/, place);
      assert.match(description ?? '', /^[A-Z`][^\n]{15,}[.]$/, place);
    }
  });

  it('describes every accepted value, once', () => {
    for (const { place, node } of nodes) {
      assert.equal(node.enumDescriptions?.length, node.enum?.length, place);
      const texts = node.enumDescriptions ?? [];
      assert.equal(new Set(texts).size, texts.length, place);
      for (const text of texts) assert.match(text, /^[A-Z`][^\n]{10,}[.]$/, place);
    }
  });

  it('names no address and no absolute path', () => {
    for (const { place, node } of nodes) {
      for (const text of [node.title ?? '', node.description ?? '', ...(node.enumDescriptions ?? [])]) {
        assert.doesNotMatch(text, /:\/\/|www\.|(^|[\s(`"'])[/~\\]\w|[A-Z]:\\/i, place);
      }
    }
  });

  it('gives only defaults and examples that the schema itself accepts', () => {
    for (const [owner, node] of Object.entries(objects)) {
      const errorsOf = compileSchema({ ...node, definitions });
      for (const { path, name, resolved } of fields.filter((field) => field.owner === owner)) {
        const values = [...(resolved.examples ?? []), ...('default' in resolved ? [resolved.default] : [])];
        for (const value of values) assert.deepEqual(errorsOf({ name: 'n', [name]: value }), [], path);
      }
    }
  });
});
