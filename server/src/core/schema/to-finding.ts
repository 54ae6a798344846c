import { field } from '../../generated/fields.generated';
import type { DocumentText } from '../document/document-text';
import { containerOf, endOf, keyOf, nodeAtPath, type Node } from '../document/node';
import { setMember } from '../edits/set-member';
import { nearest, nearestFirst } from '../rules/nearest';
import type { Fix } from '../rules/rule';
import { noFixes, placeOf, type Finding } from '../rules/finding';
import type { StructureCode } from '../rules/structure';
import { described, listed, quoted } from '../rules/wording';
import { convert } from './convert';
import { enumLabel } from './enum-label';
import { schemaOf, typesOf, type Schema, type TypeName } from './schema';
import type { SchemaViolation } from './validate';

const typeWords: Readonly<Record<TypeName, string>> = {
  object: 'an object',
  array: 'an array',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

const digits = 'its digits as text';

/** What the author is told about one violation; undefined where another rule speaks of the same text. */
export function toFinding(violation: SchemaViolation, content: DocumentText): Finding | undefined {
  const { node, keyword } = violation;
  const schema = schemaOf(node);
  if (!schema) return undefined;
  switch (keyword) {
    case 'type':
      return typeFinding(node, schema, content);
    case 'enum':
      return enumFinding(node, schema);
    case 'required':
      return requiredFinding(node, content);
    case 'minimum':
      return minimumFinding(node, schema);
  }
}

function finding(code: StructureCode, at: Finding['at'], message: string, fixes: Finding['fixes'] = noFixes): Finding {
  return { code, level: 'error', at: placeOf(at), message, related: [], fixes };
}

const replacement = (node: Node, newText: string) => ({ offset: node.offset, length: node.length, newText });

function nameOf(node: Node): string {
  const key = keyOf(node);
  if (key) return key.value;
  const container = containerOf(node);
  const list = container && keyOf(container);
  return list ? `An entry of ${list.value}` : 'The definition';
}

function typeFinding(node: Node, schema: Schema, content: DocumentText): Finding | undefined {
  // Null counts as absent everywhere but as the root and in the lists whose entries the API reads one by one.
  if (node.kind === 'null' && containerOf(node)?.kind === 'array' && !schema.properties) return undefined;
  const words = typesOf(schema).map((type) =>
    type === 'string' && schema.format === 'integer' ? digits : typeWords[type],
  );
  const expected = listed(words);
  const message = `${nameOf(node)} is ${described(node)}; ${expected} is expected.`;
  return finding('schema-type', node, message, () => {
    const converted = convert(content.toString(), node, schema, keyOf(node)?.value === field.expressionJson);
    if (converted === undefined) return [];
    const shown = converted.length > 40 ? 'a JSON text' : converted;
    return [
      {
        title: `Convert to ${node.kind === 'object' && converted.startsWith('[') ? 'a list of one' : shown}`,
        edits: [replacement(node, converted)],
        preferred: true,
      },
    ];
  });
}

function enumFinding(node: Node, schema: Schema): Finding | undefined {
  if (node.kind !== 'string' || enumLabel(schema, node.value) !== undefined) return undefined;
  const values = schema.enum ?? [];
  const message = `${nameOf(node)} is ${quoted(node.value)}; ${listed(values)} is accepted.`;
  return finding('schema-enum', node, message, () => {
    const near = nearest(node.value, values)[0];
    return nearestFirst(node.value, values).map((value): Fix => {
      const edits = [replacement(node, JSON.stringify(value))];
      return { title: `Replace with "${value}"`, edits, preferred: value === near };
    });
  });
}

function requiredFinding(node: Node, content: DocumentText): Finding {
  const brace = { offset: node.offset, length: Math.min(1, endOf(node) - node.offset) };
  return finding('schema-required', brace, 'The definition has no name; no group can be created without one.', () => {
    if (node.kind !== 'object') return [];
    const edits = [setMember(content.toString(), node, field.name, '"New target group"')];
    return [{ title: 'Insert a name', edits, preferred: true }];
  });
}

function minimumFinding(node: Node, schema: Schema): Finding {
  const minimum = schema.minimum ?? 0;
  const written = node.kind === 'number' ? node.text : described(node);
  const message = `${nameOf(node)} is ${written}; ${minimum} is the smallest that makes sense.`;
  return finding('schema-minimum', node, message, () => {
    const value = String(Math.max(minimum, periodsBeside(node)));
    return [{ title: `Set to ${value}`, edits: [replacement(node, value)], preferred: true }];
  });
}

/** What `totalPeriods` should be where there are periods, or values for them; 0 for every other field. */
function periodsBeside(node: Node): number {
  const group = keyOf(node)?.value === field.totalPeriods ? containerOf(node) : undefined;
  const countAt = (...path: (string | number)[]) => {
    const list = nodeAtPath(group, path);
    return list?.kind === 'array' ? list.items.length : 0;
  };
  return countAt(field.periods) || countAt(field.targets, 0, field.defaultValues);
}
