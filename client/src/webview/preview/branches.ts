import type { PreviewCondition } from '../../../../server/src/protocol/requests';

/** Deeper rows stand as deep as this. */
const deepest = 12;

export interface Branch {
  readonly text: string;
  readonly branches: Branch[];
}

/** Rows with their depth as a tree; a row stands below the last one that is less deep. */
export function toBranches(rows: PreviewCondition['rows']): Branch[] {
  const root: Branch = { text: '', branches: [] };
  const path: Branch[] = [root];
  for (const { depth, text } of rows) {
    path.length = Math.min(depth + 1, path.length, deepest);
    const branch: Branch = { text, branches: [] };
    path.at(-1)?.branches.push(branch);
    path.push(branch);
  }
  return root.branches;
}
