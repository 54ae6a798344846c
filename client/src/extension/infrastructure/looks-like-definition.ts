/** Longer texts are not looked at. UTF-16 units. */
const longest = 1024 * 1024;

/** True for the text of a JSON object with what every target group has: targets, and how or when they are tracked. */
export function looksLikeDefinition(text: string): boolean {
  if (text.length > longest || !/^\uFEFF?\s*\{/.test(text)) return false;
  const has = (key: string) => new RegExp(`"${key}"\\s*:`).test(text);
  return has('targets') && has('name') && (has('trackingType') || has('periods') || has('totalPeriods'));
}
