import type { PreviewConditionRow } from '../../../../server/src/protocol/requests';

/** Deeper rows stand as deep as this. */
const deepest = 12;

export interface Branch {
  readonly row: PreviewConditionRow;
  readonly branches: Branch[];
}

/** Rows with their depth as a tree; a row stands below the last one that is less deep. */
export function toBranches(rows: readonly PreviewConditionRow[]): Branch[] {
  const roots: Branch[] = [];
  const path: Branch[] = [];
  for (const row of rows) {
    path.length = Math.min(row.depth, path.length, deepest - 1);
    const branch: Branch = { row, branches: [] };
    (path.at(-1)?.branches ?? roots).push(branch);
    path.push(branch);
  }
  return roots;
}
