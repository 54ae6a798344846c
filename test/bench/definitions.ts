/** What a definition is made of: so many periods and, in each target, one default value for each of them. */
export interface Definition {
  readonly text: string;
  readonly periods: number;
}

const targets = ['Spend', 'Bills', 'Items', 'Visits'];
const dayLength = 24 * 60 * 60 * 1000;
/** A whole moment, since the YAML server takes no day alone for a date. */
const dayText = (day: number): string =>
  new Date(Date.UTC(2027, 0, 1) + day * dayLength).toISOString().replace('.000', '');

function createPeriod(index: number): object {
  return {
    refCode: `Cycle_${index + 1}`,
    description: `Week ${index + 1} of the spring programme`,
    active: true,
    startDate: dayText(index * 7),
    endDate: dayText(index * 7 + 6),
  };
}

function createTarget(name: string, periods: number): object {
  return {
    name,
    active: true,
    targetEntity: 'TRANSACTION',
    targetType: 'SALES',
    enrolmentMethod: 'IMPORT',
    expression: 'true',
    expressionJson: '{"arity":"literal","value":"true","type":"boolean:primitive"}',
    filters: [],
    defaultValues: Array.from({ length: periods }, (_, index) => ({ defaultValue: 500 + (index % 50) * 10 })),
  };
}

/** A definition of so many weekly periods and four targets, written with four blanks, as the recorded bodies are. */
export function createDefinition(periods: number): Definition {
  const body = {
    name: 'Spring spenders',
    active: true,
    trackingType: 'UNIFIED',
    combinationType: 'ALL',
    targetEvaluationType: 'FIXED_CALENDAR_WINDOW',
    totalPeriods: periods,
    frequencyType: 'WEEKLY',
    frequency: 1,
    recurringCycles: 0,
    periods: Array.from({ length: periods }, (_, index) => createPeriod(index)),
    targets: targets.map((name) => createTarget(name, periods)),
  };
  return { text: `${JSON.stringify(body, undefined, 4)}\n`, periods };
}

/** The largest such definition that is no longer than so many bytes. */
export function definitionOfSize(bytes: number): Definition {
  let [least, beyond] = [1, 2];
  while (createDefinition(beyond).text.length <= bytes) [least, beyond] = [beyond, beyond * 2];
  while (beyond - least > 1) {
    const middle = Math.floor((least + beyond) / 2);
    if (createDefinition(middle).text.length <= bytes) least = middle;
    else beyond = middle;
  }
  return createDefinition(least);
}
