import { schemaErrors, type SchemaError } from '../../generated/validate.generated';
import { field } from '../../generated/fields.generated';
import { nodeAtPath, type Node, type ObjectNode } from '../document/node';
import type { Schema } from './schema';
import { walk } from './walk';

/** One place where the definition differs from the schema. */
export interface SchemaViolation {
  readonly keyword: 'type' | 'enum' | 'required' | 'minimum';
  readonly node: Node;
}

/** Deeper than any member that the schema describes; below it nothing is judged. */
const depthLimit = 16;

/** JSON has no infinity: 1e999 is a number, and a whole one. */
const finite = (value: number): number => (Number.isFinite(value) ? value : Math.sign(value) * Number.MAX_VALUE);

/**
 * The value as the schema judges it: members that are `null` count as absent, the last of repeated keys is the one that
 * counts, and texts and numbers that were not read completely are left out. Of parts inside, which are judged alone, only
 * that they are objects.
 */
function toValue(node: Node, parts: ReadonlySet<Node>, depth = 0): unknown {
  switch (node.kind) {
    case 'object':
      return depth >= depthLimit || (depth > 0 && parts.has(node)) ? {} : toRecord(node, parts, depth + 1);
    case 'array':
      return depth >= depthLimit ? [] : node.items.map((item) => toValue(item, parts, depth + 1));
    case 'null':
      return null;
    case 'number':
      return finite(node.value);
    default:
      return node.value;
  }
}

function toRecord({ members }: ObjectNode, parts: ReadonlySet<Node>, depth: number): Record<string, unknown> {
  const record = Object.create(null) as Record<string, unknown>;
  for (const { key, value } of members) {
    if (!value || value.kind === 'null' || isUnread(value)) Reflect.deleteProperty(record, key.value);
    else record[key.value] = toValue(value, parts, depth);
  }
  return record;
}

/** True for a text or number that was not read completely, so that nothing can be said about it. */
export function isUnread(node: Node): boolean {
  return node.broken && node.kind !== 'object' && node.kind !== 'array';
}

function nodeAtPointer(root: Node, pointer: string): Node | undefined {
  const steps = pointer.split('/').slice(1);
  return nodeAtPath(
    root,
    steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
  );
}

const keywords: ReadonlySet<string> = new Set<SchemaViolation['keyword']>(['type', 'enum', 'required', 'minimum']);

function isJudged(error: SchemaError): error is SchemaError & { keyword: SchemaViolation['keyword'] } {
  return keywords.has(error.keyword);
}

/** Texts where the schema takes only numbers written as text. */
function textsThatAreNoNumber({ node: root, schema: start }: JudgedPart, parts: ReadonlySet<Node>): Node[] {
  const found: Node[] = [];
  walk(
    root,
    (node, schema) => {
      if (node !== root && parts.has(node)) return false;
      const isNumber = node.kind !== 'string' || schema?.format !== 'integer' || /^-?\d+$/.test(node.value);
      if (!isNumber && !isUnread(node)) found.push(node);
      return true;
    },
    start,
  );
  return found;
}

/** The object that is judged: the whole definition, or an element of one of its lists, with the schema of either. */
export interface JudgedPart {
  readonly kind: 'group' | 'period' | 'target';
  readonly node: Node;
  readonly schema: Schema | undefined;
}

/** The validator knows definitions alone, so that a part is judged as the only one of an otherwise right definition. */
const around = {
  group: { wrap: (value: unknown) => value, prefix: '' },
  period: { wrap: (value: unknown) => ({ [field.name]: '', [field.periods]: [value] }), prefix: `/${field.periods}/0` },
  target: { wrap: (value: unknown) => ({ [field.name]: '', [field.targets]: [value] }), prefix: `/${field.targets}/0` },
} as const;

/**
 * Every violation, one per node at most (a wrong type is not also a wrong enum value), in the validator's order.
 * @param parts the objects that are judged alone: inside another they are left out.
 */
export function validate(part: JudgedPart, parts: ReadonlySet<Node>): readonly SchemaViolation[] {
  const { wrap, prefix } = around[part.kind];
  const violations = new Map<Node, SchemaViolation>();
  for (const error of schemaErrors(wrap(toValue(part.node, parts)))) {
    const node = nodeAtPointer(part.node, error.instancePath.slice(prefix.length));
    if (!node || isUnread(node) || !isJudged(error)) continue;
    const known = violations.get(node);
    if (!known || error.keyword === 'type') violations.set(node, { keyword: error.keyword, node });
  }
  for (const node of textsThatAreNoNumber(part, parts)) violations.set(node, { keyword: 'type', node });
  return [...violations.values()];
}
