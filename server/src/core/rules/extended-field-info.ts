import type { Written } from '../edits/json-text';
import type { Part } from './part';

/** What `extendedFieldInfo` is needed for; undefined where it is not. */
export type InfoNeed = 'field' | 'currency';

/** EXTENDED_FIELD needs the name of the field, ALTERNATE_CURRENCIES the currency (310094). */
export function infoNeedOf(target: Part): InfoNeed | undefined {
  if (target.choice('targetEntity')?.value === 'ALTERNATE_CURRENCIES') return 'currency';
  return target.choice('targetType')?.value === 'EXTENDED_FIELD' ? 'field' : undefined;
}

/** JSON texts that a missing member begins with: no real name can be known, so they say what belongs there. */
export const infoPlaceholders = {
  field: '"fieldName"',
  attribute: '"attributeName"',
  alternateCurrencyIdentifier: '"currencyIdentifier"',
  programId: '0',
} as const;

/** An `extendedFieldInfo` that lacks nothing. */
export function infoPlaceholder(need: InfoNeed | 'attribute'): Written {
  if (need !== 'currency') return { name: infoPlaceholders[need], aggregateFunction: '"SUM"' };
  const { alternateCurrencyIdentifier, programId } = infoPlaceholders;
  return { alternateCurrencyIdentifier, programId };
}
