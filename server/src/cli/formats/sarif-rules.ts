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

/**
 * Every rule as a `reportingDescriptor`.
 * @param hrefOf the address of a rule's part of the shipped catalogue, if it is shipped.
 */
export function toSarifRules(hrefOf: (code: string) => string | undefined): readonly object[] {
  return catalogue.map((entry) => toDescriptor(entry, hrefOf(entry.code)));
}

function toDescriptor(entry: CatalogueEntry, helpUri: string | undefined): object {
  const { code, levels, title, why, source, fix } = entry;
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
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: sarifLevels[level] },
    properties: { level, levels, source },
  };
}

const toPascalCase = (code: string): string =>
  code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);
