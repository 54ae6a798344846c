import { faultCatalogue, type Fault } from '../sandbox/index';

/** The faults of the sandbox with what they do, for its help. */
export function faultsHelp(): string {
  const width = Math.max(...faultCatalogue.map(({ name }) => name.length));
  const line = ({ name, place, sentence }: Fault): string =>
    `  ${name.padEnd(width)}  ${place === 'create' ? '' : `${place}: `}${sentence}\n`;
  return `\nFaults:\n${faultCatalogue.map(line).join('')}`;
}
