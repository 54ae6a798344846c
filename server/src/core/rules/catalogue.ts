import type { RuleInfo } from './rule';
import { rules } from './index';
import { structure, type FixInfo, type StructureInfo } from './structure';

export interface CatalogueEntry extends Omit<RuleInfo, 'settable'> {
  readonly settable: boolean;
  /** What the quick fixes do, in words; undefined where there is none. */
  readonly fix: string | undefined;
  readonly fixAll: boolean;
}

/** Every code that can be reported, with what is said about it: the source of all lists of rules. */
export const catalogue: readonly CatalogueEntry[] = [
  ...structure.map((info: StructureInfo) => toEntry(info, info.fix)),
  ...rules.map((rule) => toEntry(rule, rule.fix)),
];

function toEntry(info: RuleInfo, fix: FixInfo | undefined): CatalogueEntry {
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
