import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Range } from '../../../../server/src/protocol/preview-messages';
import { ours, say } from '../../../../server/src/protocol/phrase';
import type { Phrase } from '../../../../server/src/protocol/phrase';
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
  /** Whether it is drawn for paper, where nothing scrolls. */
  readonly isPrinting: boolean;
  /** Asks the extension to show a place of the model on show in the text. */
  readonly reveal: (range: Range) => void;
  /** Asks the extension to show what a JSON pointer leads to in the text as it is now. */
  readonly locate: (pointer: string) => void;
}

export const PageContext = createContext<PageContext>({
  texts: previewTexts,
  format: createDayFormat('en'),
  isLive: true,
  isPrinting: false,
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

/** As `fill`, with texts that are not ours, or with phrases: each is kept apart from the words around it. */
export function fillWith(text: string, ...values: readonly (string | Phrase)[]): Phrase {
  return text.split(/(\{\d\})/).flatMap((part) => {
    const value = /^\{\d\}$/.test(part) ? values[Number(part.charAt(1))] : undefined;
    return value === undefined ? ours(part) : say`${value}`;
  });
}

export function countCycles(texts: PreviewTexts, cycles: string): Phrase {
  return cycles === '1' ? ours(texts.oneCycle) : fillWith(texts.manyCycles, cycles);
}

export function countDays(texts: PreviewTexts, days: number): string {
  return days === 1 ? texts.oneDay : fill(texts.manyDays, days);
}
