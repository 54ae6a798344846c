/** The scheme of the read-only documents that show an answer of the API. */
export const answerScheme = 'targetgroup-answer';

const unserved: ReadonlySet<string> = new Set(['git', answerScheme]);

/** Whether language features are given in documents of this scheme: all but old revisions and our own. */
export function isServedScheme(scheme: string): boolean {
  return !unserved.has(scheme);
}
