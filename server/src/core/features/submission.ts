import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { memberOf, type Node, type ObjectNode } from '../document/node';
import { atLevels, isBlocking, isLowered, type Levels } from '../levels/levels';
import type { Finding } from '../rules/finding';

/** What is sent, what refuses it, and what the author confirms: of one snapshot. */
export interface Submission {
  readonly version: number;
  /** The document's own text without a byte order mark. */
  readonly body: string;
  readonly blocking: readonly Finding[];
  /** Codes of blocking findings whose rule the author lowered: they may be opened by confirming them by name. */
  readonly lowered: readonly string[];
  readonly remaining: { readonly warnings: number; readonly informations: number; readonly hints: number };
  readonly summary: {
    readonly name: string;
    readonly periods: number;
    readonly targets: number;
    readonly values: number;
    readonly firstDay?: string;
    readonly lastDay?: string;
  };
}

/**
 * @param findings at their default levels.
 * @param levels what the author set: a lowered level never opens the submit by itself, it only lets the author do so.
 */
export function submission(model: Model, findings: readonly Finding[], levels: Levels): Submission {
  const blocking = findings.filter((finding) => isBlocking(finding, levels));
  const others = atLevels(
    findings.filter((finding) => !isBlocking(finding, levels)),
    levels,
  );
  const countOf = (level: Finding['level']) => others.filter((finding) => finding.level === level).length;
  return {
    version: model.version,
    body: model.hasByteOrderMark ? model.text.slice(1) : model.text,
    blocking,
    lowered: [...new Set(blocking.filter((finding) => isLowered(finding, levels)).map(({ code }) => code))],
    remaining: { warnings: countOf('warning'), informations: countOf('information'), hints: countOf('hint') },
    summary: summaryOf(model.root),
  };
}

function summaryOf(root: Node | undefined): Submission['summary'] {
  if (root?.kind !== 'object') return { name: '', periods: 0, targets: 0, values: 0 };
  const name = memberOf(root, field.name)?.value;
  const periods = listOf(root, field.periods);
  const targets = listOf(root, field.targets);
  const values = targets.reduce(
    (sum, target) => sum + (target.kind === 'object' ? listOf(target, field.defaultValues).length : 0),
    0,
  );
  const firstDay = daysOf(periods, field.startDate).at(0);
  const lastDay = daysOf(periods, field.endDate).at(-1);
  return {
    name: name?.kind === 'string' ? name.value : '',
    periods: periods.length,
    targets: targets.length,
    values,
    ...(firstDay === undefined ? undefined : { firstDay }),
    ...(lastDay === undefined ? undefined : { lastDay }),
  };
}

function listOf(object: ObjectNode, name: string): readonly Node[] {
  const value = memberOf(object, name)?.value;
  return value?.kind === 'array' ? value.items : [];
}

/** The days written in a list of periods, in order of time; the API keeps the day and drops the time (FACTS a.3). */
function daysOf(periods: readonly Node[], name: string): string[] {
  const days = periods.flatMap((period) => {
    const value = period.kind === 'object' ? memberOf(period, name)?.value : undefined;
    return value?.kind === 'string' ? (/^\d{4}-\d{2}-\d{2}/.exec(value.value) ?? []) : [];
  });
  return days.sort();
}
