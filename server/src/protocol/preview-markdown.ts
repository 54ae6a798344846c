import type { PreviewCondition, PreviewFact, PreviewModel, PreviewTarget } from '../core/preview-model';
import { conditionInWords } from './condition-words';
import { kindInWords, labelOf, valueInWords } from './fact-words';
import { isolated, type Phrase } from './phrase';
import { measureOf } from './preview-measure';
import { toRows, type ValuesRow } from './preview-rows';
import { sentencePhrase } from './preview-sentence';
import { previewTexts } from './preview-texts';
import { toTotals } from './preview-totals';

/**
 * The whole picture as Markdown, in English: the sentence, the facts, periods with their values, targets, problems.
 * @param request what a submit would send; left out where it is not given.
 */
export function toMarkdown(model: PreviewModel, request?: string): string {
  const { headline, omitted } = model;
  return [
    `# ${toPlainMarkdown(headline.name === '' ? 'No name' : headline.name)}`,
    [kindInWords(headline.kind), headline.active ? 'active' : 'inactive']
      .filter((part) => part !== '')
      .map(toPlainMarkdown)
      .join(', '),
    phraseMarkdown(sentencePhrase(model)),
    ...(model.state === 'broken' ? [previewTexts.brokenFromStart] : []),
    list(model.facts.map(factLine)),
    list(model.frames.map(({ label, startDay, endDay }) => `${label}: ${startDay ?? '…'} to ${endDay ?? '…'}`)),
    section('Streak levels', list(model.levels.map(level)), more(omitted.levels)),
    section('Periods', rounds(model), periods(model), more(omitted.periods)),
    section('Targets', ...model.targets.map(target), more(omitted.targets)),
    section(
      'Problems',
      list(
        model.problems.map(
          ({ level, code, message }) => `${level}: ${toPlainMarkdown(message)} (${toPlainMarkdown(code)})`,
        ),
      ),
      more(omitted.problems),
    ),
    request === undefined ? '' : section('Request', codeBlock(request)),
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n');
}

/** The text in Markdown: nothing in it is read as Markdown, HTML or a link, it stays on one line and in its own direction. */
export function toPlainMarkdown(text: string): string {
  // Joiners are part of how letters and emoji are written.
  const line = text.replace(/(?:(?![\u200C\u200D])[\s\p{Cc}\p{Cf}])+/gu, ' ');
  return isolated(
    line.replace(/[\\`*_[\]<>&:@#~|!$]|(?<=www)\.|^\s*[-+](?=\s)|(?<=^\d{1,9})[.)](?=\s|$)/gi, (mark) => `\\${mark}`),
  );
}

/** A phrase in Markdown, each of its parts by itself. */
export function phraseMarkdown(phrase: Phrase): string {
  return phrase.map(({ text, isForeign }) => (isForeign ? toPlainMarkdown(text) : text)).join('');
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** Empty without a part that has something in it. */
function section(title: string, ...parts: readonly string[]): string {
  const told = parts.filter((part) => part !== '');
  return told.length === 0 ? '' : [`## ${title}`, ...told].join('\n\n');
}

function factLine(fact: PreviewFact): string {
  return `${toPlainMarkdown(labelOf(fact))}: ${toPlainMarkdown(valueInWords(fact))}`;
}

function more(count: number): string {
  return count === 0 ? '' : `Not listed here: ${count}`;
}

/** As it is, between more backticks than it has in a row. */
function codeBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}json\n${text.replace(/\n$/, '')}\n${fence}`;
}

function level({ name, cycles, inARow }: PreviewModel['levels'][number]): string {
  return `${toPlainMarkdown(name)}: ${toPlainMarkdown(cycles)} cycles${inARow ? ' in a row' : ''}`;
}

/** Cycles that follow no calendar. */
function rounds({ rhythm }: PreviewModel): string {
  return rhythm.window === 'fixed' ? '' : previewTexts[rhythm.window];
}

/** A row for each cycle, and for each value beyond the last one; below them the totals. */
function periods(model: PreviewModel): string {
  const rows = toRows(model);
  if (rows.length === 0) return '';
  const names = model.targets.map(nameOf);
  const head = ['', 'Period', 'From', 'To', 'Days', ...names, 'Notes'];
  const body = rows.map((row) => [
    String(row.index + 1),
    cycleName(row, model),
    row.period?.startDay ?? '',
    row.period?.endDay ?? '',
    row.period?.days === undefined ? '' : String(row.period.days),
    ...row.cells.map(cellText),
    row.notes.map(noteText).join(', '),
  ]);
  return [head, head.map(() => '---'), ...body, ...(rows.length > 1 ? [totals(model)] : [])]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function totals(model: PreviewModel): string[] {
  const { days, sums, leavesOut } = toTotals(model);
  const note = leavesOut ? previewTexts.totalHint : '';
  return [
    '',
    previewTexts.total,
    '',
    '',
    days === undefined ? '' : String(days),
    ...sums.map((sum) => sum ?? ''),
    note,
  ];
}

function cycleName({ period, isExtra, index }: ValuesRow, { rhythm }: PreviewModel): string {
  if (period !== undefined) return toPlainMarkdown(period.name);
  if (isExtra || rhythm.window === 'fixed') return previewTexts.noPeriod;
  return `${rhythm.window === 'cyclic' ? 'Cycle' : 'Round'} ${index + 1}`;
}

function cellText(cell: ValuesRow['cells'][number]): string {
  if (cell.kind === 'unlisted') return '…';
  if (cell.kind === 'none') return '';
  return cell.kind === 'value' && cell.value.text !== '' ? toPlainMarkdown(cell.value.text) : previewTexts.missing;
}

function noteText(note: ValuesRow['notes'][number]): string {
  if (!('days' in note)) return previewTexts[note.kind];
  const days = `${note.days} day${note.days === 1 ? '' : 's'}`;
  return note.kind === 'gapAfter'
    ? `gap of ${days} after period ${note.other + 1}`
    : `shares ${days} with period ${note.other + 1}`;
}

function nameOf({ name, index }: PreviewTarget): string {
  return toPlainMarkdown(name === '' ? `Target ${index + 1}` : name);
}

function target(one: PreviewTarget): string {
  const measure = phraseMarkdown(measureOf(one.kpi));
  const lines = [
    ...(one.active ? [] : ['inactive']),
    ...(measure === '' ? [] : [measure]),
    ...one.conditions.map((condition) => `${previewTexts.rule} ${conditionText(condition)}${tree(condition)}`),
    ...one.facts.map(factLine),
  ];
  return [`### ${nameOf(one)}`, list(lines)].filter((part) => part !== '').join('\n\n');
}

function conditionText({ text }: Pick<PreviewCondition, 'text'>): string {
  const words = conditionInWords(text);
  if (words) return phraseMarkdown(words);
  return text === '' ? previewTexts.unreadableRule : toPlainMarkdown(text);
}

/** The conditions of one that joins several, as a list in the list. */
function tree({ rows, omitted }: PreviewCondition): string {
  if (rows.length < 2) return '';
  const joins: Readonly<Record<string, string>> = { '&&': previewTexts.allOf, '||': previewTexts.anyOf };
  const lines = rows.map(({ depth, text }) => `${'  '.repeat(depth + 1)}- ${joins[text] ?? conditionText({ text })}`);
  const left = omitted > 0 ? [`  - ${more(omitted)}`] : [];
  return ['', ...lines, ...left].join('\n');
}
