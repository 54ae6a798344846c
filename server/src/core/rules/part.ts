import {
  memberOf,
  type ArrayNode,
  type Key,
  type Member,
  type Node,
  type ObjectNode,
  type Place,
} from '../document/node';
import { canonicalValue, enumLabel } from '../schema/enum-label';
import { itemSchema, memberSchema, type Schema } from '../schema/schema';
import { decidedByEntity } from './target-pairs';

/** The group's own members, one period, or one target. */
export type PartKind = 'group' | 'period' | 'target';

/** A member whose value can be relied on. */
export interface Known<Value> {
  readonly key: Key;
  readonly node: Node;
  readonly value: Value;
}

/** `absent`: not there, or null. `unknown`: there, but of a wrong type, no accepted value, or not read completely. */
export type Presence = 'absent' | 'unknown' | 'known';

/** The opening brace of an object, wherever it moves; the same one for the same object. */
class Brace implements Place {
  readonly length = 1;

  constructor(private readonly of: ObjectNode) {}

  get offset(): number {
    return this.of.offset;
  }
}

const braces = new WeakMap<ObjectNode, Place>();

function braceOf(node: ObjectNode): Place {
  const brace = braces.get(node) ?? new Brace(node);
  braces.set(node, brace);
  return brace;
}

/** What the parts of one document share. */
export interface PartSource {
  /** True for a node that no rule may rely on. */
  readonly isUnreliable: (node: Node) => boolean;
  /** The document's own text at a place. */
  readonly written: (place: Place) => string;
}

/**
 * What a rule may read of one object. A member that already has a finding of its own (wrong type, no accepted value,
 * half typed) is `unknown`, so that one mistake stays one finding.
 */
export class Part {
  private readonly choices = new Map<string, Known<string> | undefined>();

  constructor(
    readonly kind: PartKind,
    readonly node: ObjectNode,
    private readonly schema: Schema | undefined,
    private readonly source: PartSource,
    /** False while the text has syntax errors: then nothing may be called missing. */
    readonly isWhole: boolean,
    /** Zero-based position among the periods or targets of the file; 0 for the group. */
    readonly index: number,
  ) {}

  /** The opening brace: where something that is missing is shown. */
  get brace(): Place {
    return braceOf(this.node);
  }

  /** A place as the document has it: a number's digits, a string with its quotes and escapes. */
  written(place: Place): string {
    return this.source.written(place);
  }

  presence(name: string): Presence {
    const member = memberOf(this.node, name);
    return member ? this.presenceOf(member) : 'absent';
  }

  private presenceOf({ value }: Member): Presence {
    if (!value) return 'unknown';
    if (value.kind === 'null' && !value.broken) return 'absent';
    return this.source.isUnreliable(value) ? 'unknown' : 'known';
  }

  /** The value of a member that is there and reliable, whatever its type; else undefined. */
  value(name: string): Known<Node> | undefined {
    const member = memberOf(this.node, name);
    if (!member?.value || this.presenceOf(member) !== 'known') return undefined;
    return { key: member.key, node: member.value, value: member.value };
  }

  text(name: string): Known<string> | undefined {
    const found = this.value(name);
    return found?.node.kind === 'string' ? { ...found, value: found.node.value } : undefined;
  }

  number(name: string): Known<number> | undefined {
    const found = this.value(name);
    return found?.node.kind === 'number' ? { ...found, value: found.node.value } : undefined;
  }

  boolean(name: string): Known<boolean> | undefined {
    const found = this.value(name);
    return found?.node.kind === 'boolean' ? { ...found, value: found.node.value } : undefined;
  }

  array(name: string): Known<ArrayNode> | undefined {
    const found = this.value(name);
    return found?.node.kind === 'array' ? { ...found, value: found.node } : undefined;
  }

  /** An enum member as the API means it: labels and other spellings resolved; undefined where that is not certain. */
  choice(name: string): Known<string> | undefined {
    // Most rules of a part ask for the same few choices.
    if (!this.choices.has(name)) this.choices.set(name, this.readChoice(name));
    return this.choices.get(name);
  }

  private readChoice(name: string): Known<string> | undefined {
    const found = this.text(name);
    const schema = memberSchema(this.schema, name);
    if (!found || !schema) return undefined;
    const value = canonicalValue(schema, found.value) ?? this.decided(schema, found.value);
    return value === undefined ? undefined : { ...found, value };
  }

  /** What a label with several meanings stands for in this object; undefined where that is not certain. */
  private decided(schema: Schema, label: string): string | undefined {
    const meant = decidedByEntity(this.node, enumLabel(schema, label) ?? []);
    return meant.length === 1 ? meant[0] : undefined;
  }

  /** A member that holds an object, as a part of its own of the same kind. */
  object(name: string): Part | undefined {
    const found = this.value(name);
    if (found?.node.kind !== 'object') return undefined;
    return new Part(this.kind, found.node, memberSchema(this.schema, name), this.source, this.isWhole, this.index);
  }

  /** The objects in a member that holds an array, as parts of the same kind, each with its position. */
  parts(name: string): Part[] {
    const schema = itemSchema(memberSchema(this.schema, name));
    const items = this.array(name)?.value.items ?? [];
    return items.flatMap((item, index) =>
      item.kind === 'object' ? new Part(this.kind, item, schema, this.source, this.isWhole, index) : [],
    );
  }
}
