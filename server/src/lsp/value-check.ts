/** Says what is wrong with a value that a client sent, which the name leads to; undefined where it is as expected. */
export type ValueCheck = (value: unknown, name: string) => string | undefined;

const is =
  (isExpected: (value: unknown) => boolean, expected: string): ValueCheck =>
  (value, name) =>
    isExpected(value) ? undefined : `${name} ${described(value)}; ${expected} is expected.`;

/** Of what holds other things, which may be nested without end, only that it does. */
function described(value: unknown): string {
  if (value === undefined) return 'is missing';
  if (Array.isArray(value)) return 'is a list';
  const longest = 40;
  return typeof value === 'object' && value !== null ? 'is an object' : `is ${JSON.stringify(value).slice(0, longest)}`;
}

export const isText = is((value) => typeof value === 'string', 'a text');
export const isInteger = is(Number.isInteger, 'a whole number');
const isList = is(Array.isArray, 'a list');
const isObject = is((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'an object');

export const optional =
  (check: ValueCheck): ValueCheck =>
  (value, name) =>
    value === undefined || value === null ? undefined : check(value, name);

export const listOf =
  (check: ValueCheck): ValueCheck =>
  (value, name) =>
    isList(value, name) ?? firstOf(value as readonly unknown[], (item, index) => check(item, `${name}[${index}]`));

/** What each member of an object has to be; those that are not named can be anything. */
export type Members = Readonly<Record<string, ValueCheck>>;

export const withMembers =
  (members: Members): ValueCheck =>
  (value, name) =>
    isObject(value, name) ??
    firstOf(Object.entries(members), ([key, check]) => check(memberOf(value, key), `${name}.${key}`));

/** Of an object whose `kind` says what else it holds. */
export const ofKinds = (kinds: Readonly<Record<string, Members>>): ValueCheck => {
  const all = Object.keys(kinds);
  const isKind = withMembers({ kind: is((kind) => all.some((each) => each === kind), `one of ${all.join(', ')}`) });
  return (value, name) => isKind(value, name) ?? withMembers(kinds[String(memberOf(value, 'kind'))] ?? {})(value, name);
};

const memberOf = (value: unknown, key: string): unknown => (value as Readonly<Record<string, unknown>>)[key];

function firstOf<Item>(
  items: readonly Item[],
  check: (item: Item, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const problem = check(item, index);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
