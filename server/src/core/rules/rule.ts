import type { Model } from '../document/model';
import type { Node, NodeKind, ObjectNode, Place } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import type { Schema } from '../schema/schema';
import type { Facts } from './facts';
import type { Part, PartKind } from './part';

export type Level = 'error' | 'warning' | 'information' | 'hint';

/** What a rule says about itself. Lists, settings and the catalogue are generated from this, never kept twice. */
export interface RuleInfo {
  /** File name, diagnostic code, setting key and catalogue anchor in one. */
  readonly code: string;
  /** The default level, and behind it those that the rule uses under conditions of its own. */
  readonly levels: readonly [Level, ...Level[]];
  /** False for the few rules whose level nobody can change. */
  readonly settable?: false;
  readonly title: string;
  /** What goes wrong downstream when this is ignored. */
  readonly why: string;
  /** Where the fact comes from: documentation, a recorded answer, the grammar. */
  readonly source: string;
  /** `bad` marks the reported text as `«code:text»`; both run as tests and stand in the catalogue. */
  readonly examples?: { readonly bad: string; readonly good: string };
}

/** One change an author can accept; applying it removes the problem and brings no new one. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** True for the one that "fix" means without asking. */
  readonly preferred?: boolean;
}

export interface Problem<Data = unknown> {
  /** Exactly the wrong text; for something missing, the key or brace that lacks it. */
  readonly at: Place;
  /** What is wrong with the actual value, then what is expected. */
  readonly message: string;
  /** One of the rule's `levels`; the first where left out. */
  readonly level?: Level;
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
  /** For the fix; needed where there is one. */
  readonly data?: Data;
}

export interface Fixer<Data = unknown> {
  /** What the fix does, for the catalogue. */
  readonly title: string;
  /** True when it is lossless and has one outcome, so that "fix all" may apply it unasked. */
  readonly all?: true;
  /** The fixes for one problem; none when this one has no safe repair. Called only when an author asks. */
  readonly propose: (problem: Problem<Data> & { readonly data: Data }, model: Model) => Iterable<Fix>;
}

/** What a rule of each scope is given. */
export interface RuleInput {
  /** Every object in the document, with the schema that applies to it, if any. */
  object: { readonly object: ObjectNode; readonly schema: Schema | undefined };
  /** Every value for which the schema has a word, objects and arrays included. */
  value: { readonly node: Node; readonly schema: Schema };
  /** The group, a period or a target: the members that can be relied on. */
  part: Part;
  /** What looks across parts sees their facts only, never nodes. */
  across: Facts;
}
export type RuleScope = keyof RuleInput;

interface RuleBase<Scope extends RuleScope, Data> extends RuleInfo {
  readonly scope: Scope;
  /** For `part` rules: the kinds of part it looks at. */
  readonly parts?: readonly PartKind[];
  /** For `value` rules: the kind of node it looks at, and the keyword that the schema must have for it. */
  readonly nodes?: NodeKind;
  readonly keyword?: keyof Schema;
  /** True when it reports what is missing or counts: silent while the text has syntax errors. */
  readonly needsWholeText?: true;
  readonly check: (input: RuleInput[Scope]) => Iterable<Problem<Data>>;
  readonly fix?: Fixer<Data>;
}

/** A rule of one scope, its data type erased. */
export type RuleOf<Scope extends RuleScope> = RuleBase<Scope, unknown>;

/** A rule of any scope, so that all rules share one list. */
export type Rule = { [Scope in RuleScope]: RuleOf<Scope> }[RuleScope];

/** Defines one rule: a pure function of its input, no settings, no clock, no other rule. */
export function defineRule<Scope extends RuleScope, Data>(rule: RuleBase<Scope, Data>): Rule {
  // The data of a problem only ever returns to the rule that made it, so erasing its type is safe.
  return rule as unknown as Rule;
}
