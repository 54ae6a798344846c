import type { Model } from '../document/model';
import type { Node } from '../document/node';
import type { Finding } from '../rules/finding';
import type { RuleRun } from '../rules/run-rules';
import { itemSchema, type Schema } from '../schema/schema';
import { toFinding } from '../schema/to-finding';
import { violationOf, type SchemaViolation } from '../schema/validate';
import { walk } from '../schema/walk';
import type { ApartList } from './unit';

/** What is said of some values and all that is in them, each for itself. */
export interface Judged {
  /** Lists inside whose elements were left out. */
  readonly lists: ApartList[];
  /** By the schema. */
  readonly violations: Finding[];
  /** By the rules. */
  readonly told: Finding[];
  /** The nodes that violations are about. */
  readonly unreliable: Node[];
}

interface Judging {
  readonly model: Model;
  readonly run: RuleRun;
  readonly withRightFixes: (finding: Finding) => Finding;
  /** Those of all that was judged; nodes are added. */
  readonly unreliable: WeakSet<Node>;
  /** True for a list whose elements are judged apart. */
  readonly isApart: (node: Node) => boolean;
}

/** Asks the schema, and then the rules for single values, about each. */
export function judge(
  of: { readonly items: readonly Node[]; readonly schema: Schema | undefined },
  by: Judging,
): Judged {
  const judged: Judged = { lists: [], violations: [], told: [], unreliable: [] };
  const visit = (node: Node, schema: Schema | undefined) => {
    const keyword = violationOf(node, schema);
    if (keyword) violate({ node, keyword }, judged, by);
    by.run.ofNode(node, schema, judged.told);
    if (!by.isApart(node)) return true;
    if (node.kind === 'array') judged.lists.push({ list: node, schema: itemSchema(schema) });
    return false;
  };
  for (const item of of.items) walk(item, visit, of.schema);
  return judged;
}

function violate(violation: SchemaViolation, { violations, unreliable }: Judged, by: Judging): void {
  const { node, keyword } = violation;
  // While a text has errors nothing is called missing.
  if (keyword === 'required' && !by.model.isWhole) return;
  const finding = toFinding(violation, by.model.content);
  if (!finding) return;
  violations.push(/^schema-(?:type|minimum)$/.test(finding.code) ? by.withRightFixes(finding) : finding);
  if (keyword === 'required') return;
  unreliable.push(node);
  by.unreliable.add(node);
}
