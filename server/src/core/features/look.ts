import { field } from '../../generated/fields.generated';
import { never } from '../document/in-slices';
import type { Model } from '../document/model';
import { KeptStretches } from '../document/kept';
import { memberOf, type ArrayNode, type Node, type ObjectNode, type Place } from '../document/node';
import { stretch } from '../document/span';
import { joinFacts, partFacts, type Facts, type PartFacts } from '../rules/facts';
import type { Finding } from '../rules/finding';
import type { Part, PartKind } from '../rules/part';
import { createPartReader, type PartNode } from '../rules/parts';
import type { Rule } from '../rules/rule';
import { RuleRun } from '../rules/run-rules';
import { rootSchema, type Schema } from '../schema/schema';
import { isUnread } from '../schema/validate';
import { acrossFindings, createAcross, sayTheSame, type Across } from './across-findings';
import { judge, type Judged } from './judge';
import { isRight, lasting, once, settle, Summary, type ApartList, type Grounds, type Pass, type Unit } from './unit';

/** What all looks at one tree share. */
export interface Shared {
  /** The latest one. */
  look: Look | undefined;
  across: (Across & { readonly isWhole: boolean; readonly rules: readonly Rule[] }) | undefined;
  /** Nodes with a finding of their own (wrong type, no accepted value): unknown to every rule. */
  readonly unreliable: WeakSet<Node>;
}

export interface Subject {
  readonly model: Model;
  readonly root: ObjectNode;
  readonly rules: readonly Rule[];
  readonly withRightFixes: (finding: Finding) => Finding;
}

/** Values that are looked at together. */
interface Stretch {
  readonly items: readonly Node[];
  readonly schema: Schema | undefined;
  /** Of the objects among them, where they are parts. */
  readonly kind: PartKind | undefined;
  /** The position of the first among its siblings. */
  readonly first: number;
}

/** Nobody else writes there. */
const summaryOf = ({ summary }: KeptStretches) => summary as Summary;

const none: ReadonlySet<Place> = new Set();

/** One look at one version of a definition. */
export class Look {
  private readonly run: RuleRun;
  private readonly read: (place: PartNode) => Part;
  /** The lists whose elements are parts. */
  private readonly parts: ReadonlyMap<ArrayNode, PartKind>;
  private readonly made: Unit[] = [];
  private isOver = never;
  /** What was judged of those that it was over in the middle of, and how far lists are made sure of. */
  private readonly begun = new Map<Node, Judged>();
  private readonly passes = new Map<ArrayNode, Pass>();

  constructor(
    private readonly subject: Subject,
    private readonly shared: Shared,
  ) {
    const { model, root, rules } = subject;
    const isUnreliable = (node: Node) => shared.unreliable.has(node) || isUnread(node);
    this.run = new RuleRun(model, root, rules, isUnreliable);
    this.read = createPartReader(model, isUnreliable);
    const listOf = (name: string, kind: PartKind) => {
      const value = memberOf(root, name)?.value;
      return value?.kind === 'array' ? [[value, kind] as const] : [];
    };
    this.parts = new Map([...listOf(field.periods, 'period'), ...listOf(field.targets, 'target')]);
    shared.look = this;
  }

  /**
   * The group without its lists, always anew, and those of its lists that have changed.
   * @returns undefined when it is over before: what was found is kept beside the nodes, and it is to be called again.
   */
  group(known: Unit | undefined, isOver: () => boolean): Unit | undefined {
    const { root } = this.subject;
    // What has crashed is told at the end alone, so the end has to come.
    this.isOver = () => this.run.crashes.length === 0 && isOver();
    const group = this.unit({ items: [root], schema: rootSchema, kind: 'group', first: 0 }, known);
    this.isOver = never;
    return group;
  }

  /** What is known of all units, and what looks across them. */
  findings(group: Unit): Finding[] {
    const violations: Finding[] = [];
    const told: Finding[] = [];
    const pending: Unit[] = [group];
    for (let unit = pending.pop(); unit; unit = pending.pop()) {
      settle(unit);
      for (const finding of unit.violations) violations.push(finding);
      for (const finding of unit.told) told.push(finding);
      for (const { list } of unit.lists) if (list.kept) pending.push(...summaryOf(list.kept).among(list.kept.units));
    }
    const across = this.across();
    const { crashes } = this.run;
    // After a crash nothing is kept: each version tells of it.
    if (crashes.length > 0) {
      for (const unit of this.made) unit.isStale = true;
      for (const { kept } of this.passes.keys()) if (kept) kept.summary = undefined;
      this.shared.across = undefined;
    }
    return [...violations, ...told, ...across, ...crashes];
  }

  private across(): Finding[] {
    const { shared, run } = this;
    const { rules, model } = this.subject;
    const known = shared.across;
    if (known && this.isKnown(known)) return acrossFindings(known);
    const facts = this.facts();
    const found = run.across(facts).map(({ finding, problem }, index) => ({
      problem,
      finding: lasting(
        finding,
        () => shared.look === this,
        () => shared.look?.acrossAgain()[index],
      ),
    }));
    shared.across = { ...createAcross(facts, found), isWhole: model.isWhole, rules };
    return acrossFindings(shared.across);
  }

  private readonly acrossAgain = once(() => this.run.across(this.facts()).map(({ finding }) => finding));

  private facts(parts: readonly PartFacts[] = this.stated()): Facts {
    return joinFacts(this.read({ kind: 'group', node: this.subject.root, schema: rootSchema, index: 0 }), parts);
  }

  private stated(): PartFacts[] {
    const stated: PartFacts[] = [];
    // By now all lists are made sure of, so no stretch is without its unit. Of a long list this is asked for at each key
    // that changes a fact: spreading and joining lists would take longer.
    for (const { kept } of this.parts.keys())
      for (const unit of kept?.units ?? []) for (const facts of (unit as Unit).facts) stated.push(facts);
    return stated;
  }

  private countStated(): number {
    return [...this.parts.keys()].reduce((count, { kept }) => count + (kept ? summaryOf(kept).facts : 0), 0);
  }

  /** While a text has errors rules only fall silent: what was said of nothing before is said of nothing then. */
  private isKnown(known: NonNullable<Shared['across']>): boolean {
    const { rules, model } = this.subject;
    const { periods, targets } = known.facts;
    return (
      known.rules === rules &&
      (known.isWhole === model.isWhole || (known.isWhole && known.found.length === 0)) &&
      this.countStated() === periods.length + targets.length &&
      sayTheSame(known.facts.group, this.facts([]).group, known.named)
    );
  }

  /** Makes sure of all stretches of a list; false when it is over before. */
  private ensure({ list, schema }: ApartList): boolean {
    const { rules, model } = this.subject;
    const grounds = { rules, schema, kind: this.parts.get(list), isWhole: model.isWhole };
    const kept = (list.kept ??= new KeptStretches());
    const pass = this.passes.get(list) ?? this.begin(list, kept, grounds);
    for (; pass.done < pass.doubtful.length; pass.done++) {
      const at = pass.doubtful[pass.done] ?? 0;
      const known = kept.units[at] as Unit | undefined;
      const isKnown = known !== undefined && isRight(known, grounds);
      const unit = isKnown
        ? this.sure(known)
        : this.kept({ list, schema, kind: grounds.kind, first: at * stretch }, known);
      if (!unit) return false;
      kept.units[at] = unit;
      pass.summary.put(at, unit);
      if (!isKnown && this.isOver()) return false;
    }
    kept.stale.clear();
    pass.summary.end(grounds);
    kept.summary = pass.summary;
    return true;
  }

  /** A unit that is right: what is in its lists may say something else where errors came or went. */
  private sure(known: Unit): Unit | undefined {
    if (known.isWhole === this.subject.model.isWhole) return known;
    this.made.push(known);
    return known.lists.every((inner) => this.ensure(inner)) ? known : undefined;
  }

  private begin(list: ArrayNode, kept: KeptStretches, grounds: Grounds): Pass {
    const summary = (kept.summary as Summary | undefined) ?? new Summary();
    const count = Math.ceil(list.items.length / stretch);
    const pass = { summary, doubtful: summary.begin(kept.stale, count, grounds), done: 0 };
    this.passes.set(list, pass);
    return pass;
  }

  private kept({ list, ...grounds }: Omit<Stretch, 'items'> & { list: ArrayNode }, known: Unit | undefined) {
    const items = list.items.slice(grounds.first, grounds.first + stretch);
    const unit = this.unit({ items, ...grounds }, known);
    if (!unit) return undefined;
    const { shared } = this;
    const lastingOf = (which: 'violations' | 'told') =>
      unit[which].map((finding, index) =>
        lasting(
          finding,
          () => shared.look === this,
          () => shared.look?.unitAgain(list, { items, ...grounds })?.[which][index],
        ),
      );
    unit.violations = lastingOf('violations');
    unit.told = lastingOf('told');
    return unit;
  }

  private readonly looked = new Map<Node, Unit>();

  private unitAgain(list: ArrayNode, stretchBefore: Stretch): Unit | undefined {
    const [base] = stretchBefore.items;
    const known = base && this.looked.get(base);
    const items = list.items.slice(stretchBefore.first, stretchBefore.first + stretch);
    const unit = known ?? this.unit({ ...stretchBefore, items }, undefined);
    if (base && unit) this.looked.set(base, unit);
    return unit;
  }

  private unit(of: Stretch, known: Unit | undefined): Unit | undefined {
    const { model, rules } = this.subject;
    const { items, schema, kind } = of;
    const [base] = items;
    const judged = (base && this.begun.get(base)) ?? this.judgedAnew(of, known);
    if (base) this.begun.set(base, judged);
    if (!judged.lists.every((list) => this.ensure(list))) return undefined;
    if (base) this.begun.delete(base);
    const facts = this.tell(of, judged.told);
    // Told at once: this look may be left for that at another text.
    if (!known || !this.isSame(known, kind, facts)) this.shared.across = undefined;
    const grounds = { rules, schema, kind, isWhole: model.isWhole };
    const unit = { ...judged, ...grounds, isStale: false, facts, base, offset: base?.offset ?? 0 };
    this.made.push(unit);
    return unit;
  }

  private judgedAnew({ items, schema }: Stretch, known: Unit | undefined): Judged {
    if (known) for (const node of known.unreliable) this.shared.unreliable.delete(node);
    const { subject, run, shared } = this;
    return judge(
      { items, schema },
      { ...subject, run, unreliable: shared.unreliable, isApart: (node) => this.isApart(node) },
    );
  }

  private isSame(known: Unit, kind: PartKind | undefined, facts: readonly PartFacts[]): boolean {
    return known.kind === kind && sayTheSame(known.facts, facts, this.shared.across?.named ?? none);
  }

  /** What the rules say of the parts, once the lists in them are known, and what the parts state. */
  private tell({ items, schema, kind, first }: Stretch, told: Finding[]): readonly PartFacts[] {
    const facts: PartFacts[] = [];
    for (const [index, item] of items.entries()) {
      if (item.kind !== 'object' || kind === undefined) continue;
      const part = this.read({ kind, node: item, schema, index: first + index });
      this.run.inPart(part, told);
      const stated = partFacts(part);
      if (stated) facts.push(stated);
    }
    return facts;
  }

  private isApart(node: Node): boolean {
    return node.kind === 'array' && (node.items.length > stretch || this.parts.has(node));
  }
}
