// Which fields each rule watches: those whose value, changed in the rule's own examples, changes what the rule reports.

const text = (value) => JSON.stringify(value);
const dates = ['2020-01-01', '2040-12-31', '2027-02-30', '2027-03-01T00:00:00+05:30', '2027-03-01T20:00:00-05:00'];
const words = ['', ' x ', 'x', 'x'.repeat(300), 'true', 'currentTxn.value>1', 'CustomerRegistration', '1.2345', '500'];
const tree = { arity: 'group', operands: [] };

/** JSON texts to put in place of a value. */
function variantsOf(schema, value) {
  const types = [schema.type ?? []].flat();
  const first = Array.isArray(value) && value.length > 0 ? value[0] : {};
  return [
    'null',
    ...(types.includes('boolean') ? ['true', 'false'] : []),
    ...(types.some((type) => type === 'integer' || type === 'number')
      ? ['0', '1', '2', '-1', '1.2345', '500', '7998987987686876867']
      : []),
    ...(types.includes('array') ? [[], [first], [first, first], Array(101).fill(first)].map(text) : []),
    ...(types.includes('object') ? ['{}'] : []),
    ...(types.includes('string')
      ? [...(schema.enum ?? words), ...Object.keys(schema['x-enum-labels'] ?? {}), text(tree), '{', ...dates].map(text)
      : []),
  ];
}

/** Every object of a body with its schema and the names that lead to it; of a list the first two elements. */
function* objectsOf(body, schema, resolve, names = []) {
  yield { object: body, schema, names };
  for (const [name, value] of Object.entries(body)) {
    const own = resolve(schema.properties?.[name]);
    const inner = Array.isArray(value) ? value.slice(0, 2) : [value];
    const innerSchema = Array.isArray(value) ? resolve(own?.items) : own;
    for (const each of inner) {
      const isObject = typeof each === 'object' && each !== null && !Array.isArray(each);
      if (isObject && innerSchema?.properties) yield* objectsOf(each, innerSchema, resolve, [...names, name]);
    }
  }
}

const mark = '@here@';

/** The body as texts with another value, or none, for one member of one of its objects. */
function changed(body, object, name, schema) {
  const value = object[name];
  const texts = [];
  if (value !== undefined) {
    object[name] = undefined;
    texts.push(JSON.stringify(body));
  }
  object[name] = mark;
  const written = JSON.stringify(body);
  object[name] = value;
  return [...texts, ...variantsOf(schema, value).map((variant) => written.replace(text(mark), () => variant))];
}

/**
 * @param rules rule descriptions with examples.
 * @param countsIn how many findings some rules have in a text, by code.
 * @param bodies definitions that every rule is tried on, beside its own examples.
 * @returns for each field, by the names that lead to it, the codes of the rules that watch it, in the order of the rules.
 */
export function watchedFields({ rules, countsIn, schema, bodies }) {
  const resolve = (part) =>
    part?.$ref ? { ...schema.definitions[part.$ref.replace('#/definitions/', '')], ...part } : part;
  const found = new Map(rules.map(({ code }) => [code, new Set()]));
  const tryOn = (body, some) => {
    const before = countsIn(some, JSON.stringify(body));
    for (const { object, schema: own, names } of [...objectsOf(body, schema, resolve)]) {
      for (const [name, part] of Object.entries(own.properties)) {
        for (const each of changed(body, object, name, resolve(part))) {
          const after = countsIn(some, each);
          for (const { code } of some)
            if (after.get(code) !== before.get(code)) found.get(code).add([...names, name].join('/'));
        }
      }
    }
  };
  for (const rule of rules) {
    const { bad, good } = rule.examples;
    for (const example of [bad, good]) tryOn(JSON.parse(example.replace(/«[a-z-]+:|»/g, '')), [rule]);
  }
  for (const body of bodies) tryOn(body, rules);
  const watched = {};
  for (const [code, fields] of found) {
    for (const field of fields) {
      // A list without elements, or an object without members, changes everything that is said of them.
      const isRemoval = [...fields].some((other) => other.startsWith(`${field}/`));
      if (!isRemoval) (watched[field] ??= []).push(code);
    }
  }
  return watched;
}
