const mostDigits = 100;

/** Up to this length a double holds every digit of a literal. */
const exactLength = 16;

/** The digits of an integer literal, `2.0` and `1e3` included; undefined when the literal is no integer. */
export function toIntegerText(literal: string): string | undefined {
  const plain = /^(-?\d+)(?:\.0+)?$/.exec(literal)?.[1];
  if (plain !== undefined || literal.length > exactLength) return plain;
  const value = Number(literal);
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

/**
 * A value with three decimals, as stored default values have (FACTS a.4): `"1"` and `1.0004` give `1.000`. Undefined
 * for what is no decimal number, and beyond 100 digits.
 */
export function toThreeDecimals(literal: string): string | undefined {
  if (literal.length > mostDigits) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(literal) ?? [];
  if (sign === undefined || Math.abs(Number(exponent)) > mostDigits) return undefined;
  const thousandths = shift(BigInt(whole + fraction), Number(exponent) + 3 - fraction.length);
  const digits = String(thousandths).padStart(4, '0');
  const minus = sign === '-' && thousandths > 0n ? '-' : '';
  return `${minus}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

/** digits times ten to the given power, the half rounded up. */
function shift(digits: bigint, power: number): bigint {
  if (power >= 0) return digits * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (digits + divisor / 2n) / divisor;
}
