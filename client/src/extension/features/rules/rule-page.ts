/** A rule as the shipped page tells of it. */
export interface RuleEntry {
  /** Also the anchor of its heading. */
  readonly code: string;
  readonly title: string;
}

/** The rules of server/RULES.md, in its order: each heading of the second level, with the bold line below it. */
export function rulesOf(page: string): RuleEntry[] {
  return [...page.matchAll(/^## ([a-z][a-z-]*)\r?\n\s*\*\*(.+)\*\*\s*$/gm)].map(([, code = '', title = '']) => ({
    code,
    title,
  }));
}
