import type { Model } from '../document/model';
import type { Node, NodeKind, ObjectNode } from '../document/node';
import type { Schema } from '../schema/schema';
import type { Facts } from './facts';
import { noFixes, placeOf, type Finding } from './finding';
import type { Part } from './part';
import type { Problem, Rule, RuleOf, RuleScope } from './rule';

/** Runs rules over the parts of one model. A rule that throws is reported as one finding; nothing is thrown. */
export class RuleRun {
  private readonly active: RulesByScope;
  private readonly crashed = new Map<Rule, Finding>();

  constructor(
    private readonly model: Model,
    private readonly root: ObjectNode,
    rules: readonly Rule[],
    /** True for a node with a finding of its own already (wrong type, no accepted value): unknown to every rule. */
    private readonly isUnreliable: (node: Node) => boolean,
  ) {
    this.active = byScope(rules, model.isWhole);
  }

  /** One finding for each rule that threw, on the first character. */
  get crashes(): readonly Finding[] {
    return [...this.crashed.values()];
  }

  /** What there is to say about one part as such. */
  inPart(part: Part, findings: Finding[]): void {
    for (const rule of this.active.part)
      if (rule.parts?.includes(part.kind) ?? true) this.attempt(rule, part, findings);
  }

  /** What only shows when all parts are looked at together, and the problems that it was made of. */
  across(facts: Facts): { finding: Finding; problem: Problem }[] {
    const found: { finding: Finding; problem: Problem }[] = [];
    for (const rule of this.active.across) {
      const findings: Finding[] = [];
      const problems: Problem[] = [];
      this.attempt(rule, facts, findings, problems);
      for (const [index, problem] of problems.entries()) {
        const finding = findings[index];
        if (finding) found.push({ finding, problem });
      }
    }
    return found;
  }

  /** What there is to say about a value without what is in it. */
  ofNode(node: Node, schema: Schema | undefined, findings: Finding[]): void {
    if (node.kind === 'object')
      for (const rule of this.active.object) this.attempt(rule, { object: node, schema }, findings);
    if (!schema) return;
    const rules = this.rulesOf(schema, node.kind);
    if (rules.length > 0 && !this.isUnreliable(node))
      for (const rule of rules) this.attempt(rule, { node, schema }, findings);
  }

  /** The rules for values of a kind, where a schema has the keyword that they ask for. */
  private rulesOf(schema: Schema, kind: NodeKind): readonly RuleOf<'value'>[] {
    const { bySchema, value } = this.active;
    const byKind = bySchema.get(schema) ?? new Map<NodeKind, readonly RuleOf<'value'>[]>();
    bySchema.set(schema, byKind);
    const known = byKind.get(kind);
    if (known) return known;
    const found = value.filter(
      ({ nodes = kind, keyword }) => nodes === kind && (keyword === undefined || keyword in schema),
    );
    byKind.set(kind, found);
    return found;
  }

  /** One of the few places that catch (ARCHITECTURE.md, errors): a crash never looks like a clean file. */
  private attempt<Input>(rule: Rule & Checking<Input>, input: Input, findings: Finding[], problems?: Problem[]): void {
    if (this.crashed.size > 0 && this.crashed.has(rule)) return;
    try {
      for (const problem of rule.check(input)) {
        findings.push(toFinding(rule, problem, this.model));
        problems?.push(problem);
      }
    } catch (error) {
      this.crashed.set(rule, internalError(rule.code, error, this.root));
    }
  }
}

interface Checking<Input> {
  readonly check: (input: Input) => Iterable<Problem>;
}

type RulesByScope = { readonly [Scope in RuleScope]: readonly RuleOf<Scope>[] } & {
  /** Those of `value`, by what they are asked for. */
  readonly bySchema: WeakMap<Schema, Map<NodeKind, readonly RuleOf<'value'>[]>>;
};

/** Sorted once for each list of rules and either kind of text. */
const sorted = new WeakMap<readonly Rule[], { readonly whole: RulesByScope; readonly damaged: RulesByScope }>();

function byScope(rules: readonly Rule[], isWhole: boolean): RulesByScope {
  const known = sorted.get(rules) ?? {
    whole: sort(rules),
    damaged: sort(rules.filter(({ needsWholeText }) => !needsWholeText)),
  };
  sorted.set(rules, known);
  return isWhole ? known.whole : known.damaged;
}

const sort = (rules: readonly Rule[]): RulesByScope => ({
  object: rules.filter((rule) => rule.scope === 'object'),
  value: rules.filter((rule) => rule.scope === 'value'),
  part: rules.filter((rule) => rule.scope === 'part'),
  across: rules.filter((rule) => rule.scope === 'across'),
  bySchema: new WeakMap(),
});

function toFinding(rule: Rule, problem: Problem, model: Model): Finding {
  const { at, message, level, related = [] } = problem;
  const { fix } = rule;
  return {
    code: rule.code,
    level: level ?? rule.levels[0],
    at: placeOf(at),
    message,
    related: related.map((place) => ({ ...place, at: placeOf(place.at) })),
    fixes: fix ? () => [...fix.propose({ ...problem, data: problem.data }, model)] : noFixes,
  };
}

/** The finding that stands for a check that crashed: on the first character, so that it is never out of sight. */
export function internalError(what: string, error: unknown, root: Node): Finding {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown reason';
  return {
    code: 'internal-error',
    level: 'error',
    at: { offset: root.offset, length: 1 },
    message: `The check ${what} crashed (${reason}), so this file has not been checked completely. Please report it with the file.`,
    related: [],
    fixes: noFixes,
  };
}
