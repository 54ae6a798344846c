import type { Model } from '../document/model';
import type { Node, ObjectNode } from '../document/node';
import { isUnread } from '../schema/validate';
import { walk } from '../schema/walk';
import { factsOf } from './facts';
import { noFixes, type Finding } from './finding';
import { partsOf } from './parts';
import type { Problem, Rule } from './rule';

export interface RunInput {
  readonly model: Model;
  readonly root: ObjectNode;
  /** Nodes with a finding of their own already (wrong type, no accepted value): unknown to every rule. */
  readonly unreliable: ReadonlySet<Node>;
  readonly rules: readonly Rule[];
}

/** Runs every rule over one model. A rule that throws is reported as a finding of its own; nothing is thrown. */
export function runRules({ model, root, unreliable, rules }: RunInput): Finding[] {
  const findings: Finding[] = [];
  const active = rules.filter((rule) => model.isWhole || !rule.needsWholeText);
  const crashed = new Set<Rule>();
  /** One of the few places that catch (ARCHITECTURE.md, errors): a crash never looks like a clean file. */
  const attempt = (rule: Rule, check: () => Iterable<Problem>) => {
    if (crashed.has(rule)) return;
    try {
      for (const problem of check()) findings.push(toFinding(rule, problem, model));
    } catch (error) {
      crashed.add(rule);
      findings.push(internalError(rule.code, error, root));
    }
  };
  const isUnreliable = (node: Node) => unreliable.has(node) || isUnread(node);
  runNodeRules(root, isUnreliable, active, attempt);
  const parts = partsOf(root, model, isUnreliable);
  for (const rule of active) {
    if (rule.scope !== 'part') continue;
    for (const part of parts) {
      if (rule.parts?.includes(part.kind) ?? true) attempt(rule, () => rule.check(part));
    }
  }
  const facts = factsOf(parts);
  for (const rule of active) if (rule.scope === 'across') attempt(rule, () => rule.check(facts));
  return findings;
}

type IsUnreliable = (node: Node) => boolean;
type Attempt = (rule: Rule, check: () => Iterable<Problem>) => void;

function runNodeRules(root: Node, isUnreliable: IsUnreliable, rules: readonly Rule[], attempt: Attempt): void {
  const objectRules = rules.filter((rule) => rule.scope === 'object');
  const valueRules = rules.filter((rule) => rule.scope === 'value');
  walk(root, (node, schema) => {
    if (node.kind === 'object')
      for (const rule of objectRules) attempt(rule, () => rule.check({ object: node, schema }));
    if (!schema || isUnreliable(node)) return;
    for (const rule of valueRules) {
      if (rule.nodes === undefined || rule.nodes === node.kind) attempt(rule, () => rule.check({ node, schema }));
    }
  });
}

function toFinding(rule: Rule, problem: Problem, model: Model): Finding {
  const { at, message, level, related } = problem;
  const { fix } = rule;
  return {
    code: rule.code,
    level: level ?? rule.levels[0],
    at,
    message,
    related: related ?? [],
    fixes: fix ? () => [...fix.propose(problem, model)] : noFixes,
  };
}

/** The finding that stands for a check that crashed: on the first character, so that it is never out of sight. */
export function internalError(what: string, error: unknown, root: Node | undefined): Finding {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown reason';
  return {
    code: 'internal-error',
    level: 'error',
    at: { offset: root?.offset ?? 0, length: root ? 1 : 0 },
    message: `The check ${what} crashed (${reason}), so this file has not been checked completely. Please report it with the file.`,
    related: [],
    fixes: noFixes,
  };
}
