import type { Model } from '../document/model';
import type { Node, ObjectNode, Place } from '../document/node';
import type { Finding } from '../rules/finding';
import { joinFacts, partFacts, type PartFacts } from '../rules/facts';
import { createPartReader, partNodesOf, type PartNode } from '../rules/parts';
import type { Rule } from '../rules/rule';
import { RuleRun } from '../rules/run-rules';
import { toFinding } from '../schema/to-finding';
import { isUnread, validate } from '../schema/validate';

/** How one part differs from the schema. */
interface Judgement {
  readonly violations: readonly Finding[];
  /** The nodes that these are about: unknown to every rule. */
  readonly unreliable: readonly Node[];
}

/** What was found in one part alone; right as long as nothing in it changes. */
interface PartFindings extends Judgement {
  readonly rules: readonly Rule[];
  readonly isWhole: boolean;
  readonly revision: number;
  /** Where the part began then, and its position among its kind. */
  readonly offset: number;
  readonly index: number;
  readonly told: readonly Finding[];
  /** Right where the part has not moved. */
  readonly facts: PartFacts | undefined;
}

/**
 * What the schema and the rules say about a definition. What is known of a period or target that is as it was in the
 * version before is not found out again: a keystroke costs the group, the part that it is in, and what looks across.
 * @param withRightFixes makes sure of the fixes of a finding about a wrong type.
 */
export function memberFindings(
  model: Model,
  root: ObjectNode,
  rules: readonly Rule[],
  withRightFixes: (finding: Finding) => Finding,
): Finding[] {
  const [group, ...others] = partNodesOf(root);
  const places = [group, ...others];
  const nodes = new Set<Node>(places.map(({ node }) => node));
  const judge = (place: PartNode) => judgementOf(place, nodes, model, withRightFixes);
  const known = places.map(({ node }) => keptOf(node, model, rules));
  const judged = places.map((place, index) => known[index] ?? judge(place));
  const unreliable = new Set(judged.flatMap((each) => each.unreliable));
  const isUnreliable = (node: Node) => unreliable.has(node) || isUnread(node);
  const run = new RuleRun(model, root, rules, isUnreliable);
  const read = createPartReader(model, isUnreliable);
  const groupPart = read(group);
  const tellAgain = (place: PartNode) => ({
    ...judge(place),
    told: run.inPart(read(place), place.schema, nodes),
  });
  const violations: (readonly Finding[])[] = [];
  const told: (readonly Finding[])[] = [];
  const facts: (PartFacts | undefined)[] = [];
  for (const [index, place] of places.entries()) {
    const kept = known[index];
    const judgement = judged[index];
    if (kept) {
      const fresh = once(() => tellAgain(place));
      const delta = place.node.offset - kept.offset;
      violations.push(moved(kept.violations, delta, () => fresh().violations));
      told.push(moved(kept.told, delta, () => fresh().told));
      facts.push(delta === 0 && place.index === kept.index ? kept.facts : partFacts(read(place)));
    } else if (judgement) {
      const part = index === 0 ? groupPart : read(place);
      const found = { ...judgement, told: run.inPart(part, place.schema, nodes), facts: partFacts(part) };
      if (index > 0) keep(place, model, { ...found, rules }, run);
      violations.push(found.violations);
      told.push(found.told);
      facts.push(found.facts);
    }
  }
  const across = run.across(joinFacts(groupPart, facts));
  return [...violations.flat(), ...told.flat(), ...across, ...run.crashes];
}

function judgementOf(
  place: PartNode,
  parts: ReadonlySet<Node>,
  model: Model,
  withRightFixes: (finding: Finding) => Finding,
): Judgement {
  const violations: Finding[] = [];
  const unreliable: Node[] = [];
  for (const violation of validate(place, parts)) {
    if (violation.keyword === 'required' && !model.isWhole) continue;
    const finding = toFinding(violation, model.text);
    if (!finding) continue;
    violations.push(/^schema-(?:type|minimum)$/.test(finding.code) ? withRightFixes(finding) : finding);
    if (violation.keyword !== 'required') unreliable.push(violation.node);
  }
  return { violations, unreliable };
}

/** After a crash nothing is kept: each version tells of it. */
function keep(
  { node, index }: PartNode,
  { kept, isWhole }: Model,
  found: Judgement & Pick<PartFindings, 'rules' | 'told' | 'facts'>,
  { crashes }: RuleRun,
): void {
  const { offset, revision } = node;
  if (crashes.length === 0) kept.set(node, { ...found, isWhole, offset, index, revision } satisfies PartFindings);
}

function keptOf(node: ObjectNode, { kept, isWhole }: Model, rules: readonly Rule[]): PartFindings | undefined {
  // Nobody else writes there.
  const found = kept.get(node) as PartFindings | undefined;
  const isRight = found?.revision === node.revision && found.isWhole === isWhole && found.rules === rules;
  return isRight ? found : undefined;
}

/** Findings of an earlier version at their present places; their fixes come from looking at the part again. */
function moved(findings: readonly Finding[], delta: number, fresh: () => readonly Finding[]): readonly Finding[] {
  const move = ({ offset, length }: Place): Place => ({ offset: offset + delta, length });
  return findings.map((finding, index) => ({
    ...finding,
    at: move(finding.at),
    related: finding.related.map((place) => (place.location ? place : { ...place, at: move(place.at) })),
    fixes: () => fresh()[index]?.fixes() ?? [],
    ...(finding.unjudged && { unjudged: () => fresh()[index]?.unjudged?.() ?? [] }),
  }));
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
