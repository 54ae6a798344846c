import { never, type InSlices } from '../document/in-slices';
import { modelOfText, type Model } from '../document/model';
import type { Node } from '../document/node';
import type { SyntaxProblem } from '../document/syntax-problem';
import { limits } from '../limits';
import { applyEdits } from '../edits/apply-edits';
import { noFixes, type Finding } from '../rules/finding';
import { rules } from '../rules/index';
import type { Fix, Rule } from '../rules/rule';
import { internalError } from '../rules/run-rules';
import { wholeResponse } from '../rules/whole-response';
import { described } from '../rules/wording';
import { aboutWritten } from './about-written';
import { memberFindings } from './member-findings';

/**
 * Everything there is to say about one snapshot, in the order of the text, at the default levels. Never throws: a crash
 * is a finding of its own (`internal-error`), so that it never looks like a clean file.
 */
export function findingsOf(model: Model, ruleList: readonly Rule[] = rules): readonly Finding[] {
  return beginFindings(model, ruleList)(never) ?? [];
}

/** The same in slices. */
export function beginFindings(model: Model, ruleList: readonly Rule[] = rules): InSlices<readonly Finding[]> {
  const content = model.content.length > limits.fullChecks ? () => [] : contentFindings(model, ruleList);
  return (isOver) => {
    const found = content(isOver);
    if (!found) return undefined;
    const syntax = model.syntax.map((problem) => syntaxFinding(problem, model));
    return inTextOrder([...byteOrderMark(model), ...fileLimit(model), ...syntax, ...found]);
  };
}

function fileLimit({ content: { length }, depth }: Model): Finding[] {
  const mebi = 1024 * 1024;
  const tooLong = `The file is ${(Math.ceil((10 * length) / mebi) / 10).toFixed(1)} MiB long; above ${limits.fullChecks / mebi} MiB only its syntax is checked.`;
  const tooDeep = `The file is nested ${depth} deep; beyond ${limits.nesting} nothing is checked or formatted.`;
  const messages = [...(length > limits.fullChecks ? [tooLong] : []), ...(depth > limits.nesting ? [tooDeep] : [])];
  const at = { offset: 0, length: Math.min(1, length) };
  return messages.map((message) => ({ ...notRead(message), at }));
}

/** The finding that says why a file was not checked, or not completely: at its very beginning. */
export function notRead(message: string): Finding {
  const at = { offset: 0, length: 0 };
  return { code: 'file-limit', level: 'information', at, message, related: [], fixes: noFixes };
}

/** One of the few places that catch (ARCHITECTURE.md, errors). */
function contentFindings(model: Model, ruleList: readonly Rule[]): InSlices<readonly Finding[]> {
  const { root } = model;
  if (!root) return () => [];
  let members: InSlices<readonly Finding[]> | undefined;
  return (isOver) => {
    try {
      if (root.kind !== 'object') return root.broken ? [] : [rootFinding(root)];
      const response = members ? undefined : wholeResponse(model, root);
      if (response) return [response];
      members ??= memberFindings(model, root, ruleList, (finding) => withRightFixes(finding, model));
      return members(isOver);
    } catch (error) {
      return [internalError('of the structure', error, root)];
    }
  };
}

function withRightFixes(finding: Finding, model: Model): Finding {
  const { fixes: unjudged } = finding;
  return { ...finding, unjudged, fixes: () => unjudged().filter((fix) => isRight(fix, afterFix(fix, model))) };
}

function rootFinding(root: Node): Finding {
  const message = `The definition is ${described(root)}; an object is expected.`;
  return { code: 'schema-type', level: 'error', isFixed: true, at: root, message, related: [], fixes: noFixes };
}

/** Of a text that begins with the mark; none of another. */
export function byteOrderMark({ hasByteOrderMark }: Model): Finding[] {
  if (!hasByteOrderMark) return [];
  const edits = [{ offset: 0, length: 1, newText: '' }];
  return [
    {
      code: 'byte-order-mark',
      level: 'warning',
      at: { offset: 0, length: 1 },
      message: 'The file begins with a byte order mark; plain UTF-8 is expected.',
      related: [],
      fixes: () => [{ title: 'Remove the byte order mark', edits, preferred: true }],
    },
  ];
}

function syntaxFinding(problem: SyntaxProblem, model: Model): Finding {
  const { code, offset, length, message, fix, related } = problem;
  const fixes = fix ? [{ ...fix, preferred: true }] : [];
  return {
    code,
    level: 'error',
    at: { offset, length },
    message,
    related: related ? [{ at: related.place, message: related.message }] : [],
    fixes: () => fixes.filter((each) => mends(each, model)),
    unjudged: () => fixes,
  };
}

/** A repair of the syntax is only offered where it leaves fewer problems behind. */
function mends(fix: Fix, model: Model): boolean {
  const mended = afterFix(fix, model);
  return mended.syntax.length < model.syntax.length && isRight(fix, mended);
}

function afterFix({ edits }: Fix, { uri, text }: Model): Model {
  return modelOfText(applyEdits(text, edits), uri);
}

/**
 * True when nothing is wrong with the very text that a fix of one edit has written: a bare word becomes a text only
 * where a text may stand, a number only where it is no enum's. What is missing was missing before.
 */
function isRight({ edits }: Fix, mended: Model): boolean {
  return !edits.some(aboutWritten(possiblyNew(mended)));
}

/** The findings of a mended text that a fix may have brought. */
export function possiblyNew(mended: Model): readonly Finding[] {
  const found = contentFindings(mended, rules)(never) ?? [];
  return found.filter(
    ({ code, level }) => (level === 'error' || level === 'warning') && code !== 'documented-required',
  );
}

/** By offset; those at the same place stay as they were. */
export function inTextOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => a.finding.at.offset - b.finding.at.offset || a.index - b.index)
    .map(({ finding }) => finding);
}
