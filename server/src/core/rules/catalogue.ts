import type { RuleInfo } from './rule';
import { rules } from './index';
import { structure } from './structure';

export interface CatalogueEntry extends Omit<RuleInfo, 'settable'> {
  readonly settable: boolean;
  /** What the quick fixes do, in words; undefined where there is none. */
  readonly fix: string | undefined;
  readonly fixAll: boolean;
}

/** What the fixes of the reader's own findings do; those of the rules are said by the rules. */
const structureFixes: Readonly<Record<string, { readonly title: string; readonly all?: true }>> = {
  'json-syntax': { title: 'insert the missing comma, colon, quote or bracket, where that is all there is to it.' },
  'json-comment': { title: 'remove it.' },
  'json-trailing-comma': { title: 'remove it.', all: true },
  'byte-order-mark': { title: 'remove it.', all: true },
  'schema-type': { title: 'convert the value, where nothing is lost by it.', all: true },
  'schema-enum': { title: 'the nearest accepted value, and behind it every other.' },
  'schema-required': { title: 'insert a name.' },
  'schema-minimum': { title: 'the smallest value that makes sense; for totalPeriods the number of periods.' },
};

/** Every code that can be reported, with what is said about it: the source of all lists of rules. */
export const catalogue: readonly CatalogueEntry[] = [
  ...Object.values<RuleInfo>(structure).map((info) => toEntry(info, structureFixes[info.code])),
  ...rules.map((rule) => toEntry(rule, rule.fix)),
];

function toEntry(info: RuleInfo, fix: { readonly title: string; readonly all?: true } | undefined): CatalogueEntry {
  const { code, levels, title, why, source, examples } = info;
  return {
    code,
    levels,
    title,
    why,
    source,
    ...(examples ? { examples } : undefined),
    settable: info.settable !== false,
    fix: fix?.title,
    fixAll: fix?.all === true,
  };
}
