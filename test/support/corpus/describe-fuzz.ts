import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../../server/src/core/index';
import { documentOf } from '../diagnose';
import {
  applied,
  assertFindings,
  assertFolding,
  assertGrowing,
  assertInside,
  assertItem,
  assertSymbols,
} from './assert-places';
import { damaged } from './damage';
import { assertTree, isAccepted, read } from './describe-damaged-json';
import { createRandom, type Random } from './random';
import { grammar, sample } from './samples';

export interface FuzzSize {
  /** Of the first case; each has the next. */
  readonly seed: number;
  readonly cases: number;
  /** Ends earlier, when they are over. */
  readonly minutes?: number;
}

type Service = ReturnType<typeof createTargetGroupService>;

/** Everything that can be asked about one place of a document, by name. */
const questions = {
  diagnose: (service: Service, document: TextDocument) => service.diagnose(document),
  hover: (service: Service, document: TextDocument, at: Position) => service.hover(document, at, '2027-01-01'),
  complete: (service: Service, document: TextDocument, at: Position) =>
    service.complete(document, at, { snippets: true }),
  symbols: (service: Service, document: TextDocument) => service.symbols(document),
  folding: (service: Service, document: TextDocument) => service.folding(document),
  selectionRanges: (service: Service, document: TextDocument, at: Position) => service.selectionRanges(document, [at]),
  links: (service: Service, document: TextDocument) => service.links(document),
  inlayHints: (service: Service, document: TextDocument) =>
    service.inlayHints(document, { start: { line: 0, character: 0 }, end: document.positionAt(Infinity) }),
  codeLens: (service: Service, document: TextDocument) => service.codeLens(document),
  definition: (service: Service, document: TextDocument, at: Position) => service.definition(document, at),
  references: (service: Service, document: TextDocument, at: Position) => service.references(document, at, true),
  highlights: (service: Service, document: TextDocument, at: Position) => service.highlights(document, at),
  renameable: (service: Service, document: TextDocument, at: Position) => service.renameable(document, at),
  refactorings: (service: Service, document: TextDocument, at: Position) =>
    service.refactorings(document, { start: at, end: at }),
  fixAll: (service: Service, document: TextDocument) => service.fixAll(document),
  format: (service: Service, document: TextDocument) => service.format(document, { tabSize: 2, insertSpaces: true }),
  preview: (service: Service, document: TextDocument) => service.preview(document),
  submission: (service: Service, document: TextDocument) => service.prepareSubmission(document),
  groupSymbols: (service: Service, document: TextDocument) => service.groupSymbols(document),
  usedWords: (service: Service, document: TextDocument) => service.usedWords(document),
} as const;

type Answers = { readonly [Name in keyof typeof questions]: ReturnType<(typeof questions)[Name]> };

/** Asks one service everything, in that order of the names. */
function ask(text: string, offset: number, names: readonly string[]): Answers {
  const service = createTargetGroupService();
  const document = documentOf(text);
  const at = document.positionAt(offset);
  const table: Readonly<Record<string, (service: Service, document: TextDocument, at: Position) => unknown>> =
    questions;
  return Object.fromEntries(names.map((name) => [name, table[name]?.(service, document, at)])) as unknown as Answers;
}

function assertParsed(text: string): void {
  assertTree(text);
  // A mark at the beginning is no JSON, and has a finding of its own.
  assert.equal(
    read(text).problems.length === 0,
    isAccepted(text.replace(/^\uFEFF/, '')),
    'another verdict on the JSON',
  );
}

function assertPlaces(document: TextDocument, answers: Answers): void {
  assertFindings(document, answers.diagnose);
  if (answers.hover?.range) assertInside(document, answers.hover.range);
  for (const item of answers.complete.items) assertItem(document, item);
  assertSymbols(document, answers.symbols);
  assertFolding(document, answers.folding);
  for (const chain of answers.selectionRanges) assertGrowing(document, chain);
  const places = [answers.links, answers.codeLens, answers.definition, answers.references, answers.highlights].flat();
  for (const { range } of places) assertInside(document, range);
  for (const { position } of answers.inlayHints) assertInside(document, { start: position, end: position });
  if (answers.renameable) assertInside(document, answers.renameable.range);
  for (const { location } of answers.groupSymbols) assertInside(document, location.range);
}

/** What edits leave of a text that was JSON is JSON, what only changes blanks means the same. */
function assertEdits(document: TextDocument, answers: Answers, random: Random): void {
  const text = document.getText();
  const wasAccepted = isAccepted(text);
  const { diagnose: found, refactorings, fixAll, format } = answers;
  const finding = found[random.integer(0, Math.max(0, found.length - 1))];
  const fixes = finding ? createTargetGroupService().codeActions(document, finding.range, found) : [];
  for (const { title, edit } of [...fixes, ...refactorings]) {
    const after = applied(document, edit?.changes?.[document.uri] ?? []);
    assert.ok(!wasAccepted || isAccepted(after), `"${title}" breaks the JSON:\n${after}`);
  }
  const mended = applied(document, fixAll);
  assert.ok(!wasAccepted || isAccepted(mended), `fix all breaks the JSON:\n${mended}`);
  const again = documentOf(mended);
  assert.equal(applied(again, createTargetGroupService().fixAll(again)), mended, 'fix all once more changes more');
  const formatted = applied(document, format);
  if (wasAccepted) assert.deepEqual(JSON.parse(formatted), JSON.parse(text), 'formatting changes what is said');
}

/** Everything that anybody can ask of one text. */
function assertAnswers(text: string, random: Random): void {
  assertParsed(text);
  const names = Object.keys(questions);
  const offset = random.integer(0, text.length);
  const answers = ask(text, offset, names);
  assert.deepEqual(ask(text, offset, names.reverse()), answers, 'another answer to the same question');
  const document = documentOf(text);
  assertPlaces(document, answers);
  assertEdits(document, answers, random);
}

/** Tests on damaged definitions and on the edges of the grammar (SECURITY T18). */
export function describeFuzz({ seed, cases, minutes = Infinity }: FuzzSize): void {
  const until = Number.isFinite(minutes) ? `${minutes} minutes of` : `${cases}`;
  describe(`${until} damaged definitions, from seed ${seed}`, () => {
    it('are answered, always the same, inside the text and in its order; fixes keep JSON whole and come to an end', function () {
      this.timeout(0);
      const end = Date.now() + minutes * 60_000;
      let each = seed;
      for (; each < seed + cases && Date.now() < end; each++) {
        const random = createRandom(each);
        const text = damaged(sample(random), random);
        try {
          assertAnswers(text, random);
        } catch (error) {
          throw new Error(`seed ${each}, ${JSON.stringify(text)}`, { cause: error });
        }
      }
      if (Number.isFinite(minutes)) console.error(`${each - seed} definitions, from seed ${seed}`);
    });
  });
}

/** Tests on the JSON Parsing Test Suite as it is. */
export function describeGrammar(): void {
  describe(`the ${grammar.length} texts of the JSON Parsing Test Suite`, function () {
    this.timeout(60_000);
    for (const [index, { name, text }] of grammar.entries()) {
      it(`${name} is answered, and taken for JSON where it is`, () => {
        assertAnswers(text, createRandom(index));
      });
    }
  });
}
