import type { Model } from '../document/model';
import type { Node, ObjectNode } from '../document/node';
import type { Schema } from '../schema/schema';
import { walk } from '../schema/walk';
import { factsOf } from './facts';
import { noFixes, placeOf, type Finding } from './finding';
import type { Part } from './part';
import type { Problem, Rule } from './rule';

/** Runs rules over the parts of one model. A rule that throws is reported as one finding; nothing is thrown. */
export class RuleRun {
  private readonly active: readonly Rule[];
  private readonly crashed = new Map<Rule, Finding>();

  constructor(
    private readonly model: Model,
    private readonly root: ObjectNode,
    rules: readonly Rule[],
    /** True for a node with a finding of its own already (wrong type, no accepted value): unknown to every rule. */
    private readonly isUnreliable: (node: Node) => boolean,
  ) {
    this.active = rules.filter((rule) => model.isWhole || !rule.needsWholeText);
  }

  /** One finding for each rule that threw, on the first character. */
  get crashes(): readonly Finding[] {
    return [...this.crashed.values()];
  }

  /** What there is to say about one part alone. @param parts the objects that are parts: those inside are left out. */
  inPart(part: Part, schema: Schema | undefined, parts: ReadonlySet<Node>): Finding[] {
    const findings: Finding[] = [];
    this.inNodes(part.node, schema, parts, findings);
    for (const rule of this.active) {
      if (rule.scope !== 'part' || !(rule.parts?.includes(part.kind) ?? true)) continue;
      this.attempt(rule, () => rule.check(part), findings);
    }
    return findings;
  }

  /** What only shows when all parts are looked at together. */
  across(parts: readonly [group: Part, ...others: Part[]]): Finding[] {
    const findings: Finding[] = [];
    const facts = factsOf(parts);
    for (const rule of this.active) {
      if (rule.scope === 'across') this.attempt(rule, () => rule.check(facts), findings);
    }
    return findings;
  }

  private inNodes(root: Node, start: Schema | undefined, parts: ReadonlySet<Node>, findings: Finding[]): void {
    const objectRules = this.active.filter((rule) => rule.scope === 'object');
    const valueRules = this.active.filter((rule) => rule.scope === 'value');
    const visit = (node: Node, schema: Schema | undefined): boolean => {
      if (node !== root && parts.has(node)) return false;
      if (node.kind === 'object')
        for (const rule of objectRules) this.attempt(rule, () => rule.check({ object: node, schema }), findings);
      if (!schema || this.isUnreliable(node)) return true;
      for (const rule of valueRules) {
        if (rule.nodes !== undefined && rule.nodes !== node.kind) continue;
        this.attempt(rule, () => rule.check({ node, schema }), findings);
      }
      return true;
    };
    walk(root, visit, start);
  }

  /** One of the few places that catch (ARCHITECTURE.md, errors): a crash never looks like a clean file. */
  private attempt(rule: Rule, check: () => Iterable<Problem>, findings: Finding[]): void {
    if (this.crashed.has(rule)) return;
    try {
      for (const problem of check()) findings.push(toFinding(rule, problem, this.model));
    } catch (error) {
      this.crashed.set(rule, internalError(rule.code, error, this.root));
    }
  }
}

function toFinding(rule: Rule, problem: Problem, model: Model): Finding {
  const { at, message, level, related = [] } = problem;
  const { fix } = rule;
  return {
    code: rule.code,
    level: level ?? rule.levels[0],
    at: placeOf(at),
    message,
    related: related.map((place) => ({ ...place, at: placeOf(place.at) })),
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
