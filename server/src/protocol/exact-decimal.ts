/** A plain decimal number, exactly: so many units of a tenth, a hundredth … of one. */
export interface ExactDecimal {
  readonly units: bigint;
  /** Digits behind the point. */
  readonly places: number;
}

const form = /^([+-]?)(\d{1,30})(?:\.(\d{1,10}))?$/;

/** Reads digits with at most one point among them; undefined for every other text. */
export function readDecimal(text: string): ExactDecimal | undefined {
  const [, sign, whole, fraction = ''] = form.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, places: fraction.length };
}

/** The number as units of so many places; it has to have no more than these. */
export function unitsAt({ units, places }: ExactDecimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - places);
}

/** Below 0 where the first is the smaller one, 0 where both are the same number. */
export function compareDecimals(one: ExactDecimal, other: ExactDecimal): number {
  const places = Math.max(one.places, other.places);
  const difference = unitsAt(one, places) - unitsAt(other, places);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** The sum, with as many places as the number with the most. */
export function sumOfDecimals(all: readonly ExactDecimal[]): ExactDecimal {
  const places = Math.max(0, ...all.map((one) => one.places));
  return { units: all.reduce((sum, one) => sum + unitsAt(one, places), 0n), places };
}

/** With all of its places: `1.50`. */
export function decimalText({ units, places }: ExactDecimal): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${units < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
}

/** Without places that say nothing: `1.5`. */
export function shortDecimalText(decimal: ExactDecimal): string {
  const text = decimalText(decimal);
  return decimal.places > 0 ? text.replace(/\.?0+$/, '') : text;
}
