import { FILE_HEADERS_ONLY, formatPatch, structuredPatch, type StructuredPatch } from 'diff';

/** With more, the time of an exact comparison grows too much: everything that changed is one hunk then. */
const mostEdits = 1000;
const context = 3;

/**
 * A unified diff with `a/` and `b/` in front of the path, as `git apply` and `patch -p1` take it.
 * @param name with `/` as separator.
 */
export function toDiff(name: string, before: string, after: string): string {
  const names = [`a/${name}`, `b/${name}`] as const;
  const exact = structuredPatch(...names, before, after, undefined, undefined, { context, maxEditLength: mostEdits });
  const patch = exact ?? { ...emptyPatch(...names), hunks: [oneHunk(linesOf(before), linesOf(after))] };
  return formatPatch(patch, FILE_HEADERS_ONLY);
}

const emptyPatch = (oldFileName: string, newFileName: string): StructuredPatch => ({
  oldFileName,
  newFileName,
  oldHeader: undefined,
  newHeader: undefined,
  hunks: [],
});

/** Each with its line end. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** From the first to the last line that differs. */
function oneHunk(before: readonly string[], after: readonly string[]): StructuredPatch['hunks'][number] {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same++;
  let tail = 0;
  while (tail < shorter - same && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const start = Math.max(0, same - context);
  const kept = Math.min(tail, context);
  const changed = (lines: readonly string[]) => lines.slice(same, lines.length - tail);
  const lines = [
    ...before.slice(start, same).map((line) => ` ${line}`),
    ...changed(before).map((line) => `-${line}`),
    ...changed(after).map((line) => `+${line}`),
    ...before.slice(before.length - tail, before.length - tail + kept).map((line) => ` ${line}`),
  ];
  return {
    oldStart: start + 1,
    oldLines: before.length - tail + kept - start,
    newStart: start + 1,
    newLines: after.length - tail + kept - start,
    lines: lines.flatMap((line) => (line.endsWith('\n') ? line.slice(0, -1) : [line, '\\ No newline at end of file'])),
  };
}
