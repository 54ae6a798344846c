import type { Format } from './format';
import { toSafeJson } from './safe-json';

/** One object on one line; its members and their order are public. */
export function createJsonFormat(): Format {
  let isFirst = true;
  return {
    begin: '{"version":1,"files":[',
    file: ({ path, findings }) => {
      const separator = isFirst ? '' : ',';
      isFirst = false;
      return separator + toSafeJson({ path, diagnostics: findings.map(({ diagnostic }) => diagnostic) });
    },
    end: ({ files, errors, warnings, informations, hints }) =>
      `],"summary":${toSafeJson({ files, errors, warnings, informations, hints })}}\n`,
  };
}
