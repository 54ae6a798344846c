import type { TextDocument } from 'vscode-languageserver-textdocument';
import { kindInWords, labelOf, valueInWords } from '../../../server/src/protocol/fact-words';
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
  const fact = (one: PreviewModel['facts'][number]) => `${labelOf(one)}: ${valueInWords(one)}${from(one.range)}`;
  return [
    `version ${model.version}, ${model.state}, ${model.cycles} cycles`,
    `${kindInWords(headline.kind)}: ${headline.name}${headline.active ? '' : ' (inactive)'}${from(headline.range)}`,
    `"${sentenceOf(model)}"`,
    `${model.rhythm.window} window, ${model.rhythm.unit} x ${model.rhythm.every}, ${model.rhythm.rounds} rounds${model.rhythm.range ? from(model.rhythm.range) : ''}`,
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
      `target ${target.index} ${target.name}${target.active ? '' : ' (inactive)'}: ${measureInWords(target.kpi)}${from(target.kpi.range)}${from(target.range)}`,
      ...target.facts.map((one) => `  ${fact(one)}`),
      ...target.conditions.flatMap((condition) => [
        `  where ${condition.text}${from(condition.range)}`,
        ...condition.rows.map(({ depth, text, range }) => `  ${'  '.repeat(depth + 1)}${text}${from(range)}`),
      ]),
      `  ${target.valueCount} values: ${target.values.map(({ text, range }) => `${text}${from(range)}`).join(' | ')}`,
    ]),
    `omitted ${omitted.periods} periods, ${omitted.targets} targets`,
  ];
}
