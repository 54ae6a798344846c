// What the web suite uses of node:assert/strict: a web worker has no Node modules.
class AssertionError extends Error {
  constructor(
    message: string,
    readonly actual: unknown,
    readonly expected: unknown,
  ) {
    super(message);
    this.name = 'AssertionError';
  }
}

const show = (value: unknown) => JSON.stringify(value, undefined, 2);

export function ok(value: unknown, message = 'not truthy'): asserts value {
  if (value === undefined || value === null || value === false || value === 0 || value === '') {
    throw new AssertionError(message, value, true);
  }
}

export function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) {
    throw new AssertionError(message ?? `${show(actual)} is not ${show(expected)}`, actual, expected);
  }
}

/** Compares what JSON keeps of the two values. */
export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (show(actual) !== show(expected)) {
    throw new AssertionError(message ?? `${show(actual)} is not ${show(expected)}`, actual, expected);
  }
}

export function match(actual: string, expected: RegExp, message?: string): void {
  if (!expected.test(actual))
    throw new AssertionError(message ?? `${show(actual)} is no ${String(expected)}`, actual, expected);
}

const assert = { ok, equal, deepEqual, match };
export { assert as default };
