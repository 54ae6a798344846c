import { schemaErrors, type SchemaError } from '../../generated/validate.generated';
import { nodeAtPath, type Node } from '../document/node';
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
 * counts, and texts and numbers that were not read completely are left out.
 */
function toValue(node: Node, depth = 0): unknown {
  switch (node.kind) {
    case 'object': {
      const value = Object.create(null) as Record<string, unknown>;
      if (depth >= depthLimit) return value;
      for (const member of node.members) {
        const child = member.value;
        if (!child || child.kind === 'null' || isUnread(child)) Reflect.deleteProperty(value, member.key.value);
        else value[member.key.value] = toValue(child, depth + 1);
      }
      return value;
    }
    case 'array':
      return depth >= depthLimit ? [] : node.items.map((item) => toValue(item, depth + 1));
    case 'null':
      return null;
    case 'number':
      return finite(node.value);
    default:
      return node.value;
  }
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
function textsThatAreNoNumber(root: Node): Node[] {
  const found: Node[] = [];
  walk(root, (node, schema) => {
    const isNumber = node.kind !== 'string' || schema?.format !== 'integer' || /^-?\d+$/.test(node.value);
    if (!isNumber && !isUnread(node)) found.push(node);
  });
  return found;
}

/** Every violation, one per node at most (a wrong type is not also a wrong enum value), in the validator's order. */
export function validate(root: Node): readonly SchemaViolation[] {
  const violations = new Map<Node, SchemaViolation>();
  for (const error of schemaErrors(toValue(root))) {
    const node = nodeAtPointer(root, error.instancePath);
    if (!node || isUnread(node) || !isJudged(error)) continue;
    const known = violations.get(node);
    if (!known || error.keyword === 'type') violations.set(node, { keyword: error.keyword, node });
  }
  for (const node of textsThatAreNoNumber(root)) violations.set(node, { keyword: 'type', node });
  return [...violations.values()];
}
