import { catalogue, type CatalogueEntry } from '../../core/index';
import type { Level } from './diagnostic';

/** SARIF knows no level below `note`. */
export const sarifLevels: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The place of each rule in the list, by its code. */
export const ruleIndexes: ReadonlyMap<string, number> = new Map(catalogue.map(({ code }, index) => [code, index]));

function toDescriptor({ code, levels, title, why, source, fix }: CatalogueEntry): object {
  const [level] = levels;
  const fixed = fix === undefined ? '' : `\n\nFix: ${fix}`;
  return {
    id: code,
    name: toPascalCase(code),
    shortDescription: { text: sentence(title) },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\nSource: ${source}${fixed}`,
      markdown: `**${title}**\n\n${why}\n\n*Source:* ${source}${fixed}`,
    },
    defaultConfiguration: { level: sarifLevels[level] },
    properties: { level, levels, source },
  };
}

const toPascalCase = (code: string): string =>
  code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);

/**
 * Every rule as a `reportingDescriptor`. None has a `helpUri`: the catalogue is a file of the machine on which the check ran,
 * which no reader of the log could open. Its words are in `help`.
 */
export const sarifRules: readonly object[] = catalogue.map(toDescriptor);
