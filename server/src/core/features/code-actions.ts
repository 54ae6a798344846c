import { CodeActionKind, type CodeAction, type Diagnostic, type Range } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import { toTextEdits } from '../edits/to-text-edits';
import { levelProblem } from '../levels/levels';
import { rcFileName } from '../levels/rc-file';
import { turnOffEdit, type RcPlace } from '../levels/turn-off';
import type { Finding } from '../rules/finding';
import type { Fix } from '../rules/rule';
import { toDiagnostic } from './diagnostics';

export interface CodeActionInput {
  readonly model: Model;
  readonly findings: readonly Finding[];
  readonly range: Range;
  /** The diagnostics the editor shows there, so that an action can name the one it mends. */
  readonly diagnostics: readonly Diagnostic[];
  readonly rulePage: string | undefined;
  /** Where a rule can be switched off; undefined where no such file can be. */
  readonly rcPlace: RcPlace | undefined;
}

/**
 * UTF-16 units that the fixes of one answer may read: some are proven on the whole text, so of a selection of thousands
 * of findings in a long text only the first are answered for.
 */
const mostRead = 8 * 1024 * 1024;

/**
 * The fixes of every finding that touches the range, computed now, nothing read back from the diagnostics; and once for
 * each rule, the action that turns it off.
 */
export function codeActions({ model, findings, range, diagnostics, rulePage, rcPlace }: CodeActionInput): CodeAction[] {
  const start = model.offsetAt(range.start);
  const end = model.offsetAt(range.end);
  const rules = new Set<string>();
  const touched = findings
    .filter(({ at }) => at.offset <= end && at.offset + at.length >= start)
    .slice(0, Math.max(1, Math.floor(mostRead / (model.content.length + 1))));
  return touched
    .flatMap((finding) => {
      const diagnostic = shownAs(finding, diagnostics, model) ?? toDiagnostic(finding, model, rulePage);
      const fixes = finding.fixes().map((fix) => toAction(fix, diagnostic, model));
      const isFirst = !rules.has(finding.code);
      rules.add(finding.code);
      return isFirst ? [...fixes, ...turnOff(finding, diagnostic, rcPlace)] : fixes;
    })
    .concat(turnOffMark(model, diagnostics, rcPlace));
}

/** An editor that keeps the byte order mark out of the text shows its finding, and mends it, by itself. */
function turnOffMark(model: Model, diagnostics: readonly Diagnostic[], rcPlace: RcPlace | undefined): CodeAction[] {
  const shown = diagnostics.find(({ code }) => code === 'byte-order-mark');
  return shown && !model.hasByteOrderMark ? turnOff({ code: 'byte-order-mark' }, shown, rcPlace) : [];
}

/** "Turn this rule off", where the finding's level is the author's to set. */
function turnOff(
  { code, isFixed }: Pick<Finding, 'code' | 'isFixed'>,
  diagnostic: Diagnostic,
  rcPlace: RcPlace | undefined,
): CodeAction[] {
  if (!rcPlace || isFixed || levelProblem(code, 'off') !== undefined) return [];
  const edit = turnOffEdit(code, rcPlace);
  if (!edit) return [];
  return [
    { title: `Turn ${code} off in ${rcFileName}`, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit },
  ];
}

/** The editor's own copy of a finding's diagnostic: two of one code and range are told apart by what they say. */
function shownAs(finding: Finding, diagnostics: readonly Diagnostic[], model: Model): Diagnostic | undefined {
  const range = model.rangeOf(finding.at);
  return diagnostics.find(
    ({ code, message, range: shown }) => code === finding.code && message === finding.message && isSame(shown, range),
  );
}

function isSame(a: Range, b: Range): boolean {
  const same = (x: Range['start'], y: Range['start']) => x.line === y.line && x.character === y.character;
  return same(a.start, b.start) && same(a.end, b.end);
}

function toAction(fix: Fix, diagnostic: Diagnostic, model: Model): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.preferred ? { isPreferred: true } : undefined),
    edit: { changes: { [model.uri]: toTextEdits(fix.edits, model) } },
  };
}
