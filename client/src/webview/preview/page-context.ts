import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Range } from '../../../../server/src/protocol/preview-messages';
import { previewTexts } from '../../../../server/src/protocol/preview-texts';
import type { PreviewTexts } from '../../../../server/src/protocol/preview-texts';
import { createDayFormat } from './days';
import type { DayFormat } from './days';

/** What every part of the page may need. */
export interface PageContext {
  readonly texts: PreviewTexts;
  readonly format: DayFormat;
  /** Whether there is a text that parts of the picture can lead to. */
  readonly isLive: boolean;
  /** Asks the extension to show a place of the model on show in the text. */
  readonly reveal: (range: Range) => void;
  /** Asks the extension to show what a JSON pointer leads to in the text as it is now. */
  readonly locate: (pointer: string) => void;
}

export const PageContext = createContext<PageContext>({
  texts: previewTexts,
  format: createDayFormat('en'),
  isLive: true,
  reveal: () => undefined,
  locate: () => undefined,
});

export function usePage(): PageContext {
  return useContext(PageContext);
}

/** The text with `{0}`, `{1}` … replaced by the values. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
}

export function countCycles(texts: PreviewTexts, cycles: string): string {
  return cycles === '1' ? texts.oneCycle : fill(texts.manyCycles, cycles);
}

export function countDays(texts: PreviewTexts, days: number): string {
  return days === 1 ? texts.oneDay : fill(texts.manyDays, days);
}
