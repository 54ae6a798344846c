/** A decimal number as written, without its insignificant zeros: `0.00120` is digits `12`, point -2. */
interface Decimal {
  readonly isNegative: boolean;
  /** Significant digits; empty for zero. */
  readonly digits: string;
  /** Digits in front of the decimal point; negative where zeros follow it. Any number, however long the exponent. */
  readonly point: number;
}

const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** True for `[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?`: the texts that a default value may hold (RULES). */
export function isDecimal(text: string): boolean {
  return isDigits(text) || (form.test(text) && /^[+-]?\.?\d/.test(text));
}

/** Most are nothing but digits. */
function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 0x30 || text.charCodeAt(at) > 0x39) return false;
  return text !== '';
}

function read(text: string): Decimal {
  const [, sign = '', whole = '', fraction = '', exponent = 0] = form.exec(text) ?? [];
  const all = whole + fraction;
  const leading = all.length - all.replace(/^0+/, '').length;
  const digits = withoutTrailingZeros(all.slice(leading));
  return { isNegative: sign === '-', digits, point: digits === '' ? 0 : whole.length - leading + Number(exponent) };
}

/** Of digits that begin with another one. A regular expression would look at every run of zeros in turn. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

/** True when a decimal text has a fraction part: `"1.00"` and `"15e-1"` do not and do. */
export function hasFraction(text: string): boolean {
  if (isDigits(text)) return false;
  const { digits, point } = read(text);
  return digits.length > point;
}

/** True when two decimal texts are the same number: `"1.00"` and `1`. */
export function isSameDecimal(a: string, b: string): boolean {
  if (a === b) return true;
  const left = read(a);
  const right = read(b);
  if (left.digits !== right.digits || left.point !== right.point) return false;
  return left.isNegative === right.isNegative || left.digits === '';
}

/** The nearest whole number of a decimal text that has a fraction part, halves away from zero, as digits. */
export function roundedText(text: string): string {
  const { isNegative, digits, point } = read(text);
  const whole = BigInt(digits.slice(0, Math.max(0, point)));
  const isUp = digits.charAt(point) >= '5';
  const rounded = isUp ? whole + 1n : whole;
  return `${isNegative && rounded > 0n ? '-' : ''}${rounded}`;
}
