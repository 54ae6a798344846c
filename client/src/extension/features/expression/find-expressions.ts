import { Range, type TextDocument } from 'vscode';
import { isJsonString } from '../../../../../server/src/json-string/edit-literal';
import { type LocateParams, type LocateResult, requests } from '../../../../../server/src/protocol/requests';
import type { LanguageServer } from '../../language-client';
import type { TextPlace } from './moved-place';

export type FindExpressions = (document: TextDocument) => Promise<readonly FoundExpression[]>;

/** One `expressionJson` of a definition that is a text. */
export interface FoundExpression extends TextPlace {
  /** Zero-based position of its target in the file. */
  readonly target: number;
  /** The whole target. */
  readonly around: Range;
}

const mostTries = 5;

/** Where the expressions of a definition are now, as the server reads it; throws when it is not running. */
export function createFindExpressions(server: Pick<LanguageServer, 'request'>): FindExpressions {
  const locate = async (document: TextDocument, pointer: string) => {
    const params: LocateParams = { uri: document.uri.toString(), pointers: [pointer] };
    const { ranges } = await server.request<LocateResult>(requests.locate, params);
    return ranges.map(({ start, end }) => new Range(start.line, start.character, end.line, end.character));
  };
  return async (document) => {
    for (let tries = 1; tries <= mostTries; tries++) {
      const { version } = document;
      const targets = await locate(document, '/targets/*');
      const expressions = await locate(document, '/targets/*/expressionJson');
      if (document.version !== version) continue;
      return expressions.flatMap((range) => {
        const target = targets.findIndex((each) => each.contains(range));
        const around = targets[target];
        if (!around || !isJsonString(document.getText(range))) return [];
        return [{ target, around, start: document.offsetAt(range.start), end: document.offsetAt(range.end) }];
      });
    }
    return [];
  };
}
