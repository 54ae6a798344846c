import { changeBetween, type Change } from '../../../../../server/src/json-string/change';

/** What brings the two texts of a side editor nearer to each other, and the text that both then go out from. */
export interface SettleStep {
  readonly to: 'definition' | 'side';
  /** Of the side text, wherever it is made. */
  readonly change: Change;
  readonly agreed: string;
}

/**
 * The next step between a side editor and its definition; undefined when both say the same.
 * What only one of them has changed goes to the other; where both have, apart from each other, both changes stay; where
 * they touch, the definition is right.
 * @param agreed the text that both were known to have last.
 */
export function settleStep(agreed: string, side: string, definition: string): SettleStep | undefined {
  const missing = changeBetween(side, definition);
  if (!missing) return undefined;
  const bySide = changeBetween(agreed, side);
  const byDefinition = changeBetween(agreed, definition);
  if (!bySide) return { to: 'side', change: missing, agreed: definition };
  if (!byDefinition) return { to: 'definition', change: bySide, agreed: side };
  if (endOf(bySide) < byDefinition.offset) return { to: 'definition', change: bySide, agreed: side };
  if (endOf(byDefinition) >= bySide.offset) return { to: 'side', change: missing, agreed: definition };
  const offset = bySide.offset + byDefinition.newText.length - byDefinition.length;
  return { to: 'definition', change: { ...bySide, offset }, agreed: side };
}

const endOf = ({ offset, length }: Change): number => offset + length;
