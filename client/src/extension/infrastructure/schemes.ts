/** The scheme of the read-only documents that show an answer of the API. */
export const answerScheme = 'targetgroup-answer';

/** The scheme of the side editors that show what stands inside an `expressionJson`. */
export const expressionScheme = 'targetgroup-expression';

const unserved: ReadonlySet<string> = new Set(['git', answerScheme, expressionScheme]);

/** Whether language features are given in documents of this scheme: all but old revisions and our own. */
export function isServedScheme(scheme: string): boolean {
  return !unserved.has(scheme);
}
