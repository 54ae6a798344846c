import type { Format, FormatOptions } from './format';
import { createGithubFormat } from './github';
import { createJsonFormat } from './json';
import { createJunitFormat } from './junit';
import { createSarifFormat } from './sarif';
import { createTextFormat } from './text';

/** What `--format` can name. */
export const formats = {
  text: createTextFormat,
  json: createJsonFormat,
  sarif: createSarifFormat,
  junit: createJunitFormat,
  github: createGithubFormat,
} as const satisfies Readonly<Record<string, (options: FormatOptions) => Format>>;

export type FormatName = keyof typeof formats;
