import type { PreviewModel } from '../../../../server/src/protocol/requests';

/** What stands below the table: undefined where something of the column is not known. */
export interface Totals {
  /** Of all periods, days that two of them share counted twice. */
  readonly days: number | undefined;
  /** One per target, with as many decimals as its values have. */
  readonly sums: readonly (string | undefined)[];
}

const decimal = /^-?\d{1,30}(?:\.(\d{1,10}))?$/;

export function toTotals({ periods, targets, omitted }: Pick<PreviewModel, 'periods' | 'targets' | 'omitted'>): Totals {
  const lengths = periods.flatMap(({ days }) => days ?? []);
  const isKnown = omitted.periods === 0 && lengths.length === periods.length && periods.length > 0;
  return {
    days: isKnown ? lengths.reduce((sum, days) => sum + days, 0) : undefined,
    sums: targets.map(({ values, valueCount }) =>
      valueCount === values.length && valueCount > 0 ? sumOf(values.map(({ text }) => text)) : undefined,
    ),
  };
}

/** Exact, whatever the size of the numbers; undefined where one is no plain decimal number. */
function sumOf(texts: readonly string[]): string | undefined {
  const matches = texts.map((text) => decimal.exec(text));
  const places = Math.max(0, ...matches.map((match) => match?.[1]?.length ?? 0));
  let sum = 0n;
  for (const match of matches) {
    if (match === null) return undefined;
    const [text, fraction = ''] = match;
    sum += BigInt(text.replace('.', '') + '0'.repeat(places - fraction.length));
  }
  const digits = String(sum < 0n ? -sum : sum).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${sum < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
}
