import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createModel } from '../../server/src/core/document/model';
import { pathOf } from '../../server/src/core/document/node';
import { rootSchema } from '../../server/src/core/schema/schema';
import { walk } from '../../server/src/core/schema/walk';
import { violationOf } from '../../server/src/core/schema/validate';
import { acceptedBodies } from '../support/accepted-bodies';
import { documentOf } from '../support/diagnose';
import { compileSchema, readSchema, withoutNullMembers } from '../support/target-group-schema';

/* What the engine reads from the schema is what a validator that nobody here wrote reads from it. */

type Violations = readonly string[];

function ours(text: string): Violations {
  const { root } = createModel(documentOf(text));
  assert.ok(root);
  const found: string[] = [];
  walk(
    root,
    (node, schema) => {
      const keyword = violationOf(node, schema);
      if (keyword) found.push(`${['', ...pathOf(node)].join('/')} ${keyword}`);
    },
    rootSchema,
  );
  return found.sort();
}

const judge = compileSchema(readSchema());

/** One violation for each place, of its type where that is wrong. */
function theirs(value: unknown): Violations {
  const found = new Map<string, string>();
  for (const { place, keyword } of judge(withoutNullMembers(value)))
    if (!found.has(place) || keyword === 'type') found.set(place, keyword);
  return [...found].map(([place, keyword]) => `${place} ${keyword}`).sort();
}

const samples: readonly unknown[] = [null, true, 5, -1, 1.5, '5', [], {}, [null], [{}], [5], { name: 5 }, 'DEFAULT'];

/** Every value that has a sample in the place of one of its parts, or lacks that part. */
function* variants(value: unknown): Generator {
  for (const sample of samples) yield sample;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    for (const [index, item] of items.entries())
      for (const variant of variants(item)) yield items.map((each, at) => (at === index ? variant : each));
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
      for (const variant of variants(member)) yield { ...value, [name]: variant };
    }
  }
}

describe('the schema, as the engine and as ajv read it', () => {
  const everything = {
    ...Object.fromEntries(Object.keys(readSchema().properties ?? {}).map((name) => [name, 5])),
    targets: [{ extendedFieldInfo: { aggregateWindow: {} }, filters: [{ entityType: 'STORE', entityIds: [1] }] }],
    streaks: [{ name: 'a', targetCountOfSequence: 1 }],
    unifiedTargetExpression: { aggregation: 'SUM', thresholdValue: 1 },
  };
  for (const { name, value } of [
    ...acceptedBodies.map((body) => ({ name: body.name, value: JSON.parse(body.text) as unknown })),
    { name: 'a group of every field', value: everything },
  ]) {
    it(`${name}, with every part of it something else`, () => {
      let count = 0;
      for (const variant of variants(value)) {
        if (typeof variant !== 'object' || variant === null || Array.isArray(variant)) continue;
        // A text has to be a number there, of which JSON Schema says nothing.
        const text = JSON.stringify(variant);
        if (/"entityIds":\[[^\]]*"DEFAULT"/.test(text)) continue;
        assert.deepEqual(ours(text), theirs(variant), text);
        count++;
      }
      assert.ok(count > 300, String(count));
    });
  }
});
