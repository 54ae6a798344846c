import { describeEarlierSubmit, type CreateRequest, type EarlierSubmit } from '../../api/index';
import { countOf } from '../count-of';
import { toLine } from '../to-line';
import type { SubmitCheck } from './submit-check';

/** What is about to be sent, for whoever is asked to agree to it. */
export function describeRequest(
  { facts }: CreateRequest,
  { summary }: SubmitCheck,
  file: string,
  earlier: EarlierSubmit | undefined,
): string {
  const { name, periods, targets, values, firstDay, lastDay } = summary;
  const counts = [countOf(periods, 'period'), countOf(targets, 'target'), countOf(values, 'value')].join(', ');
  const lines = [
    `Create the target group "${toLine(name, 200)}" (${counts})`,
    `  at      ${facts.origin} as ${toLine(facts.user, 200)}`,
    `  from    ${toLine(file)}`,
    ...(firstDay === undefined || lastDay === undefined ? [] : [`  days    ${firstDay} to ${lastDay}`]),
    `  SHA-256 ${facts.bodySha256}`,
    ...(earlier === undefined ? [] : [`  ${toLine(describeEarlierSubmit(earlier))}`]),
  ];
  return `${lines.join('\n')}\n`;
}
