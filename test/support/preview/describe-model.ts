import type { TextDocument } from 'vscode-languageserver-textdocument';
import { measureInWords } from '../../../server/src/protocol/preview-measure';
import { sentenceOf } from '../../../server/src/protocol/preview-sentence';
import type { PreviewModel } from '../../../server/src/protocol/requests';
import type { Range } from '../../../server/src/protocol/preview-messages';

/**
 * A model as lines that a reviewer can read; behind each arrow the beginning of the text that the part leads to.
 * Without the problems: which body has which is held by a test of its own.
 */
export function describeModel(model: PreviewModel, document: TextDocument): string[] {
  const from = (range: Range) => {
    const text = document.getText(range).replace(/\s+/g, ' ');
    return `  <- ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`;
  };
  const days = ({ startDay = '?', endDay = '?' }: { startDay?: string; endDay?: string }) => `${startDay}..${endDay}`;
  const { headline, omitted } = model;
  const fact = ({ label, value, range }: PreviewModel['facts'][number]) => `${label}: ${value}${from(range)}`;
  return [
    `version ${model.version}, ${model.state}, ${model.cycles} cycles`,
    `${headline.kind}: ${headline.name}${headline.active ? '' : ' (inactive)'}${from(headline.range)}`,
    `"${sentenceOf(model)}"`,
    `${model.rhythm.window} window, ${model.rhythm.unit} x ${model.rhythm.every}, ${model.rhythm.rounds} rounds`,
    ...model.facts.map(fact),
    ...model.levels.map(
      ({ name, cycles, inARow, range }) => `level ${name}: ${cycles}${inARow ? ' in a row' : ''}${from(range)}`,
    ),
    ...model.frames.map((frame) => `${frame.label} ${days(frame)}${from(frame.range)}`),
    ...model.periods.map(
      (period) =>
        `period ${period.index} ${period.name} ${days(period)} ${period.days ?? '?'} days${period.active ? '' : ' (off)'}${from(period.range)}`,
    ),
    ...(model.extent ? [`all periods ${days(model.extent)}`] : []),
    ...model.spans.map((span) => `${span.kind} ${days(span)} ${span.days} days between ${span.between.join(' and ')}`),
    ...model.targets.flatMap((target) => [
      `target ${target.index} ${target.name}${target.active ? '' : ' (inactive)'}: ${measureInWords(target.kpi)}${from(target.range)}`,
      ...target.facts.map((one) => `  ${fact(one)}`),
      ...(target.condition
        ? [
            `  where ${target.condition.text}${from(target.condition.range)}`,
            ...target.condition.rows.map(({ depth, text }) => `  ${'  '.repeat(depth + 1)}${text}`),
          ]
        : []),
      `  ${target.valueCount} values: ${target.values.map(({ text, range }) => `${text}${from(range)}`).join(' | ')}`,
    ]),
    `omitted ${omitted.periods} periods, ${omitted.targets} targets`,
  ];
}
