import type { CodeAction, Diagnostic, Hover, Position, Range, TextEdit } from 'vscode-languageserver-types';
import { createVersionCache, type Making } from './document/cache';
import type { InSlices } from './document/in-slices';
import { beginModel, createModel, modelOfText, type Model } from './document/model';
import type { TextDocument } from './document/text-document';
import { codeActions } from './features/code-actions';
import { toDiagnostic } from './features/diagnostics';
import { toDiagnosticsWithFixes, type DiagnosticWithFix } from './features/diagnostics-with-fixes';
import { beginFindings, byteOrderMark, inTextOrder, notRead } from './features/findings';
import { fixAll } from './features/fix-all';
import type { DocumentSettings } from './features/document-settings';
import { hover } from './features/hover';
import { countsOf, listedFindings, type FindingCounts } from './features/listed-findings';
import { atLevels } from './levels/levels';
import { locate } from './features/locate';
import { groupName, namesakeFindings, type GroupName, type Namesakes } from './features/namesakes';
import { preview } from './features/preview';
import { submission, type Submission } from './features/submission';
import { createReadingAids, type ReadingAids } from './features/reading-aids';
import { createWritingAids, type WritingAids } from './features/writing-aids';
import type { Finding } from './rules/finding';
import type { PreviewModel } from './preview-model';

export { levelProblem, readLevels, setLevels, type Levels, type ReadLevels, type SetLevel } from './levels/levels';
export { createGlob } from './levels/glob';
export { rcFileName, readRcFile, type RcFile } from './levels/rc-file';
export type { RcPlace } from './levels/turn-off';
export { catalogue, type CatalogueEntry } from './rules/catalogue';
export { createNameIndex, type Named, type NameIndex } from './features/name-index';
export type { GroupName, Namesake, Namesakes } from './features/namesakes';
export { changedDocument, openDocument, type TextDocument } from './document/text-document';
export { textAfter } from './edits/to-text-edits';
export { limits } from './limits';
export type { FindingCounts } from './features/listed-findings';
export type { DocumentSettings } from './features/document-settings';
export type { CompletionOptions } from './features/completion';
export type { UsedWords } from './suggest/used-words';
export type { Generated } from './features/generation';
export type { Generator, NewTarget } from './generate/generator';
export { ruleHref } from './features/diagnostics';
export type { DiagnosticWithFix } from './features/diagnostics-with-fixes';
export { version } from '../generated/version.generated';

export interface ServiceOptions {
  /** URI of the shipped rule catalogue (server/RULES.md), for the links of diagnostics; without it they have none. */
  readonly rulePage?: string;
}

/** What is sent and what refuses it, of one snapshot; `blocking` as the editor shows it. */
export interface PreparedSubmission extends Omit<Submission, 'blocking'> {
  readonly blocking: readonly Diagnostic[];
}

/**
 * What the language server, the command line and the tests ask the engine. Synchronous and pure: the same text gives
 * the same answer, for any text. Positions are LSP's: zero-based lines, UTF-16 characters.
 */
export interface TargetGroupService extends ReadingAids, WritingAids {
  /**
   * The findings of the document as it is now, in the order of the text, and no more than the limit. A check that
   * crashed is one of them.
   */
  diagnose(document: TextDocument, settings?: DocumentSettings): Diagnostic[];
  /** The quick fixes of the findings that touch the range; empty where there is none. */
  codeActions(
    document: TextDocument,
    range: Range,
    diagnostics: readonly Diagnostic[],
    settings?: DocumentSettings,
  ): CodeAction[];
  /** Edits that mend everything lossless with one outcome (RULES, Fix all); empty when there is none of it. */
  fixAll(document: TextDocument, settings?: DocumentSettings): TextEdit[];
  /**
   * What the schema says about the key or value at the position, what the value is in this file, and which rules watch
   * it; undefined where the schema says nothing.
   * @param today `YYYY-MM-DD`, for the distance of dates; left out, none is told.
   */
  hover(document: TextDocument, position: Position, today?: string): Hover | undefined;
  /** Body, findings and counts of the document as it is now. */
  prepareSubmission(document: TextDocument, settings?: DocumentSettings): PreparedSubmission;
  /** The ranges that a JSON pointer names, `*` standing for every element of a list; empty when nothing is there. */
  locate(document: TextDocument, pointer: string): Range[];
  /** The name of the group, for comparing definitions; undefined where there is none to compare. */
  groupName(document: TextDocument): GroupName | undefined;
  /** The one finding (`file-limit`) of a file that was not read, for the reason given: a whole sentence. */
  notRead(uri: string, reason: string, settings?: DocumentSettings): Diagnostic[];
  /**
   * The finding (`byte-order-mark`) of a file that begins with a mark which its editor keeps out of the text; none where
   * the rule is switched off.
   */
  byteOrderMark(uri: string, settings?: DocumentSettings): Diagnostic[];
  /** What the preview draws of the document as it is now. */
  preview(document: TextDocument, settings?: DocumentSettings): PreviewModel;
  /**
   * Reads and checks the document until it is over, which is asked every few milliseconds at most; what was done is kept.
   * @returns true when nothing is left, so that every question is answered from what is known.
   */
  read(document: TextDocument, isOver: () => boolean): boolean;
  /** Forgets what is cached for a document that is closed. */
  release(uri: string): void;
}

/** With what reports on files tell besides. */
export interface ReportService extends TargetGroupService {
  /** How many findings there are at each level, listed or not. */
  countFindings(document: TextDocument, settings?: DocumentSettings): FindingCounts;
  /** The findings of `diagnose`, each with what `fixAll` would do about it alone. */
  diagnoseWithFixes(document: TextDocument, settings?: DocumentSettings): DiagnosticWithFix[];
}

/** A model of a text that stands for a file which is not read as a document. */
const modelFor = (uri: string, text: string): Model => modelOfText(text, uri);

interface Known {
  readonly model: Model;
  /** Complete when the making is. */
  findings: readonly Finding[];
}

/** Reads a document, and then looks at what was read. */
function beginKnown(document: TextDocument, before: Known | undefined): Making<Known> {
  const read = beginModel(document, before?.model);
  let known: Known | undefined;
  let look: InSlices<readonly Finding[]> | undefined;
  let isDone = false;
  return {
    get value() {
      return known;
    },
    go(isOver) {
      if (isDone) return true;
      const model = known?.model ?? read(isOver);
      if (!model) return false;
      known ??= { model, findings: [] };
      look ??= beginFindings(model);
      const findings = look(isOver);
      if (findings) known.findings = findings;
      isDone = findings !== undefined;
      return isDone;
    },
  };
}

/** The only door of the engine. Each service has a cache of its own; two of them share nothing. */
export const createTargetGroupService = (options: ServiceOptions = {}): TargetGroupService =>
  Object.freeze(createParts(options).service);

/** The same door for who reports on files: the bundles of the server leave it out. */
export function createReportService(options: ServiceOptions = {}): ReportService {
  const { service, lookedAt } = createParts(options);
  return Object.freeze({
    ...service,
    // Names are asked for of all files before the first is checked: reading is enough, and nothing of it is kept.
    groupName: (document) => groupName(createModel(document)),
    countFindings: (document, { levels = {}, namesakes } = {}) =>
      countsOf(lookedAt(document, namesakes).findings, levels),
    diagnoseWithFixes(document, { levels = {}, namesakes } = {}) {
      const { model, findings } = lookedAt(document, namesakes);
      return toDiagnosticsWithFixes(listedFindings(model, findings, levels), model, options.rulePage);
    },
  } satisfies ReportService);
}

function createParts({ rulePage }: ServiceOptions) {
  const cache = createVersionCache(beginKnown);
  const modelOf = (document: TextDocument) => cache.get(document).model;
  const offsetIn = (document: TextDocument, position: Position) => modelOf(document).offsetAt(position);
  /** The findings of the document itself are kept; those that others bring along are made anew. */
  const lookedAt = (document: TextDocument, namesakes: Namesakes | undefined) => {
    const { model, findings } = cache.get(document);
    if (!namesakes) return { model, findings };
    return { model, findings: inTextOrder([...findings, ...namesakeFindings(model, namesakes)]) };
  };
  const toldOf = (model: Model, findings: (model: Model) => Finding[], { levels = {} }: DocumentSettings = {}) =>
    atLevels(findings(model), levels).map((finding) => toDiagnostic(finding, model, rulePage));
  const service: TargetGroupService = {
    ...createReadingAids({
      modelOf,
      findingsOf: (document, { levels = {}, namesakes } = {}) =>
        atLevels(lookedAt(document, namesakes).findings, levels),
      rulePage,
    }),
    ...createWritingAids(cache),
    diagnose(document, { levels = {}, namesakes } = {}) {
      const { model, findings } = lookedAt(document, namesakes);
      return listedFindings(model, findings, levels).map((finding) => toDiagnostic(finding, model, rulePage));
    },
    codeActions(document, range, diagnostics, { levels = {}, rcPlace, namesakes } = {}) {
      const { model, findings } = lookedAt(document, namesakes);
      return codeActions({ model, findings: atLevels(findings, levels), range, diagnostics, rulePage, rcPlace });
    },
    fixAll: (document, { levels = {} } = {}) => fixAll(modelOf(document), cache.get(document).findings, levels),
    hover: (document, position, today) => hover(modelOf(document), offsetIn(document, position), { rulePage, today }),
    prepareSubmission(document, { levels = {}, namesakes } = {}) {
      const { model, findings } = lookedAt(document, namesakes);
      const prepared = submission(model, findings, levels);
      return { ...prepared, blocking: prepared.blocking.map((finding) => toDiagnostic(finding, model, rulePage)) };
    },
    locate: (document, pointer) => locate(modelOf(document), pointer),
    groupName: (document) => groupName(modelOf(document)),
    notRead: (uri, reason, settings) => toldOf(modelFor(uri, ''), () => [notRead(reason)], settings),
    byteOrderMark: (uri, settings) => toldOf(modelFor(uri, '\uFEFF'), byteOrderMark, settings),
    preview(document, { levels = {} } = {}) {
      const { model, findings } = cache.get(document);
      return preview(model, atLevels(findings, levels));
    },
    read: (document, isOver) => cache.go(document, isOver),
    release(uri) {
      cache.release(uri);
    },
  };
  return { service, lookedAt };
}
