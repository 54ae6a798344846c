import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver-types';
import {
  changedDocument,
  createTargetGroupService,
  openDocument,
  type TextDocument,
} from '../../../server/src/core/index';
import { createModel, type Model } from '../../../server/src/core/document/model';
import type { Member, Node } from '../../../server/src/core/document/node';
import { createDefinition as createWide } from '../../bench/definitions';
import { acceptedBodies } from '../accepted-bodies';
import { tokensOf } from '../tokens';

import { createDefinition } from './definition';
import { render } from './tree';

/** A tree with everything that can be read of it, without its back references. */
function plain(node: Node | undefined): unknown {
  if (!node) return null;
  const { kind, offset, length, broken } = node;
  const place = { kind, offset, length, broken };
  if (node.kind === 'array')
    return { ...place, closed: node.closed, commas: node.commas, items: node.items.map(plain) };
  if (node.kind === 'object')
    return { ...place, closed: node.closed, commas: node.commas, members: node.members.map(plainMember) };
  return {
    ...place,
    text: node.kind === 'number' ? node.text : undefined,
    value: node.kind === 'null' ? null : node.value,
  };
}

function plainMember({ offset, length, colon, key, value }: Member): unknown {
  return { offset, length, colon, key: [key.offset, key.length, key.value, key.broken], value: plain(value) };
}

const parentsOf = (root: Node | undefined): boolean => {
  const pending = root ? [root] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const children =
      node.kind === 'array'
        ? node.items
        : node.kind === 'object'
          ? node.members.flatMap(({ value }) => value ?? [])
          : [];
    for (const child of children) {
      const container = child.parent && ('items' in child.parent ? child.parent : child.parent.parent);
      if (container !== node) return false;
      pending.push(child);
    }
  }
  return true;
};

interface Edit {
  /** Where in the text, as a share of 10,000. */
  readonly at: number;
  readonly kind: string;
  readonly pick: number;
}

const pieces = [
  '"',
  ',',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\\',
  ' ',
  '\r\n',
  '1',
  '-',
  'e',
  'x',
  'é',
  '😀',
  '"a": 1, ',
  'null',
  '{}',
];
const words = [
  'STREAKS',
  'UNIFIED',
  'CAPPING',
  'EVENT',
  'COUNT',
  '',
  '  ',
  '2027-02-30',
  '2027-03-01',
  '\\u00e9',
  'true',
];

/** One edit of a text: from, to, and what stands there afterwards. */
function toChange(text: string, { at, kind, pick }: Edit): { from: number; to: number; newText: string } {
  const offset = Math.floor((at / 10_000) * (text.length + 1));
  const tokens = tokensOf(text);
  const token = tokens[Math.floor((at / 10_000) * tokens.length)] ?? { offset: 0, end: 0, text: '', kind: '' };
  switch (kind) {
    case 'insert':
      return { from: offset, to: offset, newText: pieces[pick % pieces.length] ?? '' };
    case 'delete':
      return { from: offset, to: Math.min(text.length, offset + (pick % 4)), newText: '' };
    case 'token':
      return { from: token.offset, to: token.end, newText: pick % 2 === 0 ? '' : token.text + token.text };
    case 'inside':
      return {
        from: token.offset + 1,
        to: Math.max(token.offset + 1, token.end - 1),
        newText: words[pick % words.length] ?? '',
      };
    case 'number':
      return { from: token.end, to: token.end, newText: String(pick % 10) };
    default: {
      const other = tokens[pick % tokens.length] ?? token;
      const [from, to] = [Math.min(token.offset, other.offset), Math.max(token.end, other.end)];
      // A piece of the text moves: pasted where it was cut, or over something else.
      return { from, to, newText: pick % 3 === 0 ? text.slice(from, to) : '' };
    }
  }
}

const edit = fc.record({
  at: fc.nat({ max: 9999 }),
  kind: fc.constantFrom('insert', 'insert', 'delete', 'token', 'inside', 'inside', 'number', 'span'),
  pick: fc.nat({ max: 999 }),
});

/** Lets so many looks at the clock pass. */
function overAfter(looks: number): () => boolean {
  let left = looks;
  return () => left-- <= 0;
}

/** Undone later, so that sequences come back to whole texts. */
const sequence = fc.array(fc.record({ edit, undo: fc.boolean(), looks: fc.nat({ max: 20 }) }), {
  minLength: 1,
  maxLength: 12,
});

/** Short texts with what real definitions seldom have: lists in lists, long lists of small values, blanks of every kind. */
const odd = [
  '{"a":[1,2,{"b":"x, y","c":[{},{"d":null}]},"s"],"e":{"f":[[1,2],[3]],"g":true},"h":"z"}',
  `{"name":"é😀","list":[${Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? `[1,{"k":${index}}]` : index)).join(',')}]}`,
  '{\r\n\t"periods" : [ { "refCode" : 1 } , null , { } ] ,\r\n"targets":[{"defaultValues":[]}]\r\n}\r\n',
];

function textOf(kind: string, pick: number): string {
  const body = acceptedBodies[pick % acceptedBodies.length]?.text ?? '';
  if (kind === 'line') return JSON.stringify(JSON.parse(body));
  if (kind === 'crlf') return body.replace(/\r?\n/g, '\r\n');
  if (kind === 'wide') return createWide(20 + (pick % 20)).text;
  // Cut into pieces, which versions share.
  if (kind === 'long') return createWide(80 + (pick % 40)).text;
  if (kind === 'odd') return odd[pick % odd.length] ?? '';
  if (kind === 'body') return body;
  const { root, layout } = createDefinition(pick);
  return render(root, layout).text;
}

const source = fc.record({
  kind: fc.constantFrom('body', 'line', 'crlf', 'made', 'made', 'wide', 'long', 'odd', 'odd'),
  pick: fc.nat({ max: 9999 }),
});

export interface IncrementalSize {
  readonly sequences: number;
  readonly seed?: number;
  /** Ends it before all sequences were tried. */
  readonly minutes?: number;
}

const uri = 'file:///a.targetgroup.json';

/** The law of the incremental document: after any edits it answers what a fresh one answers. */
export function describeIncremental({ sequences, seed = Date.now() % 2 ** 31, minutes }: IncrementalSize): void {
  describe(`incremental: after any edits, from seed ${seed}`, () => {
    it('findings, fixes, outline and tree are those of a fresh reading', function () {
      this.timeout(2 * (minutes ?? 60) * 60_000);
      const counts = { sequences: 0, edits: 0, updated: 0 };
      fc.assert(
        fc.property(source, sequence, ({ kind, pick }, steps) => {
          counts.sequences++;
          let document = openDocument(uri, 'targetgroup', 1, textOf(kind, pick));
          const service = createTargetGroupService();
          service.diagnose(document);
          const sliced = createTargetGroupService();
          let model: Model = createModel(document);
          const change = (from: number, to: number, newText: string, looks: number) => {
            const before = document.getText();
            const range = { start: document.positionAt(from), end: document.positionAt(to) };
            document = changedDocument(document, [{ range, text: newText }], document.version + 1);
            const { root } = model;
            model = createModel(document, model);
            counts.edits++;
            if (root !== undefined && model.root === root) counts.updated++;
            const findings = compare(document, model, service, before);
            // Left in the middle, taken up at the next text, and asked only now and then.
            sliced.read(document, overAfter(looks));
            if (looks % 3 === 0) assert.deepEqual(sliced.diagnose(document), findings, document.getText());
          };
          for (const step of steps) {
            const text = document.getText();
            const { from, to, newText } = toChange(text, step.edit);
            change(from, to, newText, step.looks);
            if (step.undo) change(from, from + newText.length, text.slice(from, to), step.looks + 1);
          }
        }),
        // A clock that jumps is to end no run but one that is bounded by time.
        {
          numRuns: sequences,
          seed,
          ...(minutes === undefined ? undefined : { interruptAfterTimeLimit: minutes * 60_000 }),
        },
      );
      console.error(`seed ${seed}: ${counts.sequences} sequences, ${counts.edits} edits, ${counts.updated} updates`);
      assert.ok(counts.updated > counts.edits / 3, JSON.stringify(counts));
    });
  });
}

function compare(
  document: TextDocument,
  model: Model,
  service: ReturnType<typeof createTargetGroupService>,
  before: string,
): readonly Diagnostic[] {
  const fresh = createTargetGroupService();
  const text = document.getText();
  const told = `${JSON.stringify(before)}\n=>\n${JSON.stringify(text)}`;
  const anew = openDocument(uri, 'targetgroup', document.version, text);
  const read = createModel(anew);
  assert.deepEqual(plain(model.root), plain(read.root), told);
  assert.deepEqual(model.syntax, read.syntax, told);
  assert.ok(parentsOf(model.root), told);
  const findings = fresh.diagnose(anew);
  assert.deepEqual(service.diagnose(document), findings, told);
  assert.deepEqual(service.symbols(document), fresh.symbols(anew), told);
  for (const finding of findings.slice(0, 4)) {
    const actions = service.codeActions(document, finding.range, findings);
    assert.deepEqual(actions, fresh.codeActions(anew, finding.range, findings), told);
  }
  return findings;
}
