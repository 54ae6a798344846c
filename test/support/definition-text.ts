/**
 * Members as raw text: a value may hold markers (`«code:"x"»`), and so may a key, which is then written with its quotes
 * (`'«code:"name"»'`). `undefined` leaves a member out.
 */
export type Members = Readonly<Record<string, string | undefined>>;

/** A list of raw texts. */
export const list = (...items: readonly string[]): string => `[${items.join(', ')}]`;

/** An object on one line. @param brace the opening brace, where it carries a marker. */
export function object(members: Members, brace = '{'): string {
  const parts = Object.entries(members).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key.includes('"') ? key : JSON.stringify(key)}: ${value}`],
  );
  return `${brace} ${parts.join(', ')} }`;
}

/** The members of a base with others in their places; those that are new follow. */
function over(base: Members, members: Members): Members {
  const plain = (key: string) => /"([^"]*)"/.exec(key)?.[1] ?? key;
  const changed = new Map(Object.entries(members).map(([key, value]) => [plain(key), [key, value] as const]));
  const kept = Object.entries(base).map(([key, value]) => changed.get(key) ?? ([key, value] as const));
  const added = Object.entries(members).filter(([key]) => !(plain(key) in base));
  return Object.fromEntries([...kept, ...added]);
}

/** A group without any finding: one period, one target. @param members replace those of the base, or follow them. */
export function group(members: Members = {}, brace?: string): string {
  const base = {
    name: '"Spring"',
    trackingType: '"DEFAULT"',
    targetEvaluationType: '"FIXED_CALENDAR_WINDOW"',
    totalPeriods: '1',
    frequencyType: '"CUSTOM"',
    frequency: '0',
    recurringCycles: '0',
    periods: list(period()),
    targets: list(target()),
  };
  return object(over(base, members), brace);
}

/** A period without any finding: March 2027. */
export function period(members: Members = {}, brace?: string): string {
  return object(over({ refCode: '"Cycle_1"', startDate: '"2027-03-01"', endDate: '"2027-03-31"' }, members), brace);
}

/** A target without any finding, for a group with one period. */
export function target(members: Members = {}, brace?: string): string {
  const base = {
    name: '"Spend"',
    targetEntity: '"TRANSACTION"',
    targetType: '"SALES"',
    enrolmentMethod: '"IMPORT"',
    defaultValues: values('1000'),
  };
  return object(over(base, members), brace);
}

/** Default values, each a raw text. */
export const values = (...texts: readonly string[]): string =>
  list(...texts.map((text) => object({ defaultValue: text })));
