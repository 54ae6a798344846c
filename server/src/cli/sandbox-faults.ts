import { faultCatalogue, type Fault } from '../sandbox/index';

const lineLength = 110;

/** The faults of the sandbox with what they do, for its help. */
export function faultsHelp(): string {
  const width = Math.max(...faultCatalogue.map(({ name }) => name.length));
  const line = ({ name, place, sentence }: Fault): string => {
    const text = place === 'create' ? sentence : `${place}: ${sentence}`;
    return `  ${name.padEnd(width)}  ${wrap(text, lineLength - width - 4).join(`\n${' '.repeat(width + 4)}`)}\n`;
  };
  return `\nFaults:\n${faultCatalogue.map(line).join('')}`;
}

/** Lines of at most so many letters, where the words allow it. */
function wrap(text: string, length: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > length) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
