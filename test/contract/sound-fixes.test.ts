import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { endOf, type Member } from '../../server/src/core/document/node';
import { parse } from '../../server/src/core/document/parse';
import { createTargetGroupService } from '../../server/src/core/index';
import { rootSchema } from '../../server/src/core/schema/schema';
import { walk } from '../../server/src/core/schema/walk';
import { acceptedBodies } from '../support/accepted-bodies';
import { isAccepted } from '../support/corpus/describe-damaged-json';
import { diagnose, documentOf } from '../support/diagnose';
import { tokensOf } from '../support/tokens';
import { runs } from '../support/runs';

/** Rules about members that a mistake can hide: they see them for the first time behind its repair. */
const aboutMembers =
  /^(tracking-type-targets|leaderboard-|fixed-window-required|unified-|streak|entity-type-pair|event-|extended-|alternate-|user-created-|emf-|default-values?-|total-periods-count|cycle-limit|.*-duplicate)/;
/** What a fix may uncover although it is right: of an enum every value is offered, the one that fits nowhere too. */
const uncovers: Readonly<Record<string, RegExp>> = {
  'schema-enum': aboutMembers,
  'schema-type': aboutMembers,
  'unknown-property': aboutMembers,
};

const isHard = ({ severity }: Diagnostic) =>
  severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning;

function countsOf(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(String(code), (counts.get(String(code)) ?? 0) + 1);
  return counts;
}

/** Asserts the promise of every fix of every finding of a text. @returns how many fixes there were. */
function expectAllSound(text: string): number {
  const service = createTargetGroupService();
  const document = documentOf(text);
  const found = service.diagnose(document);
  const before = countsOf(found);
  const hardBefore = countsOf(found.filter(isHard));
  let fixes = 0;
  for (const diagnostic of found) {
    const code = String(diagnostic.code);
    for (const { title, edit, diagnostics } of service.codeActions(document, diagnostic.range, found)) {
      const edits = edit?.changes?.[document.uri];
      if (diagnostics?.[0] !== diagnostic || !edits) continue;
      fixes++;
      const after = TextDocument.applyEdits(document, edits);
      const told = `${code}, "${title}":\n${text}\n=>\n${after}`;
      if (isAccepted(text)) assert.ok(isAccepted(after), told);
      const left = diagnose(after);
      assert.ok((countsOf(left).get(code) ?? 0) < (before.get(code) ?? 0), `stays: ${told}`);
      // A text that could not be read is judged for the first time behind its repair.
      if (!isAccepted(text)) continue;
      for (const [other, count] of countsOf(left.filter(isHard))) {
        const isNew = count > (hardBefore.get(other) ?? 0) && !uncovers[code]?.test(other);
        assert.ok(!isNew, `brings ${other}: ${told}`);
      }
    }
  }
  return fixes;
}

/** Every member of a body, nested ones too. */
function membersOf(text: string): Member[] {
  const { root } = parse(text);
  assert.ok(root);
  const members: Member[] = [];
  walk(
    root,
    (node) => {
      if (node.kind === 'object') members.push(...node.members);
    },
    rootSchema,
  );
  return members;
}

const values = ['null', '5', '-1', '1.5', '"4"', '"true"', 'true', '{}', '[]', '[null]', '""', '"  "', '"x"', '1e999'];
/** Makes a mistake at one member, in one of many ways; undefined where it cannot be made there, whatever the way. */
type Mistake = (text: string, member: Member, pick: number) => string | undefined;

/** Mistakes of the kinds that authors make. */
const mistakes: Readonly<Record<string, Mistake>> = {
  'another value': (text, { value }, pick) =>
    value && text.slice(0, value.offset) + (values[pick % values.length] ?? '') + text.slice(endOf(value)),
  'the value in small letters': (text, { value }) =>
    value?.kind === 'string'
      ? text.slice(0, value.offset) + JSON.stringify(value.value.toLowerCase()) + text.slice(endOf(value))
      : undefined,
  'a letter missing in the value': (text, { value }, pick) => {
    if (value?.kind !== 'string' || value.value.length < 2) return undefined;
    const at = pick % value.value.length;
    return (
      text.slice(0, value.offset) +
      JSON.stringify(value.value.slice(0, at) + value.value.slice(at + 1)) +
      text.slice(endOf(value))
    );
  },
  'a letter doubled in the key': (text, { key }, pick) => {
    const at = key.offset + 1 + (pick % Math.max(1, key.length - 2));
    return text.slice(0, at) + text.slice(at, at + 1) + text.slice(at);
  },
  'the member twice': (text, member) =>
    `${text.slice(0, member.offset)}${text.slice(member.offset, endOf(member))}, ${text.slice(member.offset)}`,
  'the key twice': (text, member) =>
    `${text.slice(0, member.offset)}${JSON.stringify(member.key.value)}: null, ${text.slice(member.offset)}`,
  'members of an answer': (text, member) =>
    `${text.slice(0, member.offset)}"id": 5, "attribution": { "id": 6 }, ${text.slice(member.offset)}`,
  'the first element without its list': (text, { value }) => {
    const first = value?.kind === 'array' ? value.items[0] : undefined;
    return (
      value && first && text.slice(0, value.offset) + text.slice(first.offset, endOf(first)) + text.slice(endOf(value))
    );
  },
  'the member missing': (text, member) => {
    const { members } = member.parent;
    const index = members.indexOf(member);
    const next = members[index + 1];
    const previous = members[index - 1];
    if (next) return text.slice(0, member.offset) + text.slice(next.offset);
    return previous && text.slice(0, endOf(previous)) + text.slice(endOf(member));
  },
  'a comment': (text, member) => `${text.slice(0, member.offset)}/* later */ ${text.slice(member.offset)}`,
  'a comma too many': (text, member) => `${text.slice(0, endOf(member))},${text.slice(endOf(member))}`,
};

describe('fixes: of accepted bodies with planted mistakes', () => {
  /** Places of the accepted bodies at which a mistake can be made. */
  const placesOf = (mistake: Mistake) =>
    acceptedBodies.flatMap(({ text }) =>
      membersOf(text)
        .filter((member) => mistake(text, member, 0) !== undefined)
        .map((member) => ({ text, member })),
    );
  const styles = fc.constantFrom('as it is', 'CRLF', 'tabs', 'one line');
  const plantedBy = (mistake: Mistake) =>
    fc
      .tuple(fc.constantFrom(...placesOf(mistake)), fc.nat({ max: 999 }), styles)
      .map(([{ text, member }, pick, style]) => inStyle(mistake(text, member, pick) ?? assert.fail(), style));

  function inStyle(text: string, style: string): string {
    if (style === 'CRLF') return text.replaceAll('\n', '\r\n');
    if (style === 'tabs') return text.replace(/^( {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2));
    // Line breaks stand between tokens alone, so that mistakes stay as they are.
    return style === 'one line' ? text.replace(/\s*\n\s*/g, ' ') : text;
  }

  for (const [kind, mistake] of Object.entries(mistakes)) {
    it(`${kind}: remove their finding, keep the JSON whole and bring no error or warning`, function () {
      this.timeout(60_000);
      let fixes = 0;
      fc.assert(
        fc.property(plantedBy(mistake), (text) => {
          fixes += expectAllSound(text);
        }),
        { numRuns: runs(8) },
      );
      assert.ok(fixes > 0);
    });
  }

  const target = (rest: string) =>
    `{ "name": "A", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT"${rest} }`;
  const rare: Readonly<Record<string, string>> = {
    'a level of a streak that is too low, behind the lowest': `{ "name": "G", "trackingType": "STREAKS", "streaks": [{ "name": "a", "targetCountOfSequence": 1 }, { "name": "b", "targetCountOfSequence": 0 }], "targets": [${target('')}] }`,
    'too few periods in all, beside values': `{ "name": "G", "trackingType": "CAPPING", "totalPeriods": -1, "targets": [${target(', "defaultValues": [{ "defaultValue": 1 }, { "defaultValue": 1 }]')}] }`,
    'a sum of points': `{ "name": "G", "trackingType": "CAPPING", "targets": [${target('').replace('TRANSACTION', 'POINTS').replace('SALES', 'SUM')}] }`,
    'a sum of an alternate currency': `{ "name": "G", "trackingType": "CAPPING", "targets": [${target('').replace('TRANSACTION', 'ALTERNATE_CURRENCIES').replace('SALES', 'SUM')}] }`,
  };
  for (const [name, text] of Object.entries(rare))
    it(`${name}: add none`, () => {
      expectAllSound(text);
    });

  it('touch nothing but what they are about: all other tokens stay, in their order', () => {
    const planted = fc.oneof(...Object.values(mistakes).map(plantedBy));
    fc.assert(
      fc.property(planted, (text) => {
        const service = createTargetGroupService();
        const document = documentOf(text);
        const found = service.diagnose(document);
        for (const diagnostic of found.slice(0, 3)) {
          for (const { title, edit } of service.codeActions(document, diagnostic.range, found).slice(0, 4)) {
            const edits = edit?.changes?.[document.uri] ?? [];
            const after = TextDocument.applyEdits(document, edits);
            const places = edits.map(({ range }) => ({
              start: document.offsetAt(range.start),
              end: document.offsetAt(range.end),
            }));
            const kept = tokensOf(text).filter(({ offset, end }) =>
              places.every(({ start, end: behind }) => end <= start || offset >= behind),
            );
            let at = 0;
            for (const token of kept) {
              at = after.indexOf(token.text, at);
              assert.ok(at >= 0, `"${title}" loses ${token.text}:\n${text}\n=>\n${after}`);
              at += token.text.length;
            }
          }
        }
      }),
      { numRuns: runs(20) },
    );
  });
});
