import type { Format, FormatOptions } from './format';
import { createJsonFormat } from './json';
import { createTextFormat } from './text';

/** What `--format` can name. */
export const formats = {
  text: createTextFormat,
  json: createJsonFormat,
} as const satisfies Readonly<Record<string, (options: FormatOptions) => Format>>;

export type FormatName = keyof typeof formats;
