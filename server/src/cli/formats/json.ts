import type { Format } from './format';

/** One object on one line; its members and their order are public. */
export function createJsonFormat(): Format {
  return {
    begin: '{"version":1,"files":[',
    file: ({ path, diagnostics }, index) => `${index === 0 ? '' : ','}${toJson({ path, diagnostics })}`,
    end: ({ files, errors, warnings, informations, hints }) =>
      `],"summary":${toJson({ files, errors, warnings, informations, hints })}}\n`,
  };
}

/** JSON that no terminal takes for an order: what could be one is escaped, so that the value stays the same. */
function toJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\ufeff]/gu,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
