/** Digits at the end that are counted up; more of them than a safe integer has stay as they are. */
const mostDigits = 15;

/**
 * The next free code after one: its number at the end counted up (`Cycle_09`, `Cycle_10`), or a number behind it
 * (`spring`, `spring_2`).
 */
export function nextFreeCode(code: string, taken: ReadonlySet<string>): string {
  let start = code.length;
  while (code.length - start < mostDigits && /\d/.test(code.charAt(start - 1))) start--;
  const digits = code.slice(start);
  const head = digits === '' ? `${code}_` : code.slice(0, start);
  for (let number = digits === '' ? 2 : Number(digits) + 1; ; number++) {
    const next = head + String(number).padStart(digits.length, '0');
    if (!taken.has(next)) return next;
  }
}

/**
 * A code as JSON text: a number where the one it follows is a number, and readers of JSON keep it exactly.
 * @param literal the JSON text of the code that it follows.
 */
export function codeLiteral(code: string, literal: string): string {
  const isNumber = !literal.startsWith('"') && (!Number.isInteger(Number(code)) || Number.isSafeInteger(Number(code)));
  return isNumber ? code : JSON.stringify(code);
}
