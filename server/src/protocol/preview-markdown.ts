import type { PreviewModel, PreviewTarget } from '../core/preview-model';
import { measureInWords } from './preview-measure';
import { sentenceOf } from './preview-sentence';

/** The whole picture as Markdown, in English: the sentence, the facts, periods with their values, targets, problems. */
export function toMarkdown(model: PreviewModel): string {
  const { headline, omitted } = model;
  return [
    `# ${toPlainMarkdown(headline.name === '' ? 'No name' : headline.name)}`,
    [headline.kind, headline.active ? 'active' : 'inactive']
      .filter((part) => part !== '')
      .map(toPlainMarkdown)
      .join(', '),
    toPlainMarkdown(sentenceOf(model)),
    ...(model.state === 'broken' ? ['The text has syntax errors. Only what could be read is shown.'] : []),
    list(model.facts.map(({ label, value }) => `${label}: ${toPlainMarkdown(value)}`)),
    list(model.frames.map(({ label, startDay, endDay }) => `${label}: ${startDay ?? '…'} to ${endDay ?? '…'}`)),
    section(
      'Streak levels',
      list(
        model.levels.map(
          (level) =>
            `${toPlainMarkdown(level.name)}: ${toPlainMarkdown(level.cycles)} cycles${level.inARow ? ' in a row' : ''}`,
        ),
      ),
    ),
    section('Periods', periods(model), more(omitted.periods)),
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
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n');
}

/** The text in Markdown: nothing in it is read as Markdown, HTML or a link, and it stays on one line. */
export function toPlainMarkdown(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/[\\`*_[\]<>&:@#~|!$]|(?<=www)\.|^\s*[-+](?=\s)|(?<=^\d{1,9})[.)](?=\s|$)/gi, (mark) => `\\${mark}`);
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** Empty without a part that has something in it. */
function section(title: string, ...parts: readonly string[]): string {
  const told = parts.filter((part) => part !== '');
  return told.length === 0 ? '' : [`## ${title}`, ...told].join('\n\n');
}

function more(count: number): string {
  return count === 0 ? '' : `Not listed here: ${count}`;
}

/** A row for each period, and for each value beyond the last one. */
function periods({ periods: all, targets, spans, omitted }: PreviewModel): string {
  const most = Math.max(0, ...targets.map(({ values }) => values.length));
  const count = omitted.periods > 0 ? all.length : Math.max(all.length, most);
  if (count === 0) return '';
  const names = targets.map(({ name, index }) => toPlainMarkdown(name === '' ? `Target ${index + 1}` : name));
  const rows = Array.from({ length: count }, (_, index) => {
    const period = all[index];
    const notes = spans
      .filter(({ between }) => between[1] === index)
      .map(({ kind, days, between }) => `${kind} of ${days} days with period ${between[0] + 1}`);
    const cells = targets.map(({ values }) => toPlainMarkdown(values[index]?.text ?? 'missing'));
    return [
      String(index + 1),
      period === undefined ? 'no period' : toPlainMarkdown(period.name),
      period?.startDay ?? '',
      period?.endDay ?? '',
      period?.days === undefined ? '' : String(period.days),
      ...cells,
      [...(period?.active === false ? ['switched off'] : []), ...notes].join(', '),
    ];
  });
  const head = ['', 'Period', 'From', 'To', 'Days', ...names, 'Notes'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function target({ index, name, active, kpi, facts, condition }: PreviewTarget): string {
  const lines = [
    ...(active ? [] : ['inactive']),
    ...(measureInWords(kpi) === '' ? [] : [toPlainMarkdown(measureInWords(kpi))]),
    ...facts.map(({ label, value }) => `${label}: ${toPlainMarkdown(value)}`),
    ...(condition === undefined ? [] : [`Counts where: ${toPlainMarkdown(condition.text)}`]),
  ];
  return [`### ${toPlainMarkdown(name === '' ? `Target ${index + 1}` : name)}`, list(lines)]
    .filter((part) => part !== '')
    .join('\n\n');
}
