import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { endOf, type Node } from '../../../server/src/core/document/node';
import { parse } from '../../../server/src/core/document/parse';
import { acceptedBodies } from '../accepted-bodies';
import { tokensOf } from '../tokens';

/** What the parser makes of a text, behind its byte order mark. */
export const read = (text: string) => parse(text, text.startsWith('\uFEFF') ? 1 : 0);

/** Whether JSON.parse takes it. */
export const isAccepted = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Asserts what holds of every tree, whatever the text: places inside their parents, in order, and the way back up. */
export function assertTree(text: string): void {
  const { root, problems, depth } = read(text);
  for (const { offset, length, message, fix } of problems) {
    assert.ok(offset >= 0 && length >= 0 && offset + length <= text.length, message);
    for (const edit of fix?.edits ?? [])
      assert.ok(edit.offset >= 0 && edit.offset + edit.length <= text.length, message);
  }
  if (!root) return;
  assert.ok(depth >= 0);
  const pending: { node: Node; parent: Node['parent']; from: number; to: number }[] = [];
  pending.push({ node: root, parent: undefined, from: 0, to: text.length });
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, parent, from, to } = next;
    assert.ok(node.parent === parent, `parent of ${node.kind} at ${node.offset}`);
    assert.ok(
      node.length >= 0 && node.offset >= from && endOf(node) <= to,
      `${node.kind} ${node.offset} in ${from}..${to}`,
    );
    if (node.kind === 'object') {
      let at = node.offset;
      for (const member of node.members) {
        const { key, colon, value } = member;
        assert.ok(member.parent === node, `parent of ${member.key.value}`);
        assert.ok(member.offset >= at && endOf(member) <= endOf(node), `member ${key.value} at ${member.offset}`);
        assert.ok(key.offset === member.offset && endOf(key) <= endOf(member));
        if (colon !== undefined) assert.ok(colon >= endOf(key));
        if (value) pending.push({ node: value, parent: member, from: endOf(key), to: endOf(member) });
        at = endOf(member);
      }
    } else if (node.kind === 'array') {
      let at = node.offset;
      for (const item of node.items) {
        pending.push({ node: item, parent: node, from: at, to: endOf(node) });
        at = endOf(item);
      }
    }
    if (node.kind === 'object' || node.kind === 'array') {
      const { commas } = node;
      for (const [index, comma] of commas.entries()) {
        assert.ok(text[comma] === ',' || text[comma] === ';', `comma at ${comma}`);
        assert.ok(comma > (commas[index - 1] ?? -1));
      }
    }
  }
}

/** The tests of accepted bodies that are damaged at every place, or at one in so many. */
export function describeDamagedJson({ every }: { readonly every: number }): void {
  describe(`parse: accepted bodies, damaged at one place in ${every}`, () => {
    const texts = acceptedBodies.flatMap(({ name, text }) => [
      { name, text },
      { name: `${name}, on one line`, text: JSON.stringify(JSON.parse(text)) },
    ]);

    const isTurn = (_: unknown, index: number) => index % every === 0;

    /** How many problems a damage makes, checking on the way what holds for every text. */
    function problemsIn(text: string): number {
      const { problems } = read(text);
      assert.equal(problems.length === 0, isAccepted(text));
      return problems.length;
    }

    for (const { name, text } of texts) {
      it(`${name}: cut off anywhere it has one problem`, () => {
        const blanks = /^\s\s/;
        for (let end = 0; end < text.trimEnd().length; end += every) {
          if (blanks.test(text.slice(end - 1, end + 1))) continue;
          assert.equal(problemsIn(text.slice(0, end)), 1, `cut at ${end}`);
          if (end % 7 === 0) assertTree(text.slice(0, end));
        }
      });

      it(`${name}: with a token missing or doubled it has one problem at most`, () => {
        for (const { offset, end, text: token } of tokensOf(text).filter(isTurn)) {
          const without = text.slice(0, offset) + text.slice(end);
          const doubled = text.slice(0, end) + token + text.slice(end);
          assert.ok(problemsIn(without) <= 1, `without ${token} at ${offset}`);
          assert.ok(problemsIn(doubled) <= 1, `twice ${token} at ${offset}`);
          if (token.length === 1) [without, doubled].forEach(assertTree);
        }
      });

      it(`${name}: with a quote missing it has one problem, two at most`, () => {
        let twoProblems = 0;
        for (const { offset, end, kind } of tokensOf(text).filter(isTurn)) {
          if (kind !== 'string') continue;
          const noOpening = problemsIn(text.slice(0, offset) + text.slice(offset + 1));
          const noClosing = problemsIn(text.slice(0, end - 1) + text.slice(end));
          assert.equal(noClosing, 1, `no closing quote before ${end}`);
          assert.ok(noOpening === 1 || noOpening === 2, `no opening quote at ${offset}`);
          twoProblems += noOpening - 1;
        }
        assert.ok(twoProblems <= 1, String(twoProblems));
      });

      it(`${name}: with two neighbours swapped it has three problems at most`, () => {
        const tokens = tokensOf(text);
        for (const [index, { offset, end }] of tokens.entries()) {
          const next = tokens[index + 1];
          if (!next || index % every !== 0) continue;
          const [first, between, second] = [text.slice(offset, end), text.slice(end, next.offset), next.text];
          const swapped = text.slice(0, offset) + second + between + first + text.slice(next.end);
          assert.ok(problemsIn(swapped) <= 3, `${first} and ${second} at ${offset}`);
          if (index % 5 === 0) assertTree(swapped);
        }
      });
    }
  });
}
