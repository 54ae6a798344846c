import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../core/index';
import { messageOf } from './formats/diagnostic';
import type { BlockingFinding, SubmitEngine } from './submit';

/** The engine, as `submit` asks it. */
export function createSubmitEngine(): SubmitEngine {
  return {
    check(text) {
      const { blocking, summary } = createTargetGroupService().prepareSubmission(documentOf(text));
      return { blocking: blocking.map(toBlockingFinding), summary };
    },
    locate(text, pointers) {
      const service = createTargetGroupService();
      const document = documentOf(text);
      return pointers.flatMap((pointer) => service.locate(document, pointer));
    },
  };
}

const documentOf = (text: string) => TextDocument.create('untitled:submission', 'targetgroup', 0, text);

/** No rule can be lowered yet. */
function toBlockingFinding(diagnostic: Diagnostic): BlockingFinding {
  const { code, range } = diagnostic;
  return { code: String(code), message: messageOf(diagnostic), range, isLowered: false };
}
