/** Name of the variable that says how many times as often properties are tried: `npm run test:corpus` sets it. */
export const factorVariable = 'PROPERTY_FACTOR';

/** How often a property is tried, given how often that is in the fast suite. */
export function runs(inFastSuite: number): number {
  return inFastSuite * Number(process.env[factorVariable] ?? 1);
}
